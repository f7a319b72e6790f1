"""Procedural motions, reconsideration, appeals, recounts: what can be asked."""

from dataclasses import dataclass

from sessions.core.terms import MotionKind, Speaks


@dataclass(frozen=True, slots=True)
class AppealRuling:
    """Empty `point`: the last ruling."""

    reason: str
    point: str = ""


@dataclass(frozen=True, slots=True)
class MoveProcedural:
    kind: MotionKind
    reason: str


@dataclass(frozen=True, slots=True)
class MoveReconsider:
    """`ref` is an agreement or a declared vote."""

    ref: str
    reason: str


@dataclass(frozen=True, slots=True)
class SpeakOnMotion:
    speaks: Speaks


@dataclass(frozen=True, slots=True)
class HearOnMotion:
    """The floor goes to whoever is next of those who speak on the motion."""


@dataclass(frozen=True, slots=True)
class WithdrawMotion:
    """One's own, the last one moved."""


@dataclass(frozen=True, slots=True)
class CarryMotion:
    """Without objection: nobody asked to speak against it."""

    motion: str = ""


@dataclass(frozen=True, slots=True)
class LapseMotion:
    reason: str


@dataclass(frozen=True, slots=True)
class SupersedeAgreement:
    """A reopened agreement gives way to a later one."""

    agreement: str
    by: str


@dataclass(frozen=True, slots=True)
class RequestRecount:
    reason: str
    vote: str = ""
