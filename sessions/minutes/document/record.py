"""The record about itself: slips that were corrected, and what the minutes were read from."""

from dataclasses import dataclass
from datetime import datetime

from sessions.core.terms import Slip
from sessions.minutes.document.session import Who


@dataclass(frozen=True, slots=True)
class Correction:
    """A slip put right by a later entry. `ref` is the turn, the agreement or the point it touches."""

    number: int
    slip: Slip
    ref: str
    was: str
    now: str
    at: datetime
    by: Who | None
    reason: str
    rests: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Colophon:
    """What the minutes were read from: entries in the log, those taken back, the last one and its chained head."""

    entries: int
    undone: int
    last_seq: int
    head: str
