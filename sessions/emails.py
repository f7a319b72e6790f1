"""Letters of a session, to everybody accredited who has an account, each in their language, once."""

from django.db import transaction
from django.urls import reverse
from django.utils import translation

from incidencia.mail.links import absolute
from incidencia.mail.services import send
from incidencia.web.templatetags.ui import local
from sessions import log
from sessions.before.late import late_ones
from sessions.calendar import ics
from sessions.models import Seat, Session
from sessions.papers import shown_to


def convening(session: Session) -> None:
    """The session was convened: agenda, papers, ways in, and the calendar entry."""
    _to_everybody("convening", session, "")


def rescheduled(session: Session, reason: str) -> None:
    """The session moves: the new hour, the reason, and the calendar entry."""
    _to_everybody("rescheduled", session, reason)


def cancelled(session: Session, reason: str) -> None:
    """The session is cancelled: the reason, and the calendar entry that takes it off."""
    _to_everybody("cancelled", session, reason)


def recess(session: Session) -> None:
    """The session was suspended until another day: when it goes on, and the calendar entry of that day."""
    _to_everybody("recess", session, "")


def _to_everybody(name: str, session: Session, reason: str) -> None:
    seats = Seat.objects.filter(session=session, person__isnull=False, person__is_active=True)
    items = list(session.draft_items.all())
    papers = list(session.papers.filter(circulated_at__isnull=False))
    late, room = late_ones(session, papers), log.load(session)
    with transaction.atomic():
        for seat in seats.select_related("person"):
            assert seat.person is not None
            with translation.override(seat.person.language):
                address = absolute(reverse("session_page", args=[session.reference]))
                title = local(session, "title")
                file = ics(session, seat=seat, title=title, address=address)
            send(
                f"sessions/emails/{name}",
                seat.person,
                {"session": session, "seat": seat, "reason": reason, "link": address, "items": items,
                 "papers": shown_to(session, room, seat, papers), "late": late,
                 "papers_any": bool(papers), "without_papers": room.without_papers},
                attachments=[(f"{session.reference}.ics", file, "text/calendar")],
                key=f"{name}:{session.reference}:{session.calendar_sequence}:{seat.pk}",
            )
