"""The state of an item, read from the clock. Standard library only."""

from datetime import datetime
from enum import StrEnum


class State(StrEnum):
    """Where an item stands."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"


def state(publish_at: datetime | None, now: datetime) -> State:
    """Promise the state at `now`. The instant of publication belongs to what is published."""
    if publish_at is None:
        return State.DRAFT
    return State.SCHEDULED if now < publish_at else State.PUBLISHED
