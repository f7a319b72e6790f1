"""Items of the agenda and the papers before the members."""

from dataclasses import dataclass, field
from datetime import datetime

from sessions.core.events import ItemPlan, Pending
from sessions.core.stopwatch import Stopwatch
from sessions.core.terms import ItemState


@dataclass(frozen=True, slots=True)
class Paper:
    """`waived`: why the chair let a late one through."""

    id: str
    item: str
    title: str
    sha256: str
    circulated_at: datetime
    late: bool
    waived: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """`turn_seconds`: how long each turn on it is by decision of the chair; 0: as the rules say."""

    plan: ItemPlan
    state: ItemState = ItemState.PENDING
    watch: Stopwatch = field(default_factory=Stopwatch)
    outcome: str = ""
    pending: tuple[Pending, ...] = ()
    deferred_to: str = ""  # the session that will treat it; empty: none is fixed, or it is not deferred
    turn_seconds: int = 0


@dataclass(frozen=True, slots=True)
class Order:
    """The agenda as a whole: when it was adopted, and how often what is on it was changed since the convening."""

    adopted_at: datetime | None = None
    amended: int = 0
