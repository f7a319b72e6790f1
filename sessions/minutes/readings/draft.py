"""The draft that readers write on while a log is read from the start."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sessions.core.events import Entry
from sessions.core.state import Room
from sessions.core.terms import Side, Via
from sessions.minutes.document import (
    Agenda,
    Agreement,
    Alteration,
    Attendance,
    Break,
    Budget,
    Change,
    Clearance,
    Correction,
    Credential,
    Expert,
    Motion,
    Move,
    OffRecord,
    Paper,
    Point,
    Presiding,
    Proposal,
    Question,
    Quorum,
    Reopening,
    Reply,
    Reserved,
    Said,
    Stay,
    Temperature,
    Turn,
    Vote,
    Who,
    WrittenStatement,
)
from sessions.minutes.document.speaking import SpeakingTime


@dataclass(slots=True)
class Draft:
    """`before` and `room` are the room before and after the entry that is being read.

    Turns, points, proposals and votes are kept by id; `place` says in which item each was made. `calls` are the
    entries of a roll call by its vote, `asked_of` the opening entry of each temperature check and question.
    `text_entries` are those that name a text on the table, a paragraph, an amendment, a bracket or a division, by
    its id.
    """

    number: Callable[[int], str]
    before: Room = field(default_factory=Room)
    room: Room = field(default_factory=Room)
    convened: Entry | None = None
    opened: Entry | None = None
    closed: Entry | None = None
    sealed: Entry | None = None
    not_held: Entry | None = None
    moves: list[Move] = field(default_factory=list)
    breaks: list[Break] = field(default_factory=list)
    reopenings: list[Reopening] = field(default_factory=list)
    presiding: list[Presiding] = field(default_factory=list)
    quorum: list[Quorum] = field(default_factory=list)
    asked: Entry | None = None
    attendance: dict[str, Attendance] = field(default_factory=dict)
    papers: list[Paper] = field(default_factory=list)
    added: dict[str, str] = field(default_factory=dict)
    started: dict[str, datetime] = field(default_factory=dict)
    ended: dict[str, datetime] = field(default_factory=dict)
    changes: dict[str, list[Change]] = field(default_factory=dict)
    item_rests: dict[str, list[int]] = field(default_factory=dict)
    requests: dict[str, Entry] = field(default_factory=dict)
    turns: dict[str, Turn] = field(default_factory=dict)
    points: dict[str, Point] = field(default_factory=dict)
    proposals: dict[str, Proposal] = field(default_factory=dict)
    place: dict[str, str] = field(default_factory=dict)
    votes: dict[str, Vote] = field(default_factory=dict)
    calls: dict[str, list[Entry]] = field(default_factory=dict)
    asked_of: dict[str, Entry] = field(default_factory=dict)
    temperatures: dict[str, Temperature] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    statements: list[WrittenStatement] = field(default_factory=list)
    agreements: dict[str, Agreement] = field(default_factory=dict)
    corrections: list[Correction] = field(default_factory=list)
    text_entries: dict[str, list[Entry]] = field(default_factory=dict)
    agenda: Agenda | None = None
    alterations: list[Alteration] = field(default_factory=list)
    credentials: list[Credential] = field(default_factory=list)
    conflicts: dict[str, list[Said]] = field(default_factory=dict)
    motions: dict[str, Motion] = field(default_factory=dict)
    replies: dict[str, Reply] = field(default_factory=dict)
    experts: dict[str, Expert] = field(default_factory=dict)
    budgets: dict[str, list[Budget]] = field(default_factory=dict)
    speaking_times: dict[str, list[SpeakingTime]] = field(default_factory=dict)
    off_record: list[OffRecord] = field(default_factory=list)
    reserves: dict[str, Reserved] = field(default_factory=dict)
    clearances: list[Clearance] = field(default_factory=list)
    on_paper: list[int] = field(default_factory=list)

    def who(self, seat: str) -> Who:
        """The person of that seat as they are in the room now."""
        known = self.room.seats.get(seat) or self.before.seats.get(seat)
        if known is None:
            return Who(seat, "", "", "", Side.GUEST)
        return Who(known.id, known.name, known.capacity, known.organization, known.side)

    def maybe(self, seat: str) -> Who | None:
        """The person of that seat, or None where time acted."""
        return self.who(seat) if seat else None

    def via(self, entry: Entry, seat: str) -> Via:
        """How a person reached the room for this act: as entered on their behalf, else as they were admitted."""
        known = self.room.seats.get(seat)
        own = entry.on_behalf_of or entry.via is Via.LINK
        return entry.via if own or known is None else known.via

    def said(self, entry: Entry, seat: str, text: str, language: str = "") -> Said:
        """Words somebody put on record with this entry."""
        return Said(
            self.who(seat), entry.at, text, language, self.via(entry, seat), bool(entry.on_behalf_of),
            late(entry), None, (entry.seq,),
        )  # fmt: skip


Reader = Callable[[Draft, Any, Entry], None]


def late(entry: Entry) -> datetime | None:
    """When a catch-up entry was written; None for what was entered as it happened or as time decided it."""
    return entry.written if entry.by and (entry.written - entry.at).total_seconds() >= 60 else None


def stay(entry: Entry) -> Stay:
    """A stay that begins with this entry."""
    return Stay(entry.at, None)
