"""Leases: renewed by a sign of life, run out by themselves, written in batches."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
import time_machine
from pytest_django import DjangoAssertNumQueries

from incidencia.clock import now
from sessions import facts, log, presence
from sessions.core import commands as c
from sessions.core.state import Room
from sessions.models import Presence, Session
from tests.factories.sessions import seat_of, session_in_lobby

pytestmark = pytest.mark.django_db


@pytest.fixture
def session() -> Session:
    return session_in_lobby()


@pytest.fixture
def collecting() -> Iterator[None]:
    presence.collect()
    yield
    presence.stop_collecting()
    presence.flush()


def test_a_page_asked_for_is_a_sign_of_life(session: Session) -> None:
    bruno = seat_of(session, "bruno")
    presence.touch(bruno)
    assert facts.connected(session) == {bruno.key}


def test_a_lease_runs_out_after_a_minute_without_a_sign(session: Session) -> None:
    bruno = seat_of(session, "bruno")
    presence.touch(bruno)
    with time_machine.travel(now() + timedelta(seconds=61)):
        assert facts.connected(session) == frozenset()
        presence.touch(bruno)
        assert facts.connected(session) == {bruno.key}


@pytest.mark.engine
def test_many_signs_of_life_are_two_statements(
    session: Session, collecting: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(2):  # new leases, then the same ones renewed
        seats = list(session.seats.all())
        with django_assert_num_queries(0):
            for seat in seats * 3:
                presence.touch(seat)
        with django_assert_num_queries(2):
            presence.flush()
    assert Presence.objects.filter(session=session).count() == len(seats)


def test_a_seat_that_is_gone_spoils_no_batch(session: Session, collecting: None) -> None:
    presence.beat(10**9)
    presence.touch(seat_of(session, "bruno"))
    presence.flush()
    assert facts.connected(session) == {seat_of(session, "bruno").key}


def test_several_rooms_are_read_in_one_query(
    session: Session, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    other = session_in_lobby(title_es="Otra")
    presence.touch(seat_of(session, "bruno"))
    presence.touch(seat_of(other, "dora"))
    with django_assert_num_queries(1):
        found = presence.connected([session.pk, other.pk])
    assert found == {session.pk: {seat_of(session, "bruno").key}, other.pk: {seat_of(other, "dora").key}}


def test_a_gap_is_remembered_with_both_ends(session: Session) -> None:
    bruno = seat_of(session, "bruno")
    with time_machine.travel(now(), tick=False) as clock:
        left = now()
        presence.touch(bruno)
        clock.shift(timedelta(minutes=10))
        room = log.load(session)
        asked = c.Object("any")  # a command: what is asked for does not matter
        assert _gaps(session, room, asked)[bruno.key] == (left + facts.LEASE, None)
        presence.touch(bruno)
        assert _gaps(session, room, asked)[bruno.key] == (left + facts.LEASE, now())
        clock.shift(timedelta(seconds=30))
        presence.touch(bruno)
        assert _gaps(session, room, asked)[bruno.key][1] == left + timedelta(minutes=10)


def _gaps(session: Session, room: Room, asked: c.Command) -> dict[str, tuple[datetime, datetime | None]]:
    return {g.seat: (g.start, g.end) for g in facts.gather(session, room, asked).gaps}


def test_who_never_had_a_line_was_cut_off_until_the_first_sign_of_life(session: Session) -> None:
    bruno = seat_of(session, "bruno")
    room, asked = log.load(session), c.Object("any")
    since = room.seats[bruno.key].since
    with time_machine.travel(now() + timedelta(minutes=5), tick=False):
        assert _gaps(session, room, asked)[bruno.key] == (since, None)
        presence.touch(bruno)
        assert _gaps(session, room, asked)[bruno.key] == (since, now())
