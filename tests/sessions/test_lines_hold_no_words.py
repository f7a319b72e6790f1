"""What somebody typed and the room refused, or failed upon, is in no log line: it may be of a reserved item (A9)."""

import logging
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django import forms
from django.test import Client

from incidencia.clock import now
from sessions import desk
from sessions.acts import ACTS
from sessions.core import commands as c
from sessions.models import Session
from tests.day import local_day
from tests.factories import sessions as make
from tests.sessions.everything_said import MARK
from tests.sessions.test_acts import url

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Any], Client]


def filled(session: Session, name: str, words: str) -> dict[str, str]:
    """The form of an act with these words wherever somebody may type, and the first choice of each list."""
    spec, seat = ACTS[name], make.seat_of(session, "alba")
    form = spec.form(room=make.room_of(session), session=session, for_others=False, late=spec.late, asker=seat.key)
    return {"key": uuid4().hex} | {n: _typed(f, words) for n, f in form.fields.items() if n not in ("key", "behalf")}


def _typed(field: forms.Field, words: str) -> str:
    if isinstance(field, forms.ChoiceField):
        return next((str(value) for value, _label in field.choices if value), "")
    if isinstance(field, forms.BooleanField):
        return "on"
    if isinstance(field, forms.IntegerField):
        return "5"
    if isinstance(field, forms.DateField):
        return local_day().isoformat()
    return words if isinstance(field, forms.CharField) else ""


def typed(session: Session, words: str) -> dict[str, dict[str, str]]:
    """The acts whose form takes words, filled."""
    found = {name: filled(session, name, words) for name in ACTS}
    return {name: data for name, data in found.items() if words in data.values()}


@pytest.mark.guideline("A9")
def test_words_that_were_refused_are_in_no_log_line(client_of: ClientOf, caplog: pytest.LogCaptureFixture) -> None:
    """By the phase of the session, which refuses every act; and by their length, before any room is asked."""
    listen(caplog)
    session = make.session_open()
    alba = client_of(make.cast("alba"))
    long = typed(session, MARK * 2_000)
    with time_machine.travel(now(), tick=True) as clock:
        make.play(session, "alba", c.CloseSession())
        clock.shift(901 + 7200)
        desk.settle(session.pk)
        short = typed(session, f"Dicho {MARK}")
        for forms_ in (short, long):
            for name, data in forms_.items():
                answer = alba.post(url(session, name), data)
                assert answer.status_code in (403, 422), name
                assert MARK not in str(answer.headers), name
    assert len(short) > 60
    assert len(long) > 60
    assert caplog.records, "nothing is listened to"
    assert MARK not in lines(caplog)


@pytest.mark.guideline("A9")
def test_words_upon_which_the_server_failed_are_in_no_log_line(
    client_of: ClientOf, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    listen(caplog)
    session = make.session_open()
    alba = client_of(make.cast("alba"))
    alba.raise_request_exception = False

    def fails(session_id: int, act: c.Act) -> None:
        raise RuntimeError("the disk is full")

    failed = 0
    data = typed(session, f"Dicho {MARK}")
    monkeypatch.setattr(desk, "handle", fails)
    for name, fields in data.items():
        answer = alba.post(url(session, name), fields)
        failed += answer.status_code == 500
        assert answer.status_code == 422 or MARK not in answer.content.decode(), name
    assert failed > 30
    assert "the disk is full" in lines(caplog), "the failure is told"
    assert MARK not in lines(caplog)


def listen(caplog: pytest.LogCaptureFixture) -> None:
    """To everything, also where production is told errors alone."""
    for logger in ("", "django.request", "django.db.backends"):
        caplog.set_level(logging.DEBUG, logger=logger or None)


def lines(caplog: pytest.LogCaptureFixture) -> str:
    """Each record as a handler would write it, with what it was given and how it failed."""
    told = logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s")
    return "\n".join(f"{told.format(record)} {record.args}" for record in caplog.records)
