"""Off the record, and reserved items: what can be asked."""

from dataclasses import dataclass
from datetime import date

from sessions.core.terms import Circle


@dataclass(frozen=True, slots=True)
class GoOffRecord:
    reason: str


@dataclass(frozen=True, slots=True)
class BackOnRecord:
    pass


@dataclass(frozen=True, slots=True)
class ClassifyItem:
    """Reserve an item (A9). `decision` and `decided_on` are empty until the Transparency Committee has decided.

    `reservable`: whoever reserves declares that it keeps neither violations of human rights nor an answer owed.
    """

    item: str
    circle: Circle
    ground: str
    article: str
    risk: str
    interest: str
    least: str
    until: date
    told: str = ""
    untold: str = ""
    decision: str = ""
    decided_on: date | None = None
    language: str = "es"
    reservable: bool = False


@dataclass(frozen=True, slots=True)
class ConfirmReserve:
    item: str
    decision: str
    decided_on: date


@dataclass(frozen=True, slots=True)
class DeclassifyItem:
    item: str
    reason: str


@dataclass(frozen=True, slots=True)
class ClearSeat:
    """Let a seat hear closed items; `undertaking` says what the person has undertaken, and how."""

    seat: str
    name: str
    undertaking: str


@dataclass(frozen=True, slots=True)
class UnclearSeat:
    seat: str
    reason: str
