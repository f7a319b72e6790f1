"""Reserved items, and the while the room is off the record."""

from dataclasses import dataclass
from datetime import date, datetime

from sessions.core.terms import Circle


@dataclass(frozen=True, slots=True)
class OffRecord:
    """Nothing is decided nor noted since then."""

    since: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Reserve:
    """A reserve on an item (A9): the act, which is public, and the entries it keeps.

    `entries` are spans of numbers of the log, both ends in it, in order. Lifted, it keeps nothing any more.
    """

    id: str
    item: str
    circle: Circle
    ground: str
    article: str
    risk: str
    interest: str
    least: str
    told: str
    untold: str
    language: str
    decision: str
    decided_on: date | None
    confirm_by: date | None
    until: date
    by: str
    at: datetime
    entries: tuple[tuple[int, int], ...] = ()
    lifted: datetime | None = None
    lifted_because: str = ""
    reservable: bool = False

    def keeps(self, seq: int) -> bool:
        """Whether that entry of the log is one of those it keeps."""
        return any(first <= seq <= last for first, last in self.entries)

    @property
    def kept(self) -> int:
        """How many entries it keeps."""
        return sum(last - first + 1 for first, last in self.entries)
