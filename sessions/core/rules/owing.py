"""What an item owes before it ends: replies that were granted, answers to questions."""

from sessions.core import events as e
from sessions.core.circulation import day_of, first_day
from sessions.core.facts import Facts
from sessions.core.refusals import Code, refuse_if
from sessions.core.state import Room
from sessions.core.terms import QuestionState, ReplyState


def reply_owed(room: Room) -> bool:
    """Whether somebody in the room was granted a reply in the open item and has not given it."""
    granted = (r for r in room.replies if r.item == room.current and r.state is ReplyState.GRANTED)
    return bool(room.current) and any(room.seats[r.seat].present for r in granted)


def refuse_while_owed(room: Room) -> None:
    """Raise Refused(REPLY_OWED): what was granted does not vanish with the item."""
    refuse_if(reply_owed(room), Code.REPLY_OWED)


def left_open(room: Room, facts: Facts) -> tuple[e.Event, ...]:
    """Promise a debtor and a day for each: the body that convenes, within the business days of the rules."""
    due = first_day(day_of(facts.now, room.zone), room.rules.answer_days - 1, facts.closed)
    return tuple(e.AnswerOwed(q.id, "", due) for q in room.questions.those(QuestionState.APPROVED))
