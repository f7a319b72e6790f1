"""What the floor was given for besides the list: replies and experts; and the time each side had."""

from dataclasses import dataclass
from datetime import datetime

from sessions.core.terms import ReplyState, Side
from sessions.minutes.document.session import Who


@dataclass(frozen=True, slots=True)
class Reply:
    """A right of reply to what was said in the turn `to`; `turn` is the one in which it was given."""

    id: str
    who: Who
    at: datetime
    to: str
    reason: str
    outcome: ReplyState
    ended: datetime | None
    refused: str
    turn: str
    rests: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Expert:
    """Somebody a member asked to hear (`asked_by`, `name`), or whom the chair `invited`, or both (G28)."""

    id: str
    at: datetime
    asked_by: Who | None
    name: str
    topic: str
    invited: Who | None
    invited_at: datetime | None
    rests: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Budget:
    """The minutes of a side in this item from then on; 0: no limit any more."""

    at: datetime
    side: Side
    minutes: int
    rests: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SpeakingTime:
    """The seconds of each turn on this item from then on, by decision of the chair; 0: as the rules say again."""

    at: datetime
    seconds: int
    rests: tuple[int, ...]
