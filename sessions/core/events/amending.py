"""The agenda as a whole, adopted and amended; and more time for an item."""

from dataclasses import dataclass

from sessions.core.events.values import ItemPlan
from sessions.core.terms import AgendaChange


@dataclass(frozen=True, slots=True)
class AgendaAdopted:
    """`items` as adopted, in order, without those withdrawn; `amended`: it had been changed since the convening."""

    items: tuple[ItemPlan, ...]
    amended: bool


@dataclass(frozen=True, slots=True)
class AgendaAmended:
    """`before` holds for a move, the titles for other words; `adopted`: it changes an agenda already adopted."""

    change: AgendaChange
    item: str
    before: str
    title_es: str
    title_en: str
    reason: str
    adopted: bool


@dataclass(frozen=True, slots=True)
class ItemExtended:
    """`minutes` are those added."""

    item: str
    minutes: int
    reason: str
