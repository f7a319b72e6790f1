"""Letters before a session opens, each in the language of who gets it, once."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from incidencia.mail.links import link
from incidencia.mail.services import send
from sessions.before.late import late_ones
from sessions.core.terms import Role
from sessions.models import Alternate, Paper, Seat, Session
from sessions.papers import is_shown


def announced(session: Session) -> None:
    """The date is known, or is another one: propose items until a day, and say whether you come."""
    at = session.starts_at.isoformat(timespec="minutes")
    seats = Seat.objects.filter(session=session, person__isnull=False, person__is_active=True)
    for seat in seats.exclude(role=Role.SECRETARIAT).select_related("person"):
        _write("announced", session, seat, f"announced:{session.reference}:{at}:{seat.pk}")


def paper_circulated(paper: Paper) -> None:
    """A paper came after the convening; if it came late, by how much, and that one may object (G27.I)."""
    session = paper.session
    short = late_ones(session, [paper]).get(paper.pk, 0)
    seats = Seat.objects.filter(session=session, person__isnull=False, person__is_active=True)
    with transaction.atomic():
        for seat in seats.exclude(person=paper.added_by).select_related("person"):
            if not is_shown(paper, seat):
                continue
            _write("paper_circulated", session, seat, f"paper:{paper.pk}:{seat.pk}", paper=paper, short=short)


def attendance_asked(session: Session, seats: Iterable[Seat], on: date) -> None:
    """You have not said whether you come."""
    for seat in seats:
        _write("attendance_asked", session, seat, f"attendance:{session.reference}:{on}:{seat.pk}")


def alternate_decided(alternate: Alternate) -> None:
    """The secretariat decided on an alternate: to who named them and, once they have a seat, to them."""
    session = alternate.session
    for seat in [alternate.seat, alternate.made]:
        if seat is not None and seat.person is not None and seat.person.is_active:
            _write("alternate_decided", session, seat, f"alternate:{alternate.pk}:{seat.pk}", alternate=alternate)


def _write(name: str, session: Session, seat: Seat, key: str, **more: object) -> None:
    assert seat.person is not None
    address = link("session_page", session.reference, language=seat.person.language)
    context = {"session": session, "seat": seat, "link": address, **more}
    send(f"sessions/emails/{name}", seat.person, context, key=key)
