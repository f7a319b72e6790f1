"""Answers owed in writing: what closing leaves, who owes each, and the answer, given once."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.text.clean import check_length
from incidencia.web.refusals import Refused
from sessions import log
from sessions.core.rules.limits import STATEMENT
from sessions.core.rules.who import at_the_desk
from sessions.core.state import Room
from sessions.core.terms import QuestionState, Role
from sessions.models import OwedAnswer, Seat, Session


def keep(session: Session, room: Room) -> None:
    """Promise one row for each answer that is owed as the room stands, and none for what is owed no more.

    Called with the log at every closing; what was answered since an earlier closing stays.
    """
    owed = {q.id: q for q in room.questions.those(QuestionState.OWED)}
    known = OwedAnswer.objects.filter(session=session)
    known.filter(answered_at=None).exclude(question__in=owed).delete()
    seats = {s.key: s for s in session.seats.all()} if owed else {}
    answered = set(known.exclude(answered_at=None).values_list("question", flat=True))
    for q in owed.values():
        if q.due is not None and q.id not in answered:
            OwedAnswer.objects.update_or_create(
                session=session, question=q.id, defaults={"seat": seats.get(q.owes), "due": q.due}
            )


def of_session(session: Session) -> list[OwedAnswer]:
    """All of a session, what is due first on top. One query."""
    found = session.owed_answers.select_related("seat", "answered_by", "session")
    return list(found.order_by("due", "id"))


def owed_by(person: Person) -> QuerySet[OwedAnswer]:
    """Promise the unanswered ones that wait for this person: on their seat, or on the secretariat they keep.

    None of a rehearsal: nothing in it waits for anybody.
    """
    mine = Q(seat__person=person)
    kept = Q(session__seats__person=person, session__seats__role=Role.SECRETARIAT)
    nobodys = Q(seat=None) | Q(seat__person=None)
    found = OwedAnswer.objects.filter(mine | (kept & nobodys), answered_at=None, session__rehearsal=False)
    return found.select_related("session").distinct().order_by("due", "id")


def ends_at(row: OwedAnswer) -> datetime:
    """The last second of the day that was announced, where the session is."""
    return datetime.combine(row.due, time(23, 59, 59), ZoneInfo(row.session.zone))


def may_answer(row: OwedAnswer, seat: Seat | None, room: Room) -> bool:
    """Whoever owes it, or the secretariat: for the body that convenes, or entering what the official wrote.

    Nobody who was removed from the session.
    """
    if seat is None:
        return False
    if seat.role == Role.SECRETARIAT and at_the_desk(room, seat.key):
        return True
    known = room.seats.get(seat.key)
    return row.seat_id == seat.pk and not (known is not None and known.removed)


@transaction.atomic
def give(row: OwedAnswer, *, seat: Seat, text: str, language: str) -> OwedAnswer:
    """Promise that the answer stands under its question, in public, for ever. Raises Refused."""
    row = OwedAnswer.objects.select_for_update().get(pk=row.pk)
    text = text.strip()
    if not may_answer(row, seat, log.load(Session.every.get(pk=row.session_id))):
        raise Refused(
            "not-yours-to-answer",
            _("This answer is owed by somebody else."),
            _("Whoever owes an answer gives it, or the secretariat enters it for them."),
            _("Tell the secretariat what you know."),
        )
    if row.answered_at is not None:
        raise Refused(
            "answered-already",
            _("This question was already answered."),
            _("An answer is given once and stays as it was given."),
            _("If something has to be added, bring it to the next session."),
        )
    if not text or len(text) > STATEMENT:
        raise Refused(
            "answer-length",
            _("Write an answer of up to %(most)s characters.") % {"most": STATEMENT},
            _("An answer has words; longer texts are circulated as papers."),
            _("Shorten it, and name the paper where the rest can be read."),
        )
    check_length(text)
    row.text, row.language, row.answered_at, row.answered_by = text, language, now(), seat
    row.save(update_fields=["text", "language", "answered_at", "answered_by"])
    return row
