"""What closing does with questions that have no answer."""

from sessions.core import events as e
from sessions.core.circulation import day_of, first_day
from sessions.core.facts import Facts
from sessions.core.state import Room
from sessions.core.terms import QuestionState


def left_open(room: Room, facts: Facts) -> tuple[e.Event, ...]:
    """Promise a debtor and a day for each: the body that convenes, within the business days of the rules."""
    due = first_day(day_of(facts.now, room.zone), room.rules.answer_days - 1, facts.closed)
    return tuple(e.AnswerOwed(q.id, "", due) for q in room.questions.those(QuestionState.APPROVED))
