"""The state of a round, read from its instants. Standard library only; nothing begins or ends by a job."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class State(StrEnum):
    """Where a round stands."""

    DESIGNED = "designed"
    ANNOUNCED = "announced"
    COLLECTING = "collecting"
    REPLYING = "replying"
    REPLIED = "replied"
    SILENT = "silent"
    PUBLISHED = "published"


SENT = (State.REPLYING, State.REPLIED, State.SILENT, State.PUBLISHED)  # the authority reads the findings


@dataclass(frozen=True, slots=True)
class Instants:
    """What decides the state, all aware. `collects_from` and `replies_until` are computed from the terms."""

    announced_at: datetime | None = None
    collects_from: datetime | None = None
    sent_at: datetime | None = None
    replies_until: datetime | None = None  # the last instant in which a reply is in time
    claimed_at: datetime | None = None  # the first thing the authority said
    completed_at: datetime | None = None  # it said that its reply is complete
    published_at: datetime | None = None

    def state(self, now: datetime) -> State:
        """Promise the state at `now`. A boundary belongs to what begins, the last instant of a term to the term."""
        if _passed(self.published_at, now):
            return State.PUBLISHED
        if _passed(self.sent_at, now):
            return self._replying(now)
        if not _passed(self.announced_at, now):
            return State.DESIGNED
        return State.COLLECTING if _passed(self.collects_from, now) else State.ANNOUNCED

    def may_publish(self, now: datetime) -> bool:
        """Whether the reply is complete, or its term is over."""
        return self.state(now) in (State.REPLIED, State.SILENT)

    @property
    def was_silent(self) -> bool:
        """Whether nothing was replied within the term; meaningful once it is over. A late reply changes nothing."""
        said = [at for at in (self.claimed_at, self.completed_at) if at is not None]
        return self.replies_until is not None and not any(at <= self.replies_until for at in said)

    def _replying(self, now: datetime) -> State:
        if _passed(self.completed_at, now) and not self.was_silent:
            return State.REPLIED
        if self.replies_until is None or now <= self.replies_until:
            return State.REPLYING
        return State.SILENT if self.was_silent else State.REPLIED


def _passed(instant: datetime | None, now: datetime) -> bool:
    return instant is not None and instant <= now
