"""Making, renewing, ending and opening personal links and codes. Secrets are answered once and stored hashed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.ids import new_code, new_token
from incidencia.web.refusals import Refused
from sessions.core.state import Room
from sessions.core.terms import Phase
from sessions.hall.holding import HELD, LEADS, mark, serves
from sessions.models import Seat, SeatLink, Session

OVER = (Phase.SEALED, Phase.CANCELLED, Phase.NOT_HELD)
TRIES = 5
CODES_BEFORE = timedelta(hours=24)
ENOUGH = 100  # characters of a token somebody may send


@dataclass(frozen=True, slots=True)
class Made:
    """A link as it was made: the only moment in which its secrets are known."""

    link: SeatLink
    token: str
    code: str

    @property
    def spoken(self) -> str:
        """The code in two groups, as it is read aloud."""
        return f"{self.code[:4]} {self.code[4:]}"

    def __repr__(self) -> str:
        return f"Made({self.link!r})"


def link_make(session: Session, seat: Seat, *, by: Person) -> Made:
    """Promise a link and a code for that seat; the ones before end, and whoever held them is told. Raises Refused."""
    if seat.role in LEADS:
        raise Refused(
            "no_link",
            _("The chair, the vice-chair and the secretariat have no personal link."),
            _("Whoever leads a session signs in with an account of their own."),
            _("Accredit them with the e-mail of their account."),
        )
    if session.phase in OVER:
        raise Refused("session_over", _("The session is over."), advice=_("A link serves while its session lasts."))
    for left in reversed(range(TRIES)):
        token, code = new_token(), new_code()
        try:
            return Made(_renewed(session, seat, token, code, by), token, code)
        except IntegrityError:  # the code stands for another seat, or somebody renews this very one
            if not left:
                raise
    raise AssertionError


@transaction.atomic
def _renewed(session: Session, seat: Seat, token: str, code: str, by: Person) -> SeatLink:
    Session.every.select_for_update().get(pk=session.pk)
    at = now()
    SeatLink.objects.filter(seat=seat, ended_at=None).update(ended_at=at, ended_by=by)
    return SeatLink.objects.create(
        session=session, seat=seat, token_hash=hashed(session, "link", token),
        code_hash=hashed(session, "code", code), made_at=at, made_by=by,
    )  # fmt: skip


def link_end(session: Session, seat: Seat, *, by: Person) -> bool:
    """Promise that no link of that seat opens anything any more; whether there was one."""
    return SeatLink.objects.filter(session=session, seat=seat, ended_at=None).update(ended_at=now(), ended_by=by) > 0


def by_token(session: Session, room: Room, token: str) -> SeatLink | None:
    """The link of that address, if it serves now."""
    return _serving(session, room, token_hash=hashed(session, "link", token[:ENOUGH]))


def by_code(session: Session, room: Room, typed: str) -> SeatLink | None:
    """The link of that code, however its groups were typed, if it serves now."""
    code = "".join(c for c in typed if c not in " -.\N{NO-BREAK SPACE}")
    if len(code) != 8 or not (code.isascii() and code.isdecimal()):
        return None
    opens = codes_open(room)
    if opens is None or now() < opens:
        return None
    return _serving(session, room, code_hash=hashed(session, "code", code))


def codes_open(room: Room) -> datetime | None:
    """From when codes are taken: they are short, so the days in which they could be guessed are few."""
    return room.starts_at - CODES_BEFORE if room.starts_at else None


def _serving(session: Session, room: Room, **by: str) -> SeatLink | None:
    link = SeatLink.objects.select_related("seat").filter(session=session, ended_at=None, **by).first()
    return link if link is not None and serves(link, room) else None


@transaction.atomic
def link_open(request: HttpRequest, session: Session, link: SeatLink) -> bool:
    """Promise this browser the seat, for this session alone; an earlier device holds it no longer.

    False when the link ended meanwhile. Signs nobody in.
    """
    row = SeatLink.objects.select_for_update(of=("self",)).filter(pk=link.pk, ended_at=None).first()
    if row is None:
        return False
    row.turn, row.opened_at = row.turn + 1, now()
    row.save(update_fields=["turn", "opened_at"])
    request.session.cycle_key()  # whoever knew the browser's session before does not know it now
    request.session[HELD] = {**request.session.get(HELD, {}), str(session.pk): mark(row)}
    return True


def link_leave(request: HttpRequest, session: Session) -> None:
    """Forget on this browser that it held a seat of the session."""
    held = dict(request.session.get(HELD, {}))
    if held.pop(str(session.pk), None) is not None:
        request.session[HELD] = held


def hashed(session: Session, kind: str, secret: str) -> str:
    """What is stored of a secret: keyed, and bound to its session; the table alone opens nothing."""
    return salted_hmac(f"sessions.links.{kind}", f"{session.pk}:{secret}", algorithm="sha256").hexdigest()
