"""Votes and temperature checks: what can be asked.

`vote` and `temperature` name the question the asker had before them; empty: whichever is before the room.
"""

from dataclasses import dataclass

from sessions.core.events.values import Part
from sessions.core.terms import Base, Choice, Effect, Majority, Method, Sought, Stance


@dataclass(frozen=True, slots=True)
class PutToVote:
    """With `agrees` the question is words for an agreement, and the fields after it tell of that.

    `about` names what of the text on the table is decided (`rules/carrying.py`): then its words are the question.
    Without `majority` and `base` it is put with those of the rules. `consensus`: whether consensus was sought first;
    `consensus_note`: why not, or what was tried.

    With `motion` it decides the motion that is before the room, by the majority that this kind of motion needs.
    """

    question: str
    method: Method
    majority: Majority | None = None
    base: Base | None = None
    language: str = "es"
    agrees: bool = False
    effect: Effect = Effect.BINDS
    parts: tuple[Part, ...] = ()
    power: str = ""
    ad_referendum: bool = False
    about: str = ""
    motion: str = ""
    consensus: Sought = Sought.UNTOLD
    consensus_note: str = ""


@dataclass(frozen=True, slots=True)
class CastVote:
    """`first`: asked of somebody who has not voted, so that it never takes the place of a vote that stands."""

    choice: Choice
    vote: str = ""
    first: bool = False


@dataclass(frozen=True, slots=True)
class CountHall:
    in_favour: int
    against: int
    abstain: int
    vote: str = ""


@dataclass(frozen=True, slots=True)
class CloseVote:
    vote: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawVote:
    reason: str
    vote: str = ""


@dataclass(frozen=True, slots=True)
class DeclareResult:
    carried: bool
    reason: str = ""
    vote: str = ""


@dataclass(frozen=True, slots=True)
class ExplainVote:
    vote: str
    text: str
    language: str = "es"


@dataclass(frozen=True, slots=True)
class TakeTemperature:
    question: str
    language: str = "es"


@dataclass(frozen=True, slots=True)
class ShowTemperature:
    stance: Stance
    temperature: str = ""


@dataclass(frozen=True, slots=True)
class CloseTemperature:
    pass


@dataclass(frozen=True, slots=True)
class NoteTemperature:
    temperature: str
