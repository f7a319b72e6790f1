"""Who was in the room from when to when, as the log has it, nothing merged: for oneself and for the desk, until the
minutes are approved. Then only the sums are shown.

The minutes tell less (`minutes/build.py`): gaps shorter than ten minutes are nobody's business.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sessions.core import events as e
from sessions.core.evolve import undone
from sessions.core.terms import Via

LATE_ENTRY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Interval:
    """One stay. `left` is None while it lasts; `removed`: by the chair; `noted`: when a late entry was written."""

    arrived: datetime
    via: Via
    left: datetime | None = None
    removed: bool = False
    noted: datetime | None = None


@dataclass(frozen=True, slots=True)
class Stays:
    """All stays of one person, by the name they were admitted under."""

    seat: str
    name: str
    intervals: tuple[Interval, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """How long one person was there in all."""

    seat: str
    name: str
    seconds: int


def total(person: Stays, end: datetime) -> Total:
    """Promise the sum of the stays of one person, none longer than until `end`. Pure."""
    lengths = (min(i.left or end, end) - min(i.arrived, end) for i in person.intervals)
    return Total(person.seat, person.name, sum(lengths, timedelta()) // timedelta(seconds=1))


def stays(entries: Iterable[e.Entry]) -> list[Stays]:
    """Promise the stays of everybody who was admitted, by name; acts that were taken back do not count. Pure."""
    log = list(entries)
    gone, found = undone(log), dict[str, Stays]()
    for x in log:
        if x.seq in gone:
            continue
        if isinstance(x.event, e.PersonAdmitted):
            before = found.get(x.event.seat)
            began = Interval(x.at, x.event.via, noted=_noted(x))
            found[x.event.seat] = Stays(
                x.event.seat, x.event.name, (*(before.intervals if before else ()), began)
            )
        elif isinstance(x.event, e.PersonLeft | e.PersonRemoved):
            known = found[x.event.seat]
            last = known.intervals[-1]
            ended = replace(
                last, left=x.at, removed=isinstance(x.event, e.PersonRemoved), noted=_noted(x) or last.noted
            )
            found[x.event.seat] = replace(known, intervals=(*known.intervals[:-1], ended))
    return sorted(found.values(), key=lambda s: s.name)


def _noted(entry: e.Entry) -> datetime | None:
    return entry.written if entry.written - entry.at >= LATE_ENTRY else None
