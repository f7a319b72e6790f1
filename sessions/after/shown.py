"""Answers owed, as the page of the session shows them."""

from dataclasses import dataclass

from incidencia.deadlines.deadline import Deadline
from sessions.after import owed
from sessions.after.clock import clock_of
from sessions.audiences import Audience, audience_of, hides
from sessions.core.state import Question, Room
from sessions.models import OwedAnswer, Seat, Session
from sessions.papers import reader_of
from sessions.wording.words import name_of, titled


@dataclass(frozen=True, slots=True)
class Owed:
    """`who` owes it; `asked_by` and the words are told to whoever may hear the room, the rest to everybody.

    `entered`: the secretariat entered the answer for whoever owed it. `text` is the answer, empty while a reserve
    keeps the item of the question from the reader: then it is `kept`, although the question was asked before (A9).
    """

    row: OwedAnswer
    question: Question
    asked_by: str
    who: str
    clock: Deadline
    mine: bool
    entered: bool
    text: str
    kept: bool


def owed_shown(session: Session, room: Room, seat: Seat | None) -> dict[str, object]:
    """What the page of the session tells of answers owed. `room` is the one that this reader may see."""
    rows = owed.of_session(session)
    reader = reader_of(session, room, seat) if rows else Audience.PUBLIC
    found = [one for row in rows if (one := shown(row, room, seat, reader))]
    hears = bool(found) and audience_of(session, room, seat.key if seat else None) is not None
    return {"owed": found, "reads_questions": hears or any(o.mine for o in found)}


def shown(row: OwedAnswer, room: Room, seat: Seat | None, reader: Audience) -> Owed | None:
    """One of them, as this seat may read it; None where its question is not in the room that this reader may see."""
    question = room.questions.get(row.question)
    if question is None:
        return None
    who = row.seat.name if row.seat else titled(room, "host")
    mine = row.answered_at is None and owed.may_answer(row, seat, room)
    entered = row.seat_id is not None and row.answered_by_id not in (None, row.seat_id)
    unheard = hides(reader, question.item, room)
    return Owed(
        row, question, name_of(room, question.seat), who, clock_of(row, question, row.session), mine, entered,
        text="" if unheard else row.text, kept=bool(row.text) and unheard,
    )  # fmt: skip
