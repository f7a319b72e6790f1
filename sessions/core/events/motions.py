"""Procedural motions, reconsideration, appeals against rulings, and recounts."""

from dataclasses import dataclass

from sessions.core.terms import MotionKind, Speaks


@dataclass(frozen=True, slots=True)
class MotionMoved:
    """`ref`: the agreement or vote to reconsider; empty for other kinds."""

    motion: str
    kind: MotionKind
    seat: str
    item: str
    ref: str
    reason: str


@dataclass(frozen=True, slots=True)
class RulingAppealed:
    """The clocks stand until the room has decided whether the ruling stands."""

    motion: str
    point: str
    seat: str
    item: str
    reason: str


@dataclass(frozen=True, slots=True)
class MotionSpeakerListed:
    motion: str
    seat: str
    speaks: Speaks


@dataclass(frozen=True, slots=True)
class MotionHeard:
    """The turn that was just given is on the motion."""

    motion: str
    seat: str
    turn: str


@dataclass(frozen=True, slots=True)
class MotionWithdrawn:
    motion: str


@dataclass(frozen=True, slots=True)
class MotionLapsed:
    """Nobody decides it any more: its mover left, there is no quorum, or another motion settled the matter."""

    motion: str
    reason: str


@dataclass(frozen=True, slots=True)
class MotionCarried:
    """By `vote`, or empty: without objection."""

    motion: str
    vote: str


@dataclass(frozen=True, slots=True)
class MotionLost:
    motion: str
    vote: str


@dataclass(frozen=True, slots=True)
class RulingUpheld:
    motion: str
    point: str
    vote: str


@dataclass(frozen=True, slots=True)
class RulingOverturned:
    motion: str
    point: str
    vote: str


@dataclass(frozen=True, slots=True)
class DebateClosed:
    """By a motion: the list closes, whoever waits on it speaks no more in this item."""

    item: str
    motion: str


@dataclass(frozen=True, slots=True)
class DecisionReopened:
    """An agreement or the result of a vote is before the room again. It stands until another one takes its place."""

    ref: str
    motion: str


@dataclass(frozen=True, slots=True)
class AgreementSuperseded:
    agreement: str
    by: str


@dataclass(frozen=True, slots=True)
class RecountAsked:
    """An open vote is counted anew: what was closed is open again, the counts of the hall start anew."""

    vote: str
    seat: str
    reason: str
