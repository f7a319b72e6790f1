"""The state of an activity, read from its instants. Standard library only; nothing opens or closes by a job."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class State(StrEnum):
    """Where an activity stands."""

    DRAFT = "draft"
    COMING = "coming"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Window:
    """The instants that decide the state, all aware. Without `closes_at` it stands open until it is cancelled."""

    published_at: datetime | None = None
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    cancelled_at: datetime | None = None

    def state(self, now: datetime) -> State:
        """Promise the state at `now`. A boundary instant belongs to what begins."""
        if self.published_at is None or now < self.published_at:
            return State.DRAFT
        if self.cancelled_at is not None and now >= self.cancelled_at:
            return State.CANCELLED
        if self.opens_at is not None and now < self.opens_at:
            return State.COMING
        if self.closes_at is not None and now >= self.closes_at:
            return State.CLOSED
        return State.OPEN
