"""Folds of the door."""

from dataclasses import replace

from sessions.core import events as e
from sessions.core.folds.fold import Fold
from sessions.core.state import Knock, Room, Seat


def _asked(room: Room, ev: e.AdmissionAsked, x: e.Entry) -> Room:
    knock = Knock(ev.seat, ev.name, ev.organization, x.at)
    return replace(room, waiting={**room.waiting, ev.seat: knock})


def _admitted(room: Room, ev: e.PersonAdmitted, x: e.Entry) -> Room:
    before = room.seats.get(ev.seat)
    seat = Seat(
        ev.seat, ev.name, ev.capacity, ev.role, ev.side, ev.organization, ev.votes, ev.empowered, ev.via,
        present=True, arrived=before.arrived if before else x.at, since=x.at, provisional=ev.provisional,
        vote_awaits=ev.vote_awaits, document=before.document if before else "",
    )  # fmt: skip
    waiting = {k: w for k, w in room.waiting.items() if k != ev.seat}
    return replace(room, seats={**room.seats, ev.seat: seat}, waiting=waiting)


def _refused(room: Room, ev: e.AdmissionRefused, x: e.Entry) -> Room:
    knock = room.waiting.get(ev.seat) or Knock(ev.seat, ev.name, "", x.at)
    return replace(room, waiting={**room.waiting, ev.seat: replace(knock, refused=ev.reason)})


def _gone(room: Room, ev: e.PersonLeft | e.PersonRemoved, x: e.Entry) -> Room:
    removed = isinstance(ev, e.PersonRemoved)
    seat = replace(room.seats[ev.seat], present=False, left=x.at, removed=removed)
    return replace(room, seats={**room.seats, ev.seat: seat})


def _confirmed(room: Room, ev: e.AccreditationConfirmed, x: e.Entry) -> Room:
    seat = replace(
        room.seats[ev.seat], provisional=False, vote_awaits=False, votes=ev.votes, document=ev.document
    )  # fmt: skip
    return replace(room, seats={**room.seats, ev.seat: seat})


FOLDS: dict[type, Fold] = {
    e.AdmissionAsked: _asked,
    e.PersonAdmitted: _admitted,
    e.AdmissionRefused: _refused,
    e.PersonLeft: _gone,
    e.PersonRemoved: _gone,
    e.AccreditationConfirmed: _confirmed,
}
