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
    """A person takes their seat; name, capacity and organization as they were at that instant.

    `provisional`: the letter that accredits them has not come. `vote_awaits`: their vote waits for it.
    """

    seat: str
    name: str
    capacity: str
    role: Role
    side: Side
    organization: str
    votes: bool
    empowered: bool
    via: Via
    provisional: bool = False
    vote_awaits: bool = False


@dataclass(frozen=True, slots=True)
class AccreditationConfirmed:
    """The letter came: `document` says which. `votes`: whether the seat votes from now on."""

    seat: str
    document: str
    votes: bool


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
