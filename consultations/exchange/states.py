"""How an offer, and a lesson, stand: read from what was done. Standard library only."""

from datetime import datetime
from enum import StrEnum


class State(StrEnum):
    """Where something offered to another process stands."""

    OFFERED = "offered"  # waits for the coordination of its own process
    PASSED = "passed"  # waits for the coordination of the other one
    ACCEPTED = "accepted"
    RETURNED = "returned"  # its own coordination declined
    DECLINED = "declined"  # the other one did


def state(forwarded_at: datetime | None, accepted_at: datetime | None, ended_at: datetime | None) -> State:
    """Promise where it stands. What was declined before it was passed on was returned."""
    if accepted_at is not None:
        return State.ACCEPTED
    if ended_at is not None:
        return State.RETURNED if forwarded_at is None else State.DECLINED
    return State.OFFERED if forwarded_at is None else State.PASSED
