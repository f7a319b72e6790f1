"""A clock as facts for the page: since when, what has run, its limit, why it stands still."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sessions.core.stopwatch import Stopwatch
from sessions.wording.words import clock, word


@dataclass(frozen=True, slots=True)
class Timer:
    """`since` is empty while it stands; seconds are whole; `words` stand where no script counts."""

    since: datetime | None
    used: int
    limit: int
    holds: str
    why: str
    words: str


def timer(watch: Stopwatch, limit: timedelta) -> Timer:
    """The facts of a watch that runs up to `limit`."""
    return Timer(
        watch.since, int(watch.used.total_seconds()), int(limit.total_seconds()),
        " ".join(h.value for h in watch.holds), ", ".join(word(h) for h in watch.holds), clock(limit),
    )  # fmt: skip


def minutes(length: timedelta) -> int:
    """Whole minutes, half ones upwards; something used is never nothing."""
    seconds = length.total_seconds()
    return max(1, round(seconds / 60)) if seconds >= 1 else 0
