"""Words before the room, and what was agreed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sessions.core.events import Count, Part
from sessions.core.stopwatch import Stopwatch
from sessions.core.terms import Effect


@dataclass(frozen=True, slots=True)
class Objection:
    seat: str
    reason: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """Words before the room, and the window in which one may object."""

    id: str
    item: str
    text: str
    language: str
    effect: Effect
    parts: tuple[Part, ...]
    power: str
    ad_referendum: bool
    window: timedelta
    watch: Stopwatch
    count: Count
    cut_off: tuple[str, ...]
    put_at: datetime
    objections: tuple[Objection, ...] = ()
    aside: tuple[Objection, ...] = ()
    about: str = ""
    electorate: tuple[str, ...] = ()

    def asks(self, seat: str) -> bool:
        """Whether this seat may object: it had a vote when the words were put (older logs: has one now)."""
        return not self.electorate or seat in self.electorate


@dataclass(frozen=True, slots=True)
class Reservation:
    seat: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """Adopted words. `cut_off` are those who may still object late, until `late_until` (None: closing).

    `reopened`: the motion by which they are before the room again; `superseded`: the agreement that took their place.
    """

    id: str
    item: str
    text: str
    language: str
    effect: Effect
    parts: tuple[Part, ...]
    power: str
    ad_referendum: bool
    adopted_at: datetime
    cut_off: tuple[str, ...] = ()
    late_until: datetime | None = None
    late_objections: tuple[Objection, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    read: bool = False
    reopened: str = ""
    superseded: str = ""
