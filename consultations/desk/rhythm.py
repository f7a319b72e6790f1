"""On which days a digest is written. Standard library only."""

from datetime import date, datetime, timedelta

HOUR = 7  # of the morning, where the person is
MONDAY = 0


def is_due(every: str, written_on: date | None, local: datetime) -> bool:
    """Promise whether a digest is due at `local`, the present hour where the person is.

    Daily on workdays, weekly on Mondays, from seven in the morning, once a day. A Monday that was missed is made up
    for in the same week.
    """
    today = local.date()
    if every == "never" or local.hour < HOUR or written_on == today:
        return False
    if every == "day":
        return today.weekday() < 5
    return written_on is None or written_on < today - timedelta(days=today.weekday() - MONDAY)
