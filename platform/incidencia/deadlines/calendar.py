"""Business days and months. Standard library only; dates are those of the duty holder's zone."""

import calendar
from collections.abc import Container, Iterator
from datetime import date, timedelta
from itertools import islice

_DAY = timedelta(days=1)
SATURDAY = 5


def is_business_day(day: date, closed: Container[date]) -> bool:
    """Whether `day` counts: neither weekend nor in `closed`."""
    return day.weekday() < SATURDAY and day not in closed


def business_days_after(start: date, closed: Container[date]) -> Iterator[date]:
    """Yield the business days after `start`, without end. The day a term starts from never counts."""
    day = start
    while True:
        day += _DAY
        if is_business_day(day, closed):
            yield day


def add_business_days(start: date, days: int, closed: Container[date]) -> date:
    """Promise the last day of a term of `days` business days from `start`: the first one is the day after.

    `days` 0 gives `start` itself. Raises ValueError below 0.
    """
    if days < 0:
        raise ValueError("a term has no negative days")
    return next(islice(business_days_after(start, closed), days - 1, None)) if days else start


def business_days_between(start: date, end: date, closed: Container[date]) -> int:
    """Promise how many business days lie after `start` up to and including `end`; negative if `end` is before."""
    if end < start:
        return -business_days_between(end, start, closed)
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(is_business_day(day, closed) for day in days)


def add_months(start: date, months: int) -> date:
    """Promise the same day `months` calendar months later; where that month is shorter, its last day (A12)."""
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))
