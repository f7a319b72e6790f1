"""Letters about minutes: to everybody who was admitted and has an account."""

from django.db.models import QuerySet

from incidencia.accounts.models import Person
from incidencia.mail.links import link
from incidencia.mail.services import send
from sessions.minutes.document import Minutes as Document
from sessions.minutes.work import Work, passage
from sessions.models import Minutes, Seat, Session


def circulated_to_all(row: Minutes, document: Document, work: Work) -> None:
    """Write to everybody admitted that they may read, confirm and answer. Call it within the act."""
    for seat in _admitted(row, document):
        if seat.person is not None:
            minutes_circulated(seat.person, row.session, work, statements=_statements(document, work, seat.key))


def published_to_all(row: Minutes, document: Document) -> None:
    """Write to everybody admitted that the minutes are public. Call it within the act."""
    for seat in _admitted(row, document):
        if seat.person is not None:
            minutes_published(seat.person, row.session, agreements=len(document.agreements))


def minutes_circulated(person: Person, session: Session, work: Work, *, statements: int) -> None:
    """To somebody admitted: the draft can be read until when; `statements` of theirs wait for their word."""
    context = {
        "session": session,
        "until": work.until,
        "statements": statements,
        "link": link("minutes_page", session.reference, language=person.language),
    }
    key = f"{session.reference}:circulated"
    send("sessions/emails/minutes_circulated", person, context, key=key)


def minutes_published(person: Person, session: Session, *, agreements: int) -> None:
    """To somebody admitted: the approved minutes are in the archive."""
    context = {
        "session": session,
        "agreements": agreements,
        "link": link("minutes_page", session.reference, language=person.language),
    }
    send("sessions/emails/minutes_published", person, context, key=f"{session.reference}:published")


def _admitted(row: Minutes, document: Document) -> QuerySet[Seat]:
    keys = [a.who.seat for a in document.attendance]
    seats = Seat.objects.filter(session_id=row.session_id, key__in=keys, person__is_active=True)
    return seats.select_related("person")


def _statements(document: Document, work: Work, seat: str) -> int:
    turns = [t.id for item in document.items for t in item.turns if t.who.seat == seat]
    told = [passage(document, work, one) for one in turns]
    return sum(1 for p in told if p and p.text)
