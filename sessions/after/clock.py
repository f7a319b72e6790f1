"""The clock of an answer that is owed: it ends on the day that was announced."""

from dataclasses import replace

from incidencia.deadlines.calendar import business_days_between
from incidencia.deadlines.deadline import Deadline
from incidencia.deadlines.holidays import STATUTORY
from sessions.core.circulation import day_of
from sessions.core.state import Question
from sessions.models import OwedAnswer, Session


def clock_of(row: OwedAnswer, question: Question, session: Session) -> Deadline:
    """Promise the term from the question to the day announced for its answer, which is a business day."""
    days = business_days_between(day_of(question.at, session.zone), row.due, STATUTORY)
    term = Deadline(question.at, days=max(days, 1), closed=STATUTORY, zone=session.zone)
    return replace(term, met_at=row.answered_at)
