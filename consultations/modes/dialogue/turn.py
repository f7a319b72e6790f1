"""Whose turn it is in a thread, and who can lose by silence. Standard library only."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from incidencia.deadlines.deadline import Deadline


class Side(StrEnum):
    """The two sides of a thread."""

    CIVIL = "civil"
    PUBLIC = "public"

    @property
    def other(self) -> "Side":
        """The side across."""
        return Side.PUBLIC if self is Side.CIVIL else Side.CIVIL


@dataclass(frozen=True, slots=True)
class Turn:
    """The side that owes the next word, and since when."""

    side: Side
    since: datetime

    def after(self, by: Side, at: datetime) -> "Turn":
        """Promise the turn after a word of `by`: it is the other side's.

        What the side that already waits adds moves no clock: neither its own nor the one that runs for the other.
        """
        return Turn(by.other, at) if by is self.side else self

    def lost_by(self, deadline: Deadline, now: datetime) -> Side | None:
        """Promise the side that may lose by silence at `now`: the one that owes the turn once its term is over."""
        return self.side if deadline.is_late(now) else None

    def may_end_it(self, by: Side, deadline: Deadline, now: datetime) -> bool:
        """Promise whether `by` may end the thread for the silence of the other side (A8, G8.I)."""
        return self.lost_by(deadline, now) is by.other
