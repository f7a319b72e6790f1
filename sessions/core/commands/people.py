"""The door: what can be asked."""

from dataclasses import dataclass

from sessions.core.terms import Role, Side, Via


@dataclass(frozen=True, slots=True)
class AskAdmission:
    name: str
    organization: str


@dataclass(frozen=True, slots=True)
class Admit:
    seat: str
    name: str
    capacity: str
    role: Role
    side: Side
    organization: str
    votes: bool
    empowered: bool
    via: Via = Via.WEB
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class RefuseAdmission:
    seat: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Leave:
    pass


@dataclass(frozen=True, slots=True)
class Remove:
    seat: str
    reason: str


@dataclass(frozen=True, slots=True)
class ConfirmAccreditation:
    """The letter of somebody admitted provisionally came."""

    seat: str
    document: str
