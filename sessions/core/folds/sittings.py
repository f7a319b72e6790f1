"""Sittings: a pause on the same day is part of one, a recess to another day begins the next."""

from dataclasses import replace
from datetime import datetime

from sessions.core.circulation import day_of
from sessions.core.state import Room, Sitting


def begun(room: Room, at: datetime) -> tuple[Sitting, ...]:
    """The sittings when the session sits again at `at`, or for the first time."""
    last = room.sittings[-1] if room.sittings else None
    if last is None or last.ended is None or day_of(last.ended, room.zone) != day_of(at, room.zone):
        return (*room.sittings, Sitting(at))
    return (*room.sittings[:-1], replace(last, ended=None))


def ended(room: Room, at: datetime) -> tuple[Sitting, ...]:
    """The sittings when the session stops sitting at `at`."""
    return tuple(replace(s, ended=s.ended or at) for s in room.sittings)


def stood_still(room: Room, at: datetime) -> datetime | None:
    """The announced close of the list, put off by as long as the session was suspended."""
    return put_off(room, room.floor.closes_at, at)


def put_off(room: Room, term: datetime | None, at: datetime) -> datetime | None:
    """A term that stood still since the last sitting ended, now that the session sits again."""
    since = room.sittings[-1].ended if room.sittings else None
    return term + (at - since) if term and since else term
