"""Speaking time by side."""

from dataclasses import dataclass

from sessions.core.terms import Side


@dataclass(frozen=True, slots=True)
class BudgetSet:
    """0 minutes: this side has no budget in this item any more."""

    item: str
    side: Side
    minutes: int
