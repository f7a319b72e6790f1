"""The door."""

from dataclasses import dataclass

from sessions.core.terms import Role, Side, Via


@dataclass(frozen=True, slots=True)
class AdmissionAsked:
    """Somebody accredited knocks. Heard by the desk alone."""

    seat: str
    name: str
    organization: str


@dataclass(frozen=True, slots=True)
class PersonAdmitted:
    """A person takes their seat; name, capacity and organization as they were at that instant."""

    seat: str
    name: str
    capacity: str
    role: Role
    side: Side
    organization: str
    votes: bool
    empowered: bool
    via: Via


@dataclass(frozen=True, slots=True)
class AdmissionRefused:
    """Heard by the desk alone: it concerns one person."""

    seat: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class PersonLeft:
    seat: str


@dataclass(frozen=True, slots=True)
class PersonRemoved:
    seat: str
    reason: str
