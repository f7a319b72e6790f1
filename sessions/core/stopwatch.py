"""A clock as facts: what has run, since when it runs, why it stands still. No ticks."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sessions.core.terms import Hold


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """Runs while nothing holds it. Several holds may stand at once; each is released by its own name."""

    used: timedelta = timedelta()
    since: datetime | None = None
    holds: tuple[Hold, ...] = ()

    def elapsed(self, now: datetime) -> timedelta:
        """What has run until `now`."""
        return self.used + (max(now - self.since, timedelta()) if self.since else timedelta())

    def start(self, at: datetime) -> "Stopwatch":
        """Set it running, unless something holds it."""
        return self if self.since or self.holds else replace(self, since=at)

    def stop(self, at: datetime) -> "Stopwatch":
        """Stand still for good, keeping what has run."""
        return replace(self, used=self.elapsed(at), since=None)

    def hold(self, why: Hold, at: datetime) -> "Stopwatch":
        """Stand still because of `why`; a second hold of the same name changes nothing."""
        if why in self.holds:
            return self
        return replace(self.stop(at), holds=(*self.holds, why))

    def release(self, why: Hold, at: datetime) -> "Stopwatch":
        """Take `why` away; run again when it was the last."""
        if why not in self.holds:
            return self
        left = tuple(h for h in self.holds if h != why)
        return replace(self, holds=left, since=None if left else at)

    def runs_out(self, limit: timedelta) -> datetime | None:
        """The instant at which `limit` is reached, never before it last began; None while it stands still."""
        return self.since + max(limit - self.used, timedelta()) if self.since else None
