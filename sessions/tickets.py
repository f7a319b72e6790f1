"""A ticket lets one socket in for 60 s: signed, and bound to room, seat, audience, language and login cookie."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac

from sessions.audiences import Audience
from sessions.models import Seat, Session

LIFE = 60  # seconds
SALT = "sessions.tickets"


class BadTicket(Exception):
    """The ticket lets nobody in; the message says why in plain words."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a valid ticket says. `seat` is empty for the public; `seat_id` is the row of the seat.

    `screen`: for a projector, which hears no more than the room and is nobody's sign of life.
    `link` names the personal link by which the seat is held, and its turn (`hall/holding.py`).
    """

    session_id: int
    reference: str
    seat: str
    seat_id: int
    audience: Audience
    language: str
    screen: bool = False
    link: str = ""


def issue(
    request: HttpRequest, session: Session, seat: Seat | None, audience: Audience, language: str,
    screen: bool = False, link: str = "",
) -> str:  # fmt: skip
    """A ticket for whoever asked by `request`. Raises ValueError for more than `public` without a login session."""
    login = request.session.session_key or ""
    bound = seat is not None or audience is not Audience.PUBLIC
    if bound and not login:
        raise ValueError("a ticket for a seat is bound to a login session, and there is none")
    seat_key, seat_id = (seat.key, seat.pk) if seat else ("", 0)
    words = [
        session.pk,
        session.reference,
        seat_key,
        seat_id,
        audience.value,
        language,
        screen,
        link,
        _mark(login) if bound else "",
    ]
    return signing.dumps(words, salt=SALT)


def read(text: str, cookies: Mapping[str, str]) -> Ticket:
    """What the ticket says, after checking signature, age and cookie. Raises BadTicket. Asks no database."""
    try:
        *words, mark = signing.loads(text, salt=SALT, max_age=LIFE)
    except signing.SignatureExpired:
        raise BadTicket("the ticket has expired: ask for another") from None
    except signing.BadSignature:
        raise BadTicket("this is not a ticket of ours") from None
    if mark and not constant_time_compare(mark, _mark(cookies.get(settings.SESSION_COOKIE_NAME, ""))):
        raise BadTicket("the ticket belongs to another sign-in")
    session_id, reference, seat, seat_id, audience, language, screen, link = words
    return Ticket(session_id, reference, seat, seat_id, Audience(audience), language, screen, link)


def _mark(login: str) -> str:
    """Stands for the login session without giving its key away."""
    return salted_hmac(SALT, login, algorithm="sha256").hexdigest()[:32]
