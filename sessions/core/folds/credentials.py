"""Folds of powers and of conflicts of interest."""

from dataclasses import replace

from sessions.core import events as e
from sessions.core.folds.fold import Fold
from sessions.core.state import Conflict, Credentials, Room


def _recorded(room: Room, ev: e.CredentialsRecorded, x: e.Entry) -> Room:
    shown = Credentials(ev.empowered, ev.powers, ev.document, x.at)
    return _empowered(replace(room, credentials={**room.credentials, ev.seat: shown}), ev.seat, ev.empowered)


def _withdrawn(room: Room, ev: e.CredentialsWithdrawn, x: e.Entry) -> Room:
    known = room.credentials.get(ev.seat)
    before = known or Credentials(True, "", "", x.at)
    shown = replace(before, empowered=False, withdrawn=ev.reason)
    return _empowered(replace(room, credentials={**room.credentials, ev.seat: shown}), ev.seat, False)


def _empowered(room: Room, seat_id: str, empowered: bool) -> Room:
    seat = replace(room.seats[seat_id], empowered=empowered)
    return replace(room, seats={**room.seats, seat_id: seat})


def _conflict(room: Room, ev: e.ConflictDeclared, x: e.Entry) -> Room:
    return replace(room, conflicts=(*room.conflicts, Conflict(ev.item, ev.seat, ev.text, ev.language)))


FOLDS: dict[type, Fold] = {
    e.CredentialsRecorded: _recorded,
    e.CredentialsWithdrawn: _withdrawn,
    e.ConflictDeclared: _conflict,
}
