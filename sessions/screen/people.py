"""Who is in the room, how the time was shared, and who waits at the door."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sessions.audiences import Audience
from sessions.core.rules.balance import APART
from sessions.core.state import Room
from sessions.core.terms import Role, Side
from sessions.models import Session
from sessions.screen import budgets
from sessions.wording.words import clock, name_of, standing_of, word


@dataclass(frozen=True, slots=True)
class Share:
    """One side's part of the speaking time, always beside its part of those present. Percentages."""

    side: str
    time: int
    people: int
    clock: str


def people(session: Session, room: Room, audience: Audience) -> dict[str, Any]:
    """Everybody present, with the chair and the secretariat first; the shares of both sides."""
    present = sorted(room.present(), key=lambda s: (s.id != room.presiding, s.role is not Role.SECRETARIAT, s.name))
    used = _used(room)
    total = sum(used.values(), timedelta())
    sides: list[Side] = [s.side for s in present if s.side is not Side.GUEST and s.role not in APART]
    spoken = {t.seat for t in room.turns if t.used}
    return {
        "people": [(s, standing_of(s)) for s in present],
        "conflicted": {x.seat for x in room.conflicts if room.current and x.item == room.current},
        "shares": [_share(side, used[side], total, sides) for side in (Side.CIVIL, Side.PUBLIC)],
        "total": clock(total) if total else "",
        "first_time": len(spoken),
        "presiding_id": room.presiding,
        "budgets": budgets.spent(room),
        "wishes": [(name_of(room, w.seat), w) for w in room.experts.wishes if w.item == room.current and not w.met],
    }


def _used(room: Room) -> dict[Side, timedelta]:
    """Speaking time of the whole session, by side."""
    used = {side: timedelta() for side in Side}
    for turn in room.turns:
        if turn.seat in room.seats:
            used[room.seats[turn.seat].side] += turn.used
    return used


def _share(side: Side, used: timedelta, total: timedelta, sides: Sequence[Side]) -> Share:
    time = round(100 * (used / total)) if total else 0
    there = round(100 * sides.count(side) / len(sides)) if sides else 0
    return Share(word(side), time, there, clock(used))


def lobby(session: Session, room: Room, audience: Audience) -> dict[str, Any]:
    """Who knocks, who was refused, and how many accredited people are not here. One query."""
    if audience is not Audience.DESK:
        return {"knocks": [], "refused": [], "absent": 0}
    knocks = sorted(room.waiting.values(), key=lambda k: k.at)
    keys = session.seats.values_list("key", flat=True)
    here = {k for k, s in room.seats.items() if s.present}
    return {
        "knocks": [k for k in knocks if not k.refused],
        "refused": [k for k in knocks if k.refused],
        "absent": sum(1 for key in keys if key not in here),
        "zone": session.zone,
    }
