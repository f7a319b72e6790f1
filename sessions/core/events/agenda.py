"""The agenda."""

from dataclasses import dataclass

from sessions.core.events.values import ItemPlan, Pending


@dataclass(frozen=True, slots=True)
class ItemAdded:
    item: ItemPlan
    reason: str


@dataclass(frozen=True, slots=True)
class ItemOpened:
    item: str


@dataclass(frozen=True, slots=True)
class PendingListed:
    """What the follow-up item found open when it was opened."""

    agreements: tuple[Pending, ...]


@dataclass(frozen=True, slots=True)
class ItemConcluded:
    item: str
    outcome: str


@dataclass(frozen=True, slots=True)
class ItemDeferred:
    item: str
    reason: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class ItemReopened:
    item: str
    reason: str


@dataclass(frozen=True, slots=True)
class ItemTimeSet:
    item: str
    minutes: int
    reason: str
