"""Answers owed, as the page of the session shows them."""

from dataclasses import dataclass

from incidencia.deadlines.deadline import Deadline
from sessions.after import owed
from sessions.after.clock import clock_of
from sessions.audiences import audience_of
from sessions.core.state import Question, Room
from sessions.models import OwedAnswer, Seat, Session
from sessions.wording.words import name_of, titled


@dataclass(frozen=True, slots=True)
class Owed:
    """`who` owes it; `asked_by` and the words are told to whoever may hear the room, the rest to everybody.

    `entered`: the secretariat entered the answer for whoever owed it.
    """

    row: OwedAnswer
    question: Question
    asked_by: str
    who: str
    clock: Deadline
    mine: bool
    entered: bool


def owed_shown(session: Session, room: Room, seat: Seat | None) -> dict[str, object]:
    """What the page of the session tells of answers owed. Four queries at most, one while nothing is owed."""
    rows = owed.of_session(session)
    found = [one for row in rows if (one := shown(row, room, seat))]
    hears = bool(found) and audience_of(session, room, seat.key if seat else None) is not None
    return {"owed": found, "reads_questions": hears or any(o.mine for o in found)}


def shown(row: OwedAnswer, room: Room, seat: Seat | None) -> Owed | None:
    """One of them; None while the log does not hold its question any more."""
    question = room.questions.get(row.question)
    if question is None:
        return None
    who = row.seat.name if row.seat else titled(room, "host")
    mine = row.answered_at is None and owed.may_answer(row, seat)
    entered = row.seat_id is not None and row.answered_by_id not in (None, row.seat_id)
    return Owed(row, question, name_of(room, question.seat), who, clock_of(row, question, row.session), mine, entered)
