"""Values that events carry."""

from dataclasses import dataclass
from datetime import date

from sessions.core.terms import ItemKind, Side


@dataclass(frozen=True, slots=True)
class ItemPlan:
    """One agenda item as convened: `minutes` is the time planned for it."""

    id: str
    kind: ItemKind
    title_es: str
    title_en: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Count:
    """Who is there, counted by acts: entitled to vote, present of them, needed, officials with powers (G22).

    `connected` is what the desk saw of the lines at that instant; it informs, it decides nothing.
    """

    entitled: int
    present: int
    required: int
    empowered: int
    connected: int

    @property
    def met(self) -> bool:
        return self.present >= self.required


@dataclass(frozen=True, slots=True)
class Part:
    """One side's part of an agreement: who, what, by when (G8.V)."""

    side: Side
    who: str
    what: str
    due: date | None


@dataclass(frozen=True, slots=True)
class Pending:
    """An agreement of an earlier session that is still open, as the follow-up item lists it (G33)."""

    reference: str
    text: str
    who: str
    due: date | None
    overdue: bool
