"""The trail of a contribution: its six steps in order. Standard library only.

Steps are made by acts (a submission, an answer, an agreement), never typed in; none goes before its time.
"""

from collections.abc import Collection
from enum import StrEnum


class Step(StrEnum):
    """What became of a contribution, in the order in which it can happen (A2, G8.I)."""

    RECEIVED = "received"
    ANSWERED = "answered"
    DELIBERATED = "deliberated"
    AGREED = "agreed"
    IMPLEMENTED = "implemented"
    VERIFIED = "verified"


# What must have happened before. An answer may come before or after the debate; nothing is agreed undebated.
NEEDS: dict[Step, Step | None] = {
    Step.RECEIVED: None,
    Step.ANSWERED: Step.RECEIVED,
    Step.DELIBERATED: Step.RECEIVED,
    Step.AGREED: Step.DELIBERATED,
    Step.IMPLEMENTED: Step.AGREED,
    Step.VERIFIED: Step.IMPLEMENTED,
}


class OutOfOrder(Exception):
    """A step that cannot be taken yet, or a first one taken twice."""


def follow(taken: Collection[Step], step: Step) -> None:
    """Promise that `step` may follow those `taken`. Raises OutOfOrder.

    A contribution is received once; the other steps may be taken again (a second answer, another debate).
    """
    if step is Step.RECEIVED and Step.RECEIVED in taken:
        raise OutOfOrder(step)
    needed = NEEDS[step]
    if needed is not None and needed not in taken:
        raise OutOfOrder(step)


def furthest(taken: Collection[Step]) -> Step | None:
    """Promise the furthest step reached, or None."""
    return max(taken, key=list(Step).index, default=None)
