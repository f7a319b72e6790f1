"""The scale on which every item is answered, always the same. Standard library only."""

from enum import StrEnum


class Answer(StrEnum):
    """What was found of an item. The last two say nothing about compliance."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_VERIFIABLE = "unknown"
    NOT_DUE = "not_due"


ORDER = {Answer.NO: 0, Answer.PARTLY: 1, Answer.YES: 2}  # only these can be compared


class Turn(StrEnum):
    """How an item turned from one round to the next."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    UNKNOWN = "unknown"  # one of both says nothing about compliance


def turn(before: Answer | None, after: Answer | None) -> Turn:
    """Promise how it turned. What could not be verified, or was not due, is never read as better or worse."""
    if before not in ORDER or after not in ORDER:
        return Turn.UNKNOWN
    step = ORDER[after] - ORDER[before]
    return Turn.BETTER if step > 0 else Turn.WORSE if step < 0 else Turn.SAME
