"""Proposals, objections, agreements, reservations: what can be asked."""

from dataclasses import dataclass

from sessions.core.events.values import Part
from sessions.core.terms import Effect


@dataclass(frozen=True, slots=True)
class ProposeAdoption:
    """`about` names what of the text on the table is decided (`rules/carrying.py`): then its words are the text."""

    text: str
    effect: Effect
    parts: tuple[Part, ...] = ()
    power: str = ""
    language: str = "es"
    ad_referendum: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawProposal:
    reason: str


@dataclass(frozen=True, slots=True)
class Object:
    reason: str


@dataclass(frozen=True, slots=True)
class WithdrawObjection:
    pass


@dataclass(frozen=True, slots=True)
class StandAside:
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ObjectLate:
    agreement: str
    reason: str


@dataclass(frozen=True, slots=True)
class EnterReservation:
    agreement: str
    text: str
    language: str = "es"


@dataclass(frozen=True, slots=True)
class ReadAgreement:
    agreement: str
