"""Motions on how the room goes on: procedural ones, reconsideration, and appeals against rulings."""

from dataclasses import dataclass
from datetime import datetime

from sessions.core.terms import MotionKind, MotionState, Speaks


@dataclass(frozen=True, slots=True)
class OnMotion:
    """Somebody who speaks on a motion; `turn` once they had the floor."""

    seat: str
    speaks: Speaks
    turn: str = ""


@dataclass(frozen=True, slots=True)
class Motion:
    """`ref` is the point of order whose ruling is appealed, or the agreement or vote to reconsider.

    `vote` decided it; empty while none did, or without objection. `followed`: the chair did what it asks.
    """

    id: str
    kind: MotionKind
    seat: str
    item: str
    ref: str
    reason: str
    state: MotionState = MotionState.PENDING
    speakers: tuple[OnMotion, ...] = ()
    vote: str = ""
    followed: bool = False
    moved_at: datetime | None = None

    def listed(self, speaks: Speaks) -> int:
        """How many asked to speak on that side."""
        return sum(1 for s in self.speakers if s.speaks is speaks)
