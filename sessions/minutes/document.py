"""The minutes as data: facts by kind, without a word of any language of their own. Pure.

Words are made at display, in the reader's language. What people said and agreed stands here as it was entered,
with its language. Every fact names the entries of the log it rests on (`rests`): whoever doubts it looks there.
Each agreement has one entry, in `Minutes.agreements`; items and proposals point to it by its id.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sessions.core.events import Count, Part, Pending
from sessions.core.ruleset import Rules
from sessions.core.terms import Effect, ItemKind, ItemState, Role, Side, Slip, Via

value = dataclass(frozen=True, slots=True)


class Occasion(StrEnum):
    """When the quorum was counted."""

    OPENING = "opening"
    VERIFICATION = "verification"
    NOT_HELD = "not_held"


class Succession(StrEnum):
    """How somebody came to preside."""

    OPENED = "opened"
    HANDED_OVER = "handed_over"
    TAKEN = "taken"


class Outcome(StrEnum):
    """What became of words put to the room; `open` only in a log that is not closed."""

    OPEN = "open"
    ADOPTED = "adopted"
    WITHDRAWN = "withdrawn"


# --- The session -----------------------------------------------------------------------------------
@value
class Identity:
    """What session this is. `held` is false for the record that it could not be held, for `reason`."""

    reference: str
    title_es: str
    title_en: str
    host_es: str
    host_en: str
    zone: str
    held: bool
    reason: str
    rules: Rules
    rests: tuple[int, ...]


@value
class Move:
    """A new date, given before the opening."""

    at: datetime
    starts_at: datetime
    reason: str
    rests: tuple[int, ...]


@value
class Break:
    """A suspension; `resumed` is None while it lasts, `until` is what was announced."""

    suspended: datetime
    reason: str
    until: datetime | None
    resumed: datetime | None
    rests: tuple[int, ...]


@value
class Reopening:
    """The session was closed, and opened again before its log was sealed."""

    closed: datetime
    reopened: datetime
    reason: str
    rests: tuple[int, ...]


@value
class Times:
    """The clock of the session. `starts_at` is the hour for which it was convened in the end."""

    convened: datetime
    starts_at: datetime
    moves: tuple[Move, ...]
    opened: datetime | None
    breaks: tuple[Break, ...]
    reopenings: tuple[Reopening, ...]
    closed: datetime | None
    sealed: datetime | None
    rests: tuple[int, ...]


@value
class Who:
    """A person as they were in the room at that instant."""

    seat: str
    name: str
    capacity: str
    organization: str
    side: Side


@value
class Presiding:
    who: Who
    since: datetime
    how: Succession
    reason: str
    rests: tuple[int, ...]


@value
class Quorum:
    """A count by an act, never by lines. `asked_by`: the member who doubted it."""

    at: datetime
    occasion: Occasion
    count: Count
    asked_by: Who | None
    rests: tuple[int, ...]


@value
class Stay:
    """From when to when in the room; `left` is None for whoever was there to the end."""

    arrived: datetime
    left: datetime | None


@value
class Attendance:
    """Everybody admitted. Absences shorter than `build.GAP` are not told. `removed` holds the chair's reason."""

    who: Who
    role: Role
    votes: bool
    empowered: bool
    via: Via
    stays: tuple[Stay, ...]
    removed: str
    rests: tuple[int, ...]


@value
class Paper:
    """A document before the members, with its hash and when it reached them (G27.I)."""

    id: str
    item: str
    title: str
    sha256: str
    circulated_at: datetime
    late: bool
    rests: tuple[int, ...]


# --- The items -------------------------------------------------------------------------------------
@value
class Turn:
    """A turn taken. `entered_for`: the secretariat asked for it on the speaker's behalf, who came `via`.

    `entered_late`: when a catch-up entry was written. `override`: the chair's reason for not following the
    list. `corrected`: numbers of the corrections that touched it.
    """

    id: str
    who: Who
    started: datetime
    used_seconds: int
    statement: str
    language: str
    via: Via
    entered_for: bool
    instructed: bool
    override: str
    entered_late: datetime | None
    corrected: tuple[int, ...]
    rests: tuple[int, ...]


@value
class Point:
    """A point of order and its ruling; `upheld` is None while it is pending."""

    id: str
    who: Who
    at: datetime
    text: str
    upheld: bool | None
    ruling: str
    ruled_at: datetime | None
    ruled_by: Who | None
    instructed: bool
    corrected: tuple[int, ...]
    rests: tuple[int, ...]


