"""Folds of positions beside agreements."""

from dataclasses import replace

from sessions.core import events as e
from sessions.core.folds.fold import Fold
from sessions.core.state import Position, Room
from sessions.core.terms import Stand


def _explained(room: Room, ev: e.PositionExplained, x: e.Entry) -> Room:
    return _said(room, ev, Stand.EXPLAINS)


def _dissociated(room: Room, ev: e.Dissociated, x: e.Entry) -> Room:
    return _said(room, ev, Stand.DISSOCIATES)


def _said(room: Room, ev: e.PositionExplained | e.Dissociated, stand: Stand) -> Room:
    made = Position(ev.agreement, ev.seat, stand, ev.text, ev.language, ev.follows)
    return replace(room, positions=(*room.positions, made))


def _handed_in(room: Room, ev: e.TextHandedIn, x: e.Entry) -> Room:
    positions = tuple(
        replace(p, written=ev.text) if (p.agreement, p.seat) == (ev.agreement, ev.seat) and p.awaited else p
        for p in room.positions
    )
    return replace(room, positions=positions)


FOLDS: dict[type, Fold] = {
    e.PositionExplained: _explained,
    e.Dissociated: _dissociated,
    e.TextHandedIn: _handed_in,
}
