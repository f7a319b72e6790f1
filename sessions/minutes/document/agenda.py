"""The agenda as a whole: as convened, as adopted, and what changed on it."""

from dataclasses import dataclass
from datetime import datetime

from sessions.core.events import ItemPlan
from sessions.core.terms import AgendaChange
from sessions.minutes.document.session import Who


@dataclass(frozen=True, slots=True)
class Titled:
    """An item by its words at that instant."""

    id: str
    title_es: str
    title_en: str


@dataclass(frozen=True, slots=True)
class Alteration:
    """One change of what is on the agenda. `change` is None for an item that was added.

    `before`: where it was moved; `now`: its new words. `adopted`: it changed an agenda already adopted.
    """

    at: datetime
    change: AgendaChange | None
    item: Titled
    before: Titled | None
    now: Titled | None
    reason: str
    adopted: bool
    by: Who | None
    instructed: bool
    rests: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """`items` are those adopted, in order; empty while `adopted` is None. `amended`: changed before its adoption."""

    adopted: datetime | None
    by: Who | None
    instructed: bool
    items: tuple[ItemPlan, ...]
    amended: bool
    changes: tuple[Alteration, ...]
    rests: tuple[int, ...]
