"""The agenda as a whole, adopted and amended; and more time for the item that is open: what can be asked."""

from dataclasses import dataclass

from sessions.core.terms import AgendaChange


@dataclass(frozen=True, slots=True)
class AdoptAgenda:
    """The chair asked aloud and heard no objection to the agenda as it stands."""


@dataclass(frozen=True, slots=True)
class AmendAgenda:
    """Move `item` before another, withdraw it, or give it other words; each kind reads its own fields."""

    change: AgendaChange
    item: str
    before: str = ""
    title_es: str = ""
    title_en: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ExtendItem:
    """So many minutes more for the item that is open."""

    minutes: int
    reason: str
