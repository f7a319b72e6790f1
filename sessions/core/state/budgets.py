"""How much time each side has for an item."""

from dataclasses import dataclass
from datetime import timedelta

from sessions.core.terms import Side


@dataclass(frozen=True, slots=True)
class Budget:
    item: str
    side: Side
    minutes: int

    @property
    def length(self) -> timedelta:
        """The budget as a length of time."""
        return timedelta(minutes=self.minutes)
