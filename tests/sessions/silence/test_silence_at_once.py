"""Several people at the same instant: one start, one end, one agreement."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connections

from incidencia.clock import now
from incidencia.mail.models import Outgoing
from incidencia.web.refusals import Refused
from sessions.models import Agreement, Silence
from sessions.silence.settling import settle_due
from tests.factories import sessions as make
from tests.sessions.silence.silences import broken, sealed, start

pytestmark = [pytest.mark.engine, pytest.mark.django_db(transaction=True)]


def at_once(*acts: Callable[[], object]) -> list[str]:
    """What each was refused with; "" for those that were not."""

    def one(act: Callable[[], object]) -> str:
        try:
            act()
        except Refused as refusal:
            return refusal.code
        finally:
            connections.close_all()
        return ""

    with ThreadPoolExecutor(len(acts)) as all_of_them:
        return sorted(all_of_them.map(one, acts))


def ready() -> Silence:
    """A text under silence in a session that is over for an hour."""
    return start(sealed())


def test_four_break_it_and_one_did() -> None:
    silence = ready()
    breaks = [lambda who=who: broken(silence, who) for who in ("bruno", "elias", "bruno", "elias")]  # type: ignore[misc]
    assert at_once(*breaks) == ["", *["silence-broken"] * 3]
    assert Outgoing.objects.filter(name="sessions/emails/silence_broken").count() == 3


def test_a_form_sent_four_times_starts_one_and_another_form_is_refused() -> None:
    session = sealed()
    until = now() + timedelta(days=3)
    same = [lambda: start(session, until=until)] * 4
    assert at_once(*same) == [""] * 4
    assert at_once(*[lambda: start(session, key="k2", until=until)] * 2) == ["one-runs"] * 2
    assert Silence.objects.count() == 1


def test_four_read_it_after_its_hour_and_there_is_one_agreement() -> None:
    silence = ready()
    past = now() - timedelta(minutes=1)
    Silence.objects.filter(pk=silence.pk).update(started_at=past - timedelta(days=2), until=past)
    assert at_once(*[settle_due] * 4) == [""] * 4
    assert Agreement.objects.filter(adopted_at=past).count() == 1
    assert Outgoing.objects.filter(name="sessions/emails/silence_held").count() == 3
    assert make.room_of(silence.session).made["A"] == 1  # the log knows nothing of it