@value
class Said:
    """An objection, a standing aside or a reservation, verbatim, with the hand that entered it."""

    who: Who
    at: datetime
    text: str
    language: str
    via: Via
    entered_for: bool
    entered_late: datetime | None
    withdrawn: datetime | None
    rests: tuple[int, ...]


@value
class Proposal:
    """Words put to the room for adoption without a vote, and how that went.

    `text` is empty when they were adopted: the words then stand in the agreement it points to, only there.
    `at_start` and `at_end` are the counts when the window opened and when it ended in silence.
    """

    id: str
    at: datetime
    by: Who | None
    instructed: bool
    text: str
    language: str
    effect: Effect
    parts: tuple[Part, ...]
    window_seconds: int
    at_start: Count
    at_end: Count | None
    cut_off: tuple[Who, ...]
    objections: tuple[Said, ...]
    aside: tuple[Said, ...]
    outcome: Outcome
    ended: datetime | None
    reason: str
    agreement: str
    rests: tuple[int, ...]


@value
class Change:
    """A change to an item with the chair's reason: reopened, or its time set to `minutes`."""

    at: datetime
    minutes: int | None
    reason: str
    rests: tuple[int, ...]


@value
class Item:
    """An item that was taken up or put off. `number` is its place in the agenda as it ended."""

    id: str
    number: int
    kind: ItemKind
    title_es: str
    title_en: str
    added: str
    state: ItemState
    opened: datetime | None
    ended: datetime | None
    planned_minutes: int
    used_seconds: int
    outcome: str
    changes: tuple[Change, ...]
    pending: tuple[Pending, ...]
    turns: tuple[Turn, ...]
    points: tuple[Point, ...]
    proposals: tuple[Proposal, ...]
    agreements: tuple[str, ...]
    rests: tuple[int, ...]


@value
class NotReached:
    """An item of the agenda that nobody opened nor put off."""

    id: str
    number: int
    kind: ItemKind
    title_es: str
    title_en: str
    planned_minutes: int
    rests: tuple[int, ...]


# --- What was agreed -------------------------------------------------------------------------------
@value
class Agreement:
    """One agreement, its only entry. `text`: the words as read back at `read_at`, verbatim.

    `power`: what the officials relied on; `ad_referendum`: nobody present was empowered (G22).
    """

    id: str
    number: int
    reference: str
    item: str
    proposal: str
    adopted: datetime
    text: str
    language: str
    effect: Effect
    parts: tuple[Part, ...]
    power: str
    ad_referendum: bool
    reservations: tuple[Said, ...]
    late_objections: tuple[Said, ...]
    read_at: datetime | None
    corrected: tuple[int, ...]
    rests: tuple[int, ...]


@value
class Correction:
    """A slip put right by a later entry. `ref` is the turn, the agreement or the point it touches."""

    number: int
    slip: Slip
    ref: str
    was: str
    now: str
    at: datetime
    by: Who | None
    reason: str
    rests: tuple[int, ...]


@value
class Colophon:
    """What the minutes were read from: entries in the log, those taken back, the last one and its chained head."""

    entries: int
    undone: int
    last_seq: int
    head: str


@value
class Minutes:
    """The whole record of one session. `points` are those raised while no item was open."""

    identity: Identity
    times: Times
    presiding: tuple[Presiding, ...]
    quorum: tuple[Quorum, ...]
    attendance: tuple[Attendance, ...]
    papers: tuple[Paper, ...]
    items: tuple[Item, ...]
    points: tuple[Point, ...]
    agreements: tuple[Agreement, ...]
    not_reached: tuple[NotReached, ...]
    corrections: tuple[Correction, ...]
    colophon: Colophon

    def item(self, item_id: str) -> Item | None:
        """The item of that id, or None."""
        return next((i for i in self.items if i.id == item_id), None)

    def turn(self, turn_id: str) -> Turn | None:
        """The turn of that id, or None."""
        return next((t for i in self.items for t in i.turns if t.id == turn_id), None)

    def agreement(self, agreement_id: str) -> Agreement | None:
        """The agreement of that id, or None."""
        return next((a for a in self.agreements if a.id == agreement_id), None)

    def admitted(self, seat: str) -> bool:
        """Whether that seat was admitted to the session."""
        return any(a.who.seat == seat for a in self.attendance)
