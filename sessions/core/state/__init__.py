"""What is true in a room now: one frozen value, folded from the log. Nothing here decides."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from sessions.core.events import Count, Part
from sessions.core.questions import Temperature, Vote
from sessions.core.ruleset import Rules
from sessions.core.state.agenda import Item, Order, Paper
from sessions.core.state.budgets import Budget
from sessions.core.state.captions import Relay
from sessions.core.state.credentials import Conflict, Credentials
from sessions.core.state.decisions import Agreement, Objection, Proposal, Reservation
from sessions.core.state.experts import Experts
from sessions.core.state.floor import Floor, PointOfOrder, Request, Speech, Turn
from sessions.core.state.motions import Motion
from sessions.core.state.people import Knock, Seat
from sessions.core.state.positions import Position
from sessions.core.state.questions import Question, Questions
from sessions.core.state.replies import Reply
from sessions.core.state.reserves import OffRecord, Reserve
from sessions.core.state.sittings import Sitting
from sessions.core.state.statements import WrittenStatement
from sessions.core.state.text import Text
from sessions.core.terms import ItemKind, MotionState, Phase, Side


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
    questions: Questions = field(default_factory=Questions)
    ends_at: datetime | None = None
    sittings: tuple[Sitting, ...] = ()
    order: Order = field(default_factory=Order)
    credentials: Mapping[str, Credentials] = field(default_factory=lambda: MappingProxyType({}))
    conflicts: tuple[Conflict, ...] = ()
    positions: tuple[Position, ...] = ()
    budgets: tuple[Budget, ...] = ()
    replies: tuple[Reply, ...] = ()
    experts: Experts = field(default_factory=Experts)
    motions: tuple[Motion, ...] = ()
    relay: Relay = field(default_factory=Relay)
    statements: tuple[WrittenStatement, ...] = ()
    chat: bool = False
    made: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    recent: tuple[RecentAct, ...] = ()
    agenda_at: datetime | None = None  # when an item was last taken up or ended
    seq: int = 0
    at: datetime | None = None
    texts: tuple[Text, ...] = ()
    off_record: OffRecord | None = None
    reserves: tuple[Reserve, ...] = ()
    cleared: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    without_papers: str = ""  # why no paper went with the convening, as somebody said

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
        """What was last voted or asked in the open item, while nothing else is before the room."""
        if not self.current or self.proposal or self.vote or self.temperature or self.motion:
            return None
        found: list[Vote | Temperature] = [v for v in self.votes if v.item == self.current]
        found += [t for t in self.temperatures if t.item == self.current]
        return max(found, key=lambda one: one.put_at, default=None)

    def reserve_on(self, item_id: str) -> Reserve | None:
        """The last reserve on that item which was not lifted, or None. One whose day has passed may precede it."""
        return next((r for r in reversed(self.reserves) if r.item == item_id and r.lifted is None), None)

    def turn(self, turn_id: str) -> Turn | None:
        """The turn of that id, or None."""
        return next((t for t in self.turns if t.id == turn_id), None)

    @property
    def motion(self) -> Motion | None:
        """The motion before the room: of those pending, the last one moved, which goes before the others."""
        return next((m for m in reversed(self.motions) if m.state is MotionState.PENDING), None)

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
    "Agreement", "Budget", "Conflict", "Credentials", "Experts", "Floor", "Item", "Knock", "Motion", "Objection",
    "OffRecord", "Order", "Paper", "Part", "PointOfOrder", "Position", "Proposal", "Question", "Questions",
    "RecentAct", "Relay", "Reply", "Request", "Reservation", "Reserve", "Room", "Seat", "Side", "Sitting", "Speech",
    "Temperature", "Text", "Turn", "Vote", "WrittenStatement",
]  # fmt: skip
