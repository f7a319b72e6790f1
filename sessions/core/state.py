"""What is true in a room now: one frozen value, folded from the log. Nothing here decides."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType

from sessions.core.events import Count, ItemPlan, Part, Pending
from sessions.core.questions import Temperature, Vote
from sessions.core.ruleset import Rules
from sessions.core.stopwatch import Stopwatch
from sessions.core.terms import Effect, ItemKind, ItemState, Phase, Role, Side, Via


@dataclass(frozen=True, slots=True)
class Seat:
    """A person in the room. `present` ends with an act (left, removed), never with a lost line.

    `arrived` is the first admission, `since` the last one.
    """

    id: str
    name: str
    capacity: str
    role: Role
    side: Side
    organization: str
    votes: bool
    empowered: bool
    via: Via
    present: bool
    arrived: datetime
    since: datetime
    left: datetime | None = None
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Knock:
    """Somebody at the door; `refused` holds the reason once the desk said no."""

    seat: str
    name: str
    organization: str
    at: datetime
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    id: str
    item: str
    title: str
    sha256: str
    circulated_at: datetime
    late: bool


@dataclass(frozen=True, slots=True)
class Item:
    plan: ItemPlan
    state: ItemState = ItemState.PENDING
    watch: Stopwatch = field(default_factory=Stopwatch)
    outcome: str = ""
    pending: tuple[Pending, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """A place on the list of speakers. `overtaken` counts who was put before it in this item."""

    id: str
    seat: str
    at: datetime
    why: str
    overtaken: int = 0
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Speech:
    """Who has the floor, and its clock."""

    turn: str
    request: str
    seat: str
    item: str
    limit: timedelta
    watch: Stopwatch


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn that was taken: the sum of what the minutes say of it."""

    id: str
    seat: str
    item: str
    started: datetime
    ended: datetime | None
    used: timedelta
    statement: str = ""
    language: str = ""
    late: bool = False


@dataclass(frozen=True, slots=True)
class PointOfOrder:
    id: str
    seat: str
    item: str
    text: str
    upheld: bool | None = None
    ruling: str = ""


@dataclass(frozen=True, slots=True)
class Objection:
    seat: str
    reason: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """Words before the room, and the window in which one may object."""

    id: str
    item: str
    text: str
    language: str
    effect: Effect
    parts: tuple[Part, ...]
    power: str
    ad_referendum: bool
    window: timedelta
    watch: Stopwatch
    count: Count
    cut_off: tuple[str, ...]
    put_at: datetime
    objections: tuple[Objection, ...] = ()
    aside: tuple[Objection, ...] = ()


@dataclass(frozen=True, slots=True)
class Reservation:
    seat: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """Adopted words. `cut_off` are those who may still object late, until `late_until` (None: closing)."""

    id: str
    item: str
    text: str
    language: str
    effect: Effect
    parts: tuple[Part, ...]
    power: str
    ad_referendum: bool
    adopted_at: datetime
    cut_off: tuple[str, ...] = ()
    late_until: datetime | None = None
    late_objections: tuple[Objection, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    read: bool = False


@dataclass(frozen=True, slots=True)
class RecentAct:
    """The last acts, kept for the seconds in which they may be taken back."""

    act: str
    by: str
    written: datetime
    entries: tuple[int, ...]
    regions: frozenset[str]
    seats: frozenset[str]
    undoable: bool


@dataclass(frozen=True, slots=True)
class Floor:
    """The list and who speaks. `called` is the place the speaker came from, should they not answer."""

    list_open: bool = False
    closes_at: datetime | None = None
    requests: tuple[Request, ...] = ()
    called: Request | None = None
    speech: Speech | None = None
    point: PointOfOrder | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """The whole room. `vote` and `temperature` are before it now; `votes` were declared, `temperatures` closed.

    `made` counts what was named so far, by the letter of its ids; `at` is its latest instant.
    """

    phase: Phase = Phase.PLANNED
    convened: bool = False
    reference: str = ""
    title_es: str = ""
    title_en: str = ""
    host_es: str = ""
    host_en: str = ""
    zone: str = "UTC"
    starts_at: datetime | None = None
    rules: Rules = field(default_factory=Rules)
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    suspended_until: datetime | None = None
    reason: str = ""
    presiding: str = ""
    count: Count | None = None
    quorum_asked: str = ""
    seats: Mapping[str, Seat] = field(default_factory=lambda: MappingProxyType({}))
    waiting: Mapping[str, Knock] = field(default_factory=lambda: MappingProxyType({}))
    papers: tuple[Paper, ...] = ()
    items: tuple[Item, ...] = ()
    current: str = ""
    floor: Floor = field(default_factory=Floor)
    turns: tuple[Turn, ...] = ()
    points: tuple[PointOfOrder, ...] = ()
    proposal: Proposal | None = None
    agreements: tuple[Agreement, ...] = ()
    vote: Vote | None = None
    votes: tuple[Vote, ...] = ()
    temperature: Temperature | None = None
    temperatures: tuple[Temperature, ...] = ()
    made: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    recent: tuple[RecentAct, ...] = ()
    seq: int = 0
    at: datetime | None = None

    def item(self, item_id: str) -> Item | None:
        """The agenda item of that id, or None."""
        return next((i for i in self.items if i.plan.id == item_id), None)

    def request_of(self, seat: str) -> Request | None:
        """The place of that seat on the list, or None."""
        return next((r for r in self.floor.requests if r.seat == seat), None)

    def agreement(self, agreement_id: str) -> Agreement | None:
        """The agreement of that id, or None."""
        return next((a for a in self.agreements if a.id == agreement_id), None)

    def declared(self, vote_id: str) -> Vote | None:
        """The declared vote of that id, or None."""
        return next((v for v in self.votes if v.id == vote_id), None)

    def told(self) -> Vote | Temperature | None:
        """What was last voted or asked in the open item, while no other question is before the room."""
        if not self.current or self.proposal or self.vote or self.temperature:
            return None
        found: list[Vote | Temperature] = [v for v in self.votes if v.item == self.current]
        found += [t for t in self.temperatures if t.item == self.current]
        return max(found, key=lambda one: one.put_at, default=None)

    def turn(self, turn_id: str) -> Turn | None:
        """The turn of that id, or None."""
        return next((t for t in self.turns if t.id == turn_id), None)

    def present(self) -> list[Seat]:
        """Everybody who was admitted and has not left."""
        return [s for s in self.seats.values() if s.present]

    def voters(self) -> list[Seat]:
        """Present members with a vote."""
        return [s for s in self.present() if s.votes]

    def next_id(self, letter: str) -> str:
        """The next free id of a kind: `r13` after `r12`."""
        return f"{letter}{self.made.get(letter, 0) + 1}"

    @property
    def decides(self) -> bool:
        """Whether the session sits: open, not suspended."""
        return self.phase is Phase.OPEN

    @property
    def reading_done(self) -> bool:
        """Whether every agreement was read back as it now stands."""
        return all(a.read for a in self.agreements)

    @property
    def kind_open(self) -> ItemKind | None:
        """The kind of the item that is open, or None."""
        item = self.item(self.current)
        return item.plan.kind if item else None


__all__ = [
    "Agreement", "Floor", "Item", "Knock", "Objection", "Paper", "Part", "PointOfOrder", "Proposal",
    "RecentAct", "Request", "Reservation", "Room", "Seat", "Side", "Speech", "Temperature", "Turn", "Vote",
]  # fmt: skip
