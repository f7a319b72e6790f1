"""The minutes as data: facts by kind, without a word of any language of their own. Pure.

Words are made at display, in the reader's language. What people said and agreed stands here as it was entered,
with its language. Every fact names the entries of the log it rests on (`rests`): whoever doubts it looks there.
Each agreement has one entry, in `Minutes.agreements`; items and proposals point to it by its id.
"""

from dataclasses import dataclass

from sessions.core.terms import QuestionState
from sessions.minutes.document.agenda import Agenda, Alteration, Titled
from sessions.minutes.document.agreements import Agreement, Position
from sessions.minutes.document.credentials import Credential
from sessions.minutes.document.items import Change, Item, NotReached, Outcome, Point, Proposal, Turn
from sessions.minutes.document.motions import Motion, OnMotion
from sessions.minutes.document.questions import Merged, Question
from sessions.minutes.document.record import Colophon, Correction
from sessions.minutes.document.reserves import Clearance, OffRecord, Reserved
from sessions.minutes.document.said import Said
from sessions.minutes.document.session import (
    Attendance,
    Break,
    Identity,
    Move,
    Occasion,
    Paper,
    Presiding,
    Quorum,
    Reopening,
    Span,
    Stay,
    Succession,
    Times,
    Who,
)
from sessions.minutes.document.speaking import Budget, Expert, Reply
from sessions.minutes.document.statements import WrittenStatement
from sessions.minutes.document.text import Text
from sessions.minutes.document.votes import NamedVote, Temperature, Vote, VoteOutcome


@dataclass(frozen=True, slots=True)
class Minutes:
    """The whole record of one session. `points` are those raised while no item was open.

    Of questions that were not let through the numbers alone are told: those declined, those nobody looked at.


    `on_paper`: the entries of what was done on paper; whatever rests on one of them is told as such.
    """

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
    questions_declined: int = 0
    questions_unseen: int = 0
    agenda: Agenda | None = None
    credentials: tuple[Credential, ...] = ()
    off_record: tuple[OffRecord, ...] = ()
    reserves: tuple[Reserved, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    on_paper: tuple[int, ...] = ()
    statements: tuple[WrittenStatement, ...] = ()

    def item(self, item_id: str) -> Item | None:
        """The item of that id, or None."""
        return next((i for i in self.items if i.id == item_id), None)

    def turn(self, turn_id: str) -> Turn | None:
        """The turn of that id, or None."""
        return next((t for i in self.items for t in i.turns if t.id == turn_id), None)

    def agreement(self, agreement_id: str) -> Agreement | None:
        """The agreement of that id, or None."""
        return next((a for a in self.agreements if a.id == agreement_id), None)

    @property
    def owed(self) -> tuple[Question, ...]:
        """The questions that are owed an answer in writing, in the order of asking: the annex."""
        found = (q for i in self.items for q in i.questions if q.state is QuestionState.OWED)
        return tuple(sorted(found, key=lambda q: q.number))

    def admitted(self, seat: str) -> bool:
        """Whether that seat was admitted to the session."""
        return any(a.who.seat == seat for a in self.attendance)


__all__ = [
    "Agenda", "Agreement", "Alteration", "Attendance", "Break", "Budget", "Change", "Clearance", "Colophon",
    "Correction", "Credential", "Expert", "Identity", "Item", "Merged", "Minutes", "Motion", "Move", "NamedVote",
    "NotReached", "Occasion", "OffRecord", "OnMotion", "Outcome", "Paper", "Point", "Position", "Presiding",
    "Proposal", "Question", "Quorum", "Reopening", "Reply", "Reserved", "Said", "Span", "Stay", "Succession",
    "Temperature", "Text", "Times", "Titled", "Turn", "Vote", "VoteOutcome", "Who", "WrittenStatement",
]  # fmt: skip
