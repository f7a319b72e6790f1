"""What was off the record, what is reserved, and who was let to hear it."""

from dataclasses import dataclass
from datetime import datetime

from sessions.core.state import Reserve
from sessions.minutes.document.session import Who


@dataclass(frozen=True, slots=True)
class OffRecord:
    """A while of which nothing was noted; `ended` is None in a log that is not closed."""

    since: datetime
    ended: datetime | None
    reason: str
    rests: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reserved:
    """A reserve on an item (A9), which is public, with the entries it keeps; `by`: who classified."""

    act: Reserve
    by: Who
    lifted_by: Who | None
    rests: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Clearance:
    """Somebody who was let to hear closed items, upon an undertaking; `until`: when that was taken back, and why."""

    seat: str
    name: str
    undertaking: str
    since: datetime
    until: datetime | None
    reason: str
    rests: tuple[int, ...]
