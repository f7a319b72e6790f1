"""What is true of a question put to the vote, and of a temperature check. Nothing here decides."""

from dataclasses import dataclass
from datetime import datetime

from sessions.core.events import Count, Part, Result, SideVotes, Stances, Votes
from sessions.core.terms import Base, Choice, Effect, Majority, Method, Sought


@dataclass(frozen=True, slots=True)
class Cast:
    """An open vote as it stands."""

    seat: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class HallCount:
    """The last count of the hall by one scrutineer."""

    seat: str
    votes: Votes


@dataclass(frozen=True, slots=True)
class Explanation:
    seat: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Vote:
    """A question put to the vote. `votes` and `result` are there once it is closed, `carried` once declared.

    `cast` holds the choices of open votes; of a secret ballot nothing but `voted` is known here. `motion`: the one
    it decides. `reopened`: the motion by which its result is before the room again.
    """

    id: str
    item: str
    question: str
    language: str
    method: Method
    majority: Majority
    base: Base
    electorate: tuple[str, ...]
    hall: tuple[str, ...]
    count: Count
    agrees: bool
    effect: Effect
    parts: tuple[Part, ...]
    power: str
    ad_referendum: bool
    put_at: datetime
    voted: tuple[str, ...] = ()
    cast: tuple[Cast, ...] = ()
    hall_counts: tuple[HallCount, ...] = ()
    votes: Votes | None = None
    hall_votes: Votes | None = None
    by_side: tuple[SideVotes, ...] = ()
    result: Result | None = None
    carried: bool | None = None
    differs: bool = False
    reason: str = ""
    agreement: str = ""
    explanations: tuple[Explanation, ...] = ()
    about: str = ""
    motion: str = ""
    recounted: bool = False
    reopened: str = ""
    consensus: Sought = Sought.UNTOLD
    consensus_note: str = ""

    def choice_of(self, seat: str) -> Choice | None:
        """The open choice of that seat, or None."""
        return next((one.choice for one in self.cast if one.seat == seat), None)


@dataclass(frozen=True, slots=True)
class Temperature:
    """An indicative question; `answers` once it is closed. `noted`: the minutes tell it."""

    id: str
    item: str
    question: str
    language: str
    electorate: tuple[str, ...]
    by_side: bool
    put_at: datetime
    shown: tuple[str, ...] = ()
    answers: Stances | None = None
    sides: tuple[Stances, ...] = ()
    noted: bool = False
