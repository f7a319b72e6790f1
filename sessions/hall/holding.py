"""Who holds a seat by a personal link: the browser that opened it last, for its session alone, while it stands.

The browser's session remembers which link it opened and at which turn; whether that still holds is asked of the
table at every request. It signs nobody in: only the pages of a room ask here, and the desk is never reached by it.
"""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from incidencia.clock import now
from sessions.audiences import Audience
from sessions.core.state import Room
from sessions.core.terms import Phase, Role
from sessions.models import SeatLink, Session

HELD = "seat_links"  # in the browser's session: {session pk: "link pk.turn"}
AFTER = timedelta(hours=6)  # after the planned end
LONGEST = timedelta(hours=24)  # after the planned end, while the session still sits
LEADS = (Role.SECRETARIAT, Role.CHAIR, Role.VICE_CHAIR)


def expires(room: Room) -> datetime | None:
    """When the links of this session end: some hours after the planned end, later while it still sits."""
    if room.starts_at is None:
        return None
    ends = room.starts_at + timedelta(minutes=sum(i.plan.minutes for i in room.items))
    ends = max(ends, room.suspended_until or ends)
    return ends + (LONGEST if room.phase in (Phase.OPEN, Phase.SUSPENDED) else AFTER)


def serves(link: SeatLink, room: Room) -> bool:
    """Whether this link opens its seat now: not ended, in time, and of a seat that leads nothing."""
    ends = expires(room)
    return link.ended_at is None and ends is not None and now() < ends and link.seat.role not in LEADS


def link_of(request: HttpRequest, session: Session, room: Room) -> SeatLink | None:
    """The link by which this browser holds a seat of the session now. At most one query, none without a link."""
    known = known_to(request, session)
    if known is None:
        return None
    link, turn = known
    session.__dict__["_by_link"] = found = link if link.turn == turn and serves(link, room) else None
    return found


def by_link(session: Session) -> bool:
    """Whether the request for which `session` was read holds its seat by a link."""
    return session.__dict__.get("_by_link") is not None


def known_to(request: HttpRequest, session: Session) -> tuple[SeatLink, int] | None:
    """The link this browser opened for that session and at which turn, whether or not it still holds."""
    held = request.session.get(HELD, {}).get(str(session.pk), "")
    pk, _dot, turn = str(held).partition(".")
    if not (pk.isdecimal() and turn.isdecimal()):
        return None
    link = SeatLink.objects.select_related("seat").filter(pk=pk, session=session).first()
    return (link, int(turn)) if link else None


def mark(link: SeatLink) -> str:
    """Names the link and its turn: in the browser's session, and in the ticket of a socket."""
    return f"{link.pk}.{link.turn}"


def fallen(marks: Collection[str]) -> frozenset[str]:
    """Those of these marks that hold no longer: ended, or opened on another device since. One query."""
    pairs = {m: m.partition(".") for m in marks}
    keys = [p[0] for p in pairs.values() if p[0].isdecimal()]
    rows = SeatLink.objects.filter(pk__in=keys, ended_at=None).values_list("pk", "turn")
    standing = {f"{pk}.{turn}" for pk, turn in rows}
    return frozenset(m for m in marks if m not in standing)


def capped(audience: Audience | None, link: object) -> Audience | None:
    """What somebody hears by a link: never what the desk alone hears."""
    return Audience.ROOM if link and audience is Audience.DESK else audience


def seat_required(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For pages of a room: whoever signed in or opened a personal link goes on; others sign in first."""

    @wraps(view)
    def only_seated(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated or request.session.get(HELD):
            return view(request, *args, **kwargs)
        return redirect_to_login(request.get_full_path())

    return only_seated
