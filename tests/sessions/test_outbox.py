"""What follows a session: once by key, at once, and again at start when it failed."""

import pytest
from pytest_django import Settings

from sessions import outbox
from sessions.core import commands as c
from sessions.models import Outbox, Session
from tests.factories.sessions import play, session_open

done: list[int] = []
failing = False


def follow(session_id: int) -> None:
    """Stands in `AFTER_SESSION` of these tests."""
    if failing:
        raise RuntimeError("the printer is on fire")
    done.append(session_id)


@pytest.fixture(autouse=True)
def _listed(settings: Settings) -> None:
    settings.AFTER_SESSION = ["tests.sessions.test_outbox.follow"]
    done.clear()


def closed() -> Session:
    session = session_open()
    play(session, "alba", c.CloseSession())
    return session


@pytest.mark.engine
@pytest.mark.django_db(transaction=True)
def test_it_is_done_at_once_after_closing_and_never_again() -> None:
    session = closed()
    assert done == [session.pk]
    assert Outbox.objects.get(session=session).done_at is not None
    assert outbox.run_pending() == 0
    assert done == [session.pk]


@pytest.mark.django_db(transaction=True)
def test_a_failure_spoils_no_closing_and_is_made_up_for_at_the_next_start(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("tests.sessions.test_outbox.failing", True)
    session = closed()
    assert session.phase == "closed"
    assert "kept for the next start" in caplog.text
    assert Outbox.objects.get(session=session).done_at is None
    monkeypatch.setattr("tests.sessions.test_outbox.failing", False)
    assert outbox.run_pending() == 1
    assert done == [session.pk]


@pytest.mark.django_db(transaction=True)
def test_a_session_reopened_and_closed_again_is_followed_again() -> None:
    session = closed()
    play(session, "alba", c.ReopenSession("Faltó un punto"))
    play(session, "alba", c.CloseSession())
    assert done == [session.pk, session.pk]
