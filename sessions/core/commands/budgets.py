"""Speaking time by side: what can be asked."""

from dataclasses import dataclass

from sessions.core.terms import Side


@dataclass(frozen=True, slots=True)
class SetBudget:
    """0 minutes takes the budget away."""

    item: str
    side: Side
    minutes: int
