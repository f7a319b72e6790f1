"""The letter with a personal link and a code: to whom the secretariat sends it, once for each link."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import translation

from incidencia.mail.links import absolute
from incidencia.mail.services import send
from sessions.hall.links import Made
from sessions.models import Seat, Session


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody without an account, at the address the secretariat wrote."""

    email: str
    name: str
    language: str = "es-mx"


def seat_link(session: Session, seat: Seat, made: Made, *, email: str, ends: datetime | None) -> None:
    """How to take one's seat without a password. To `email`, else to the account of the seat."""
    to = Guest(email, seat.name) if email else seat.person
    assert to is not None
    with translation.override(to.language):
        link = absolute(reverse("seat_link", args=[session.reference, made.token]))
        entrance = absolute(reverse("seat_code", args=[session.reference]))
    context = {
        "session": session,
        "seat": seat,
        "link": link,
        "code": made.spoken,
        "entrance": entrance,
        "ends": ends,
    }
    send("sessions/emails/seat_link", to, context, key=f"seat_link:{made.link.pk}")
