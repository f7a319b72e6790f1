"""Presence, minute by minute: for oneself and for the desk; the minutes merge what is short."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import translation

from incidencia.clock import now
from incidencia.web import times
from sessions import log
from sessions.core import commands as c
from sessions.core.terms import Via
from sessions.minutes import services
from sessions.minutes.queries import record_of
from sessions.models import Minutes, Session
from sessions.stays import Interval, Stays, stays, total
from tests.factories import sessions as make

pytestmark = pytest.mark.django_db
ClientOf = Callable[[Any], Client]


@pytest.fixture
def session(db: None) -> Session:
    """Bruno lost his line for four minutes and left for a quarter of an hour; it is over."""
    for name in make.NAMES:
        make.cast(name)
    with time_machine.travel(now() - timedelta(hours=1)) as clock:
        session = make.session_open()
        for away in (4, 15):
            clock.shift(timedelta(minutes=5))
            make.play(session, "bruno", c.Leave())
            clock.shift(timedelta(minutes=away))
            make.admit(session, "bruno")
        make.play(session, "alba", c.CloseSession())
    return session


def page(session: Session) -> str:
    return f"/en/sesiones/{session.reference}/presencia/"


def test_the_log_tells_each_stay_and_the_minutes_pass_over_a_short_gap(session: Session) -> None:
    key = make.seat_of(session, "bruno").key
    told = next(one for one in stays(log.entries(session)) if one.seat == key)
    assert len(told.intervals) == 3
    assert told.intervals[-1].left is None
    row = services.drafted(session)
    assert row is not None
    kept = next(a for a in record_of(row).document.attendance if a.who.seat == key)
    assert len(kept.stays) == 2, "four minutes are nobody's business, fifteen are told"


def test_one_sees_ones_own_and_the_desk_sees_everybody(session: Session, client_of: ClientOf) -> None:
    for who, sees in (("bruno", False), ("elias", False), ("fatima", False), ("alba", True), ("dora", True)):
        shown = client_of(make.cast(who)).get(page(session)).content.decode()
        assert ("Elías Montes</th>" in shown) is (sees or who == "elias"), who
        assert shown.count("Bruno Sosa</th>") == (3 if sees or who == "bruno" else 0), who


def test_nobody_else_reads_who_came_and_went(session: Session, client_of: ClientOf, client: Client) -> None:
    assert client.get(page(session)).status_code == 403
    assert client_of(make.cast("carmen")).get(page(session)).status_code == 403


def test_what_was_taken_back_was_no_departure(client_of: ClientOf) -> None:
    session = make.session_open()
    make.play(session, "alba", c.Leave(), behalf="bruno", via=Via.PHONE)
    make.play(session, "alba", c.Undo())
    key = make.seat_of(session, "bruno").key
    told = next(one for one in stays(log.entries(session)) if one.seat == key)
    assert len(told.intervals) == 1


@pytest.mark.parametrize("who", ["bruno", "alba"])
def test_once_the_minutes_are_approved_only_the_sum_is_shown(
    session: Session, client_of: ClientOf, who: str
) -> None:
    reader, key = client_of(make.cast(who)), make.seat_of(session, "bruno").key
    told = next(one for one in stays(log.entries(session)) if one.seat == key)
    arrived = times.hour(told.intervals[1].arrived, session.zone)
    assert services.drafted(session)
    assert arrived in reader.get(page(session)).content.decode()
    Minutes.objects.filter(session=session).update(approved_at=now())
    shown = reader.get(page(session)).content.decode()
    assert arrived not in shown
    assert "Bruno Sosa</th>" in shown
    session.refresh_from_db()
    assert session.closed_at is not None
    seconds = total(told, session.closed_at).seconds
    assert 600 <= seconds < 1200, "of half an hour he was away nineteen minutes"
    with translation.override("en"):
        assert times.span(-(-seconds // 60)) in shown
    assert ("Elías Montes" in shown) is (who == "alba")


def test_the_sum_counts_nothing_after_the_end() -> None:
    begun, end = now(), now() + timedelta(hours=1)
    one = Stays("2", "Bruno", (Interval(begun, Via.WEB, begun + timedelta(minutes=10)), Interval(end, Via.WEB)))
    assert total(one, end).seconds == 600
    assert total(one, begun).seconds == 0
