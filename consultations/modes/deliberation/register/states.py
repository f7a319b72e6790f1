"""How an agreement stands, read from the records and the clock. Standard library only."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

NEAR = timedelta(days=7)


class State(StrEnum):
    """Where an agreement stands. The first that fits, in this order."""

    SUPERSEDED = "superseded"
    REFUSED = "refused"
    AWAITS = "awaits"
    VERIFIED = "verified"
    IMPLEMENTED = "implemented"
    OVERDUE = "overdue"
    NEAR = "near"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Facts:
    """What decides: its earliest date, whether it awaits ratification or was refused it, what came of it itself.

    `busy`: a task born of it is still open. `superseded`: a later agreement took its place.
    """

    due: date | None = None
    ad_referendum: bool = False
    ratified: bool | None = None
    implemented: bool = False
    verified: bool = False
    busy: bool = False
    superseded: bool = False


def state(facts: Facts, today: date) -> State:
    """Promise how it stands on `today`. The day itself is not overdue; without a date it is open.

    What was replaced is owed no more. While a task born of it is open, it is neither implemented nor verified: its
    date runs.
    """
    if facts.superseded:
        return State.SUPERSEDED
    if facts.ad_referendum and facts.ratified is not True:
        return State.AWAITS if facts.ratified is None else State.REFUSED
    if facts.verified and not facts.busy:
        return State.VERIFIED
    if facts.implemented and not facts.busy:
        return State.IMPLEMENTED
    if facts.due is None or facts.due > today + NEAR:
        return State.OPEN
    return State.OVERDUE if facts.due < today else State.NEAR
