"""How many terms end at once, and how they would be staggered (G20). Standard library only; nothing is decided here.

Published rule: of those with a vote on one side, no more than a third should leave within any sixty days. The
proposal only ever prolongs: nobody leaves earlier for it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

WINDOW_DAYS = 60
ONE_IN = 3  # a third


@dataclass(frozen=True, slots=True)
class Ending:
    """A voting member: key, side, and the last day of their term; None while it has no end."""

    key: int
    side: str
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class Crowd:
    """Too many of one side leave within the window that begins with `first`."""

    side: str
    first: date
    last: date
    leaving: int
    of: int

    @property
    def empties(self) -> bool:
        """Whether nobody with a vote stays on that side (G15)."""
        return self.leaving == self.of


@dataclass(frozen=True, slots=True)
class Proposed:
    """A later last day for somebody's term."""

    key: int
    before: date
    after: date


def crowds(members: Iterable[Ending]) -> list[Crowd]:
    """Promise every stretch in which more than a third of a side leaves within the window, the earliest first.

    One person alone is never a crowd, unless they are all that the side has. Stretches of a side do not overlap.
    """
    rows = list(members)
    found = [crowd for side in sorted({row.side for row in rows}) for crowd in _of_side(side, rows)]
    return sorted(found, key=lambda crowd: (crowd.first, crowd.side))


def staggered(members: Iterable[Ending]) -> list[Proposed]:
    """Promise the least prolongations after which no two or more are a crowd: who ends first stays first."""
    rows = list(members)
    proposed: list[Proposed] = []
    for side in sorted({row.side for row in rows}):
        of = [row for row in rows if row.side == side]
        at_once = max(1, len(of) // ONE_IN)
        days: list[date] = []
        for key, before in _ends(of):
            after = before
            if len(days) >= at_once:
                after = max(before, days[-at_once] + timedelta(days=WINDOW_DAYS))
            days.append(after)
            if after != before:
                proposed.append(Proposed(key, before, after))
    return proposed


def _of_side(side: str, rows: Sequence[Ending]) -> list[Crowd]:
    of = [row for row in rows if row.side == side]
    days = [day for _key, day in _ends(of)]
    found: list[Crowd] = []
    at = 0
    while at < len(days):
        within = [day for day in days[at:] if day < days[at] + timedelta(days=WINDOW_DAYS)]
        if _is_crowd(len(within), len(of)):
            found.append(Crowd(side, within[0], within[-1], len(within), len(of)))
            at += len(within)
        else:
            at += 1
    return found


def _is_crowd(leaving: int, of: int) -> bool:
    return leaving == of or (leaving > 1 and leaving * ONE_IN > of)


def _ends(of: Iterable[Ending]) -> list[tuple[int, date]]:
    """The ends in their order; the key decides between equals, so that the same rows give the same proposal."""
    return [
        (key, day) for day, key in sorted((row.ends_on, row.key) for row in of if row.ends_on is not None)
    ]  # fmt: skip
