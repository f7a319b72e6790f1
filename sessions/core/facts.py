"""What the desk knows and the log does not."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, datetime

from sessions.core.events import Pending


@dataclass(frozen=True, slots=True)
class Gap:
    """A voting seat on the web was without a line from `start` until `end`; None: it still is."""

    seat: str
    start: datetime
    end: datetime | None = None

    def covers(self, at: datetime) -> bool:
        """Whether the line was lost at that instant."""
        return self.start <= at and (self.end is None or at < self.end)


@dataclass(frozen=True, slots=True)
class Cell:
    """What the urn of a ballot holds for one choice; `side` is empty where it is not told apart."""

    side: str
    choice: str
    count: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What the desk knows and the log does not: handed in with each command, so that rules stay pure.

    `entitled`: accredited voting members. `connected`: seats with a live line. `gaps`: of each present
    voting seat on the web, when its line was last lost. `pending`: open agreements of earlier sessions.
    `closed`: the days that no term of business days counts.
    `urn`: what the urn holds, for the act that closes its ballot.
    """

    now: datetime
    entitled: int = 0
    connected: frozenset[str] = frozenset()
    gaps: tuple[Gap, ...] = ()
    pending: tuple[Pending, ...] = ()
    closed: Container[date] = frozenset()
    urn: tuple[Cell, ...] = ()

    @property
    def cut_off(self) -> frozenset[str]:
        """The present voting seats on the web whose line is lost now."""
        return frozenset(g.seat for g in self.gaps if g.end is None)
