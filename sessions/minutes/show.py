"""The minutes as a page shows them to one reader: facts in order of time, words as they are now, what one may do."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from sessions.core.terms import Role
from sessions.minutes import work as w
from sessions.minutes.document import (
    Agreement,
    Attendance,
    Expert,
    Item,
    Motion,
    Point,
    Proposal,
    Question,
    Reply,
    Reserved,
    Temperature,
    Text,
    Turn,
    Vote,
)
from sessions.minutes.queries import Record
from sessions.minutes.rules import Someone, seat_and_role
from sessions.minutes.veiled import hidden_from
from sessions.minutes.wording import STATES, STATUSES

KINDS = {
    "edit": w.EditWording, "circulate": w.Circulate, "answer": w.ConfirmStatement, "reply": w.AcceptMinutes,
    "approve": w.ApproveMinutes, "publish": w.PublishMinutes,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: their seat, if any, and what the present state lets them do (the keys of KINDS).

    `instructed`: would approve on the chair's instruction, not in their own name.
    """

    seat: str
    desk: bool
    can: frozenset[str]
    reply: w.Reply | None
    instructed: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement and how it stands with its speaker."""

    passage: w.Passage
    standing: w.Standing
    status: str
    mine: bool
    edited: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened under an item; one of them is there, and with it the agreement that came of it."""

    at: datetime
    turn: Turn | None = None
    statement: Statement | None = None
    point: Point | None = None
    proposal: Proposal | None = None
    vote: Vote | None = None
    temperature: Temperature | None = None
    text: Text | None = None
    agreement: Agreement | None = None
    question: Question | None = None
    motion: Motion | None = None
    reply: Reply | None = None
    expert: Expert | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A reserve on an item. `sealed`: this reader may not read what it keeps; `over`: nobody is kept from it now."""

    reserved: Reserved
    sealed: bool
    over: bool


@dataclass(frozen=True, slots=True)
class Section:
    """An item with its words as they are now and its lines by the clock."""

    item: Item
    narrative: w.Passage
    outcome: w.Passage | None
    lines: tuple[Line, ...]
    reserves: tuple[Kept, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    record: Record
    reader: Reader
    state: str
    final: bool
    sections: tuple[Section, ...]
    members: tuple[Attendance, ...]
    others: tuple[Attendance, ...]
    mine: tuple[Statement, ...] = field(default=())

    @property
    def chair(self) -> list[str]:
        """Who presided at the end, to sign."""
        last = w.presided_last(self.record.document)
        return [a.who.name for a in (*self.members, *self.others) if a.who.seat == last]

    @property
    def secretariat(self) -> list[str]:
        """Who kept the secretariat in the room, to sign."""
        return [a.who.name for a in (*self.members, *self.others) if a.role is Role.SECRETARIAT]

    @property
    def seal_minutes(self) -> int:
        """How long after closing the log is sealed, in minutes, rounded up."""
        return -(-self.record.document.identity.rules.seal_seconds // 60)

    @property
    def proposed(self) -> bool:
        """Whether these are still draft minutes: not approved."""
        return self.record.work.approved_at is None


def reader_of(person: Someone, record: Record) -> Reader:
    """What this person is to these minutes."""
    seat, role = seat_and_role(person, record)
    document, work = record.document, record.work
    can = {name for name, kind in KINDS.items() if w.refusal(kind, document, work, seat, role) is None}
    if record.session.rehearsal:
        can.clear()
    instructed = role is Role.SECRETARIAT and seat != w.presided_last(document)
    return Reader(seat, w.is_desk(document, seat, role), frozenset(can), work.replies.get(seat), instructed)


def shown(record: Record, person: Someone, *, final: bool) -> Shown:
    """The page's data. `final`: the log of the room is sealed, so that the draft can circulate."""
    reader = reader_of(person, record)
    sections = tuple(_section(record, reader, item) for item in record.document.items)
    told = [line.statement for section in sections for line in section.lines]
    mine = tuple(s for s in told if s and s.mine and s.passage.text)
    people = record.document.attendance
    return Shown(
        record, reader, str(STATES[record.work.state]), final, sections,
        tuple(a for a in people if a.votes), tuple(a for a in people if not a.votes), mine,
    )  # fmt: skip


def _section(record: Record, reader: Reader, item: Item) -> Section:
    narrative = w.passage(record.document, record.work, item.id)
    assert narrative is not None
    outcome = w.passage(record.document, record.work, f"{item.id}.outcome")
    lines = tuple(sorted(_lines(record, reader, item), key=lambda line: line.at))
    standing = hidden_from(record.document, None)
    reserves = tuple(
        Kept(r, r.act.id in record.hidden, r.act.id not in standing)
        for r in record.document.reserves if r.act.item == item.id
    )  # fmt: skip
    return Section(item, narrative, outcome, lines, reserves)


def _lines(record: Record, reader: Reader, item: Item) -> Iterator[Line]:
    for turn in item.turns:
        yield Line(turn.started, turn=turn, statement=_statement(record, reader, turn))
    for proposal in item.proposals:
        yield Line(proposal.at, proposal=proposal, agreement=record.document.agreement(proposal.agreement))
    for vote in item.votes:
        yield Line(vote.at, vote=vote, agreement=record.document.agreement(vote.agreement))
    for key in item.agreements:  # of a sealed item that there is one is told, not how it came about
        agreement = record.document.agreement(key)
        if agreement is not None and not agreement.proposal and not agreement.vote:
            yield Line(agreement.adopted, agreement=agreement)
    yield from (Line(x.at, point=x) for x in item.points)
    yield from (Line(x.at, temperature=x) for x in item.temperatures)
    yield from (Line(x.at, question=x) for x in item.questions)
    yield from (Line(x.at, text=x) for x in item.texts)
    yield from (Line(x.at, motion=x) for x in item.motions)
    yield from (Line(x.at, reply=x) for x in item.replies)
    yield from (Line(x.at, expert=x) for x in item.experts)


def _statement(record: Record, reader: Reader, turn: Turn) -> Statement:
    now = w.passage(record.document, record.work, turn.id)
    assert now is not None
    standing = record.work.standing(turn.id)
    mine = bool(reader.seat) and turn.who.seat == reader.seat
    return Statement(now, standing, str(STATUSES[standing.status]), mine, now.base > 0)
