"""The term of papers (G27.I): business days between their circulation and the day of the session. Pure.

A paper is in time when `days` business days lie between both days; neither of the two counts.
"""

from collections.abc import Container
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

_DAY = timedelta(days=1)
_SATURDAY = 5


def day_of(instant: datetime, zone: str) -> date:
    """The day of an instant on the calendars of `zone`."""
    return instant.astimezone(ZoneInfo(zone)).date()


def first_day(circulated: date, days: int, closed: Container[date]) -> date:
    """The first business day on which a session gives its term to a paper circulated on `circulated`."""
    day, left = circulated + _DAY, days
    while left or not _counts(day, closed):
        left -= bool(left) and _counts(day, closed)
        day += _DAY
    return day


def last_day(session: date, days: int, closed: Container[date]) -> date:
    """The last day on which a paper reaches the members in time for a session on `session`."""
    day, left = session - _DAY, days
    while left:
        left -= _counts(day, closed)
        day -= _DAY
    return day


def short_by(circulated: date, session: date, days: int, closed: Container[date]) -> int:
    """By how many business days the term was not met; 0: the paper came in time."""
    between = max((session - circulated).days - 1, 0)
    given = sum(_counts(circulated + n * _DAY, closed) for n in range(1, between + 1))
    return max(days - given, 0)


def _counts(day: date, closed: Container[date]) -> bool:
    return day.weekday() < _SATURDAY and day not in closed
