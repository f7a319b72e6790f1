"""Recounting a term by hand: every day that was passed over, with its reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import get_language

from incidencia.deadlines.calendar import SATURDAY, add_business_days
from incidencia.deadlines.holidays import STATUTORY
from incidencia.deadlines.models import ClosedDay


@dataclass(frozen=True, slots=True)
class Recount:
    """A term of business days, its last day, and the days between that do not count, other than weekends."""

    starts_on: date
    days: int
    ends_on: date
    passed_over: list[tuple[str, list[date]]]  # by reason


def recount(starts_on: date, days: int, published: Iterable[ClosedDay]) -> Recount:
    """Promise the term from `starts_on`, whose own day never counts, and why days in it do not."""
    reasons = {row.date: row.ground for row in published}
    ends_on = add_business_days(starts_on, days, _Closed(reasons))
    between = (starts_on + timedelta(n) for n in range(1, (ends_on - starts_on).days + 1))
    passed: dict[str, list[date]] = {}
    for day in between:
        if day.weekday() < SATURDAY and day in _Closed(reasons):
            passed.setdefault(statutory_name(day) or reasons[day], []).append(day)
    return Recount(starts_on, days, ends_on, list(passed.items()))


def statutory_name(day: date) -> str:
    """Promise the name of a statutory day off in the active language; empty if it is none."""
    return STATUTORY.name(day, get_language() or "es")


@dataclass(frozen=True, slots=True)
class _Closed:
    reasons: dict[date, str]

    def __contains__(self, day: object) -> bool:
        return day in self.reasons or day in STATUTORY
