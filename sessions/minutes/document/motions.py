"""Motions and appeals: one entry each, with who spoke on them and what became of them."""

from dataclasses import dataclass
from datetime import datetime

from sessions.core.terms import MotionKind, MotionState, Speaks, Via
from sessions.minutes.document.session import Who


@dataclass(frozen=True, slots=True)
class OnMotion:
    """Somebody listed to speak on a motion; `turn` is empty when they did not."""

    who: Who
    speaks: Speaks
    turn: str


@dataclass(frozen=True, slots=True)
class Motion:
    """`ref`: the point of order whose ruling was appealed, or the agreement or vote to reconsider.

    `vote` decided it; carried with an empty one: without objection. An appeal that is carried overturned the ruling.
    `lapsed` is the reason why nobody decided it, empty when another motion had settled the matter.
    """

    id: str
    kind: MotionKind
    who: Who
    at: datetime
    reason: str
    ref: str
    via: Via
    entered_for: bool
    speakers: tuple[OnMotion, ...]
    outcome: MotionState
    ended: datetime | None
    vote: str
    lapsed: str
    rests: tuple[int, ...]
