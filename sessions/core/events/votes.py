"""Questions put to the vote, and temperature checks.

A choice stands in the log only where it is open: shows of hands and roll calls. Of a secret ballot and of a
temperature check the log says who took part; what they chose is added up elsewhere and comes here as a sum.
"""

from dataclasses import dataclass

from sessions.core.events.values import Count, Part, Result, SideVotes, Stances, Votes
from sessions.core.terms import Base, Choice, Effect, Majority, Method, Sought


@dataclass(frozen=True, slots=True)
class VotePut:
    """The chair puts a question. Quorum (`count`) and electorate stand still from here until the result.

    `hall`: the part of the electorate that sits in the hall. `agrees`: the question is words for an agreement.
    `motion`: the question is whether this motion is carried, or whether the ruling that was appealed stands.
    `consensus`: whether consensus was sought before, as whoever put it said, and in `consensus_note` why not or how.
    """

    vote: str
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
    about: str = ""
    motion: str = ""
    consensus: Sought = Sought.UNTOLD
    consensus_note: str = ""


@dataclass(frozen=True, slots=True)
class VoteCast:
    """An open vote: in a show of hands once, in a roll call again if it changes before the close."""

    vote: str
    seat: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class BallotCast:
    """Somebody took part in a secret ballot. The choice is in no entry."""

    vote: str
    seat: str


@dataclass(frozen=True, slots=True)
class HallCounted:
    """One scrutineer's count of the hands in the hall; it holds once another seat counted the same."""

    vote: str
    seat: str
    votes: Votes


@dataclass(frozen=True, slots=True)
class VoteClosed:
    """No more votes; what was counted and what it comes to under the rule the question was put with."""

    vote: str
    votes: Votes
    hall: Votes | None
    by_side: tuple[SideVotes, ...]
    result: Result


@dataclass(frozen=True, slots=True)
class VoteWithdrawn:
    vote: str
    reason: str


@dataclass(frozen=True, slots=True)
class ResultDeclared:
    """The chair declares. `differs`: not what was computed; then `reason` says why, and nothing is agreed by it."""

    vote: str
    carried: bool
    differs: bool
    reason: str


@dataclass(frozen=True, slots=True)
class VoteExplained:
    vote: str
    seat: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class TemperatureTaken:
    """An indicative question. `by_side`: whether answers are added up by side at all."""

    temperature: str
    item: str
    question: str
    language: str
    electorate: tuple[str, ...]
    by_side: bool


@dataclass(frozen=True, slots=True)
class TemperatureShown:
    """Somebody answered. The answer is in no entry."""

    temperature: str
    seat: str


@dataclass(frozen=True, slots=True)
class TemperatureClosed:
    temperature: str
    answers: Stances
    by_side: tuple[Stances, ...]


@dataclass(frozen=True, slots=True)
class TemperatureNoted:
    """The chair orders that the minutes tell it, as indicative."""

    temperature: str
