"""The silence procedure between sessions: how a text under silence stands, and until when it may run. Pure.

A text circulates; if nobody who is entitled breaks the silence before its hour, it is agreed.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sessions.core.circulation import day_of
from sessions.core.ruleset import Rules
from sessions.core.state import Room, Seat
from sessions.core.terms import ItemKind, ItemState, Side

LEAST = timedelta(hours=24)  # whatever the rules of a session say
MOST = timedelta(days=90)
PROCEDURE = (ItemKind.ATTENDANCE, ItemKind.AGENDA, ItemKind.READING, ItemKind.CLOSING)
TREATED = (ItemState.OPEN, ItemState.CONCLUDED)


class Stands(StrEnum):
    """How a silence stands at an instant."""

    RUNNING = "running"
    BROKEN = "broken"
    HELD = "held"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Facts:
    """What was done with it: its hour, and the one act that may have ended it before."""

    until: datetime
    broken_at: datetime | None = None
    withdrawn_at: datetime | None = None

    def standing(self, now: datetime) -> Stands:
        """Promise how it stands at `now`: the hour itself is over, and what ended it before stays its end."""
        if self.broken_at is not None:
            return Stands.BROKEN
        if self.withdrawn_at is not None:
            return Stands.WITHDRAWN
        return Stands.RUNNING if now < self.until else Stands.HELD


def earliest(started: datetime, rules: Rules) -> datetime:
    """The first hour a silence that starts then may end at: the hours of the rules, never less than a day."""
    return started + max(LEAST, timedelta(hours=rules.silence_hours))


def latest(started: datetime) -> datetime:
    """The last hour it may end at."""
    return started + MOST


def entitled(room: Room) -> tuple[Seat, ...]:
    """Promise who may break it: who had a vote in the room and was not removed, whether still there at its end."""
    return tuple(s for s in room.seats.values() if s.votes and not s.removed)


def ad_referendum(room: Room) -> bool:
    """Whether what is agreed awaits ratification: no official of those entitled has powers to agree (G22)."""
    return not any(s.side is Side.PUBLIC and s.empowered for s in entitled(room))


def items(room: Room) -> tuple[str, ...]:
    """The items of substance that the session treated: a text belongs to one of them."""
    return tuple(i.plan.id for i in room.items if i.state in TREATED and i.plan.kind not in PROCEDURE)


def keeps(room: Room, now: datetime) -> bool:
    """Whether a reserve of the session still stands (A9), so that no text of it circulates."""
    today = day_of(now, room.zone)
    return any(r.lifted is None and today <= r.until for r in room.reserves)


def starter(room: Room, seat_id: str, *, secretariat: bool) -> str | None:
    """Promise whether this seat may start one, or withdraw it: "" for whoever presided at the end of the session,
    the instructing seat for the secretariat, None for everybody else.
    """
    if not room.presiding:
        return None
    if seat_id == room.presiding:
        return ""
    return room.presiding if secretariat and room.rules.chair_instructs else None
