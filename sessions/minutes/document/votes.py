"""Questions that were voted, and temperature checks the chair ordered into the minutes: one entry each."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sessions.core.events import Count, Result, SideVotes, Stances, Votes
from sessions.core.terms import Base, Choice, Majority, Method, MotionKind, Sought, Via
from sessions.minutes.document.said import Said
from sessions.minutes.document.session import Who


class VoteOutcome(StrEnum):
    """What became of a question; `open` and `counted` only in a log that is not closed."""

    OPEN = "open"
    COUNTED = "counted"
    WITHDRAWN = "withdrawn"
    CARRIED = "carried"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class NamedVote:
    """A vote of a roll call, as it stood at the close. `before`: those it had been, in order."""

    who: Who
    choice: Choice
    via: Via
    entered_for: bool
    changed: bool
    before: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Vote:
    """One question put to the vote, its only entry.

    `question` is empty when it became an agreement: the words then stand there, only there. `electors` and `count`
    are those of the instant it was put. `took_part` counts people who voted one by one, `hall` the hands in the hall,
    counted by `scrutineers`. `roll` is there for roll calls alone,
    and `silent`: who might have voted and did not. `differs`: the chair declared something else than
    `result` says, for `reason`. `about`: what of the text on the table it decided; the words stand there. `motion`:
    the one it decided, of the kind `decides`. `recounts`: who asked that it be counted anew, and why; the counts are
    the last ones. `reopened`: the motion that put its result before the room again. `consensus`: whether it was
    sought first, where the rules ask, and in `consensus_note` why not or how.
    """

    id: str
    at: datetime
    by: Who | None
    instructed: bool
    question: str
    language: str
    method: Method
    majority: Majority
    base: Base
    electors: int
    count: Count
    took_part: int
    votes: Votes | None
    hall: Votes | None
    scrutineers: tuple[Who, ...]
    by_side: tuple[SideVotes, ...]
    result: Result | None
    closed: datetime | None
    roll: tuple[NamedVote, ...]
    outcome: VoteOutcome
    declared: datetime | None
    declared_by: Who | None
    differs: bool
    reason: str
    agreement: str
    explanations: tuple[Said, ...]
    rests: tuple[int, ...]
    about: str = ""
    motion: str = ""
    decides: MotionKind | None = None
    recounts: tuple[Said, ...] = ()
    silent: tuple[Who, ...] = ()
    reopened: str = ""
    consensus: Sought = Sought.UNTOLD
    consensus_note: str = ""


@dataclass(frozen=True, slots=True)
class Temperature:
    """A temperature check the chair ordered into the minutes. It was indicative: it decided nothing."""

    id: str
    at: datetime
    question: str
    language: str
    electors: int
    answers: Stances
    by_side: tuple[Stances, ...]
    rests: tuple[int, ...]
