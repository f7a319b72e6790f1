"""Off the record, and reserved items: who may not hear what, on what ground, until when (A9)."""

from dataclasses import dataclass
from datetime import date

from sessions.core.terms import Circle


@dataclass(frozen=True, slots=True)
class WentOffRecord:
    """Nothing is decided nor noted until the room is back on record."""

    reason: str


@dataclass(frozen=True, slots=True)
class CameOnRecord:
    pass


@dataclass(frozen=True, slots=True)
class ItemClassified:
    """An item is reserved from here on: an act with its ground, everything in it public.

    `risk`, `interest` and `least`: the harm test, in its three parts. `told`: what those may know who may not hear;
    `untold`: why they are told nothing. `decision` and `decided_on` are of the Transparency Committee, empty while
    its confirmation is pending, which is due by `confirm_by`. It holds until the end of the day `until`.
    `reservable`: it was declared to keep nothing that may never be reserved; acts before it was asked have none.
    """

    reserve: str
    item: str
    circle: Circle
    ground: str
    article: str
    risk: str
    interest: str
    least: str
    told: str
    untold: str
    decision: str
    decided_on: date | None
    confirm_by: date | None
    until: date
    language: str = "es"
    reservable: bool = False


@dataclass(frozen=True, slots=True)
class ReserveConfirmed:
    """The Transparency Committee confirmed it."""

    reserve: str
    decision: str
    decided_on: date


@dataclass(frozen=True, slots=True)
class ItemDeclassified:
    """The reserve is lifted: what it kept is open to everybody from now on."""

    reserve: str
    reason: str


@dataclass(frozen=True, slots=True)
class SeatCleared:
    """The desk lets this seat, which may not be there yet, hear closed items, upon an undertaking."""

    seat: str
    name: str
    undertaking: str


@dataclass(frozen=True, slots=True)
class SeatUncleared:
    seat: str
    reason: str
