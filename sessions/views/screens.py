"""What is shown of a room beside its page: the projector of the hall, and the chair's script to print."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from incidencia.accounts.requests import SignedInRequest
from sessions import desk, flags, log, queries
from sessions.core.state import Room
from sessions.core.terms import ItemKind, Purpose, Role
from sessions.core.touches import AGREEMENTS, DECISION, FLOOR, LIST, REGIONS, STATUS
from sessions.hub import cache
from sessions.models import Seat, Session
from sessions.screen import script_parts, whole_script
from sessions.views.room import entered, since_answer, ticket_answer
from sessions.wording.words import titled

# What a hall reads from its seats, in this order; a region that is not built is left out.
ON_SCREEN = tuple(n for n in (STATUS, FLOOR, "captions", "text", DECISION, AGREEMENTS, LIST) if n in REGIONS)


@never_cache
@require_safe
def room_projector(request: HttpRequest, reference: str) -> HttpResponse:
    """The room in big type, for the hall: no control, and nothing that the room or the public may not hear."""
    session, now, _seat, audience = entered(request, reference, screen=True)
    if audience is None:
        return redirect("room", reference)
    language = get_language() or "es-mx"
    shown = {n: mark_safe(cache.region(n, session, now, audience, language)) for n in ON_SCREEN}  # our own templates
    context = {"session": session, "room": now, "regions": shown, "words": flags.flags(now)}
    return render(request, "sessions/room_projector.html", context)


@never_cache
@require_safe
def projector_since(request: HttpRequest, reference: str) -> HttpResponse:
    """As `room_since`, for a projector."""
    return since_answer(request, reference, screen=True)


@never_cache
@require_safe
def projector_ticket(request: HttpRequest, reference: str) -> HttpResponse:
    """As `room_ticket`, for a projector: each connection has a ticket of its own."""
    return ticket_answer(request, reference, screen=True)


@never_cache
@login_required
@require_safe
def room_script(request: SignedInRequest, reference: str) -> HttpResponse:
    """The whole script of the session, from its preparation on. For whoever presides and the secretariat (403)."""
    session = get_object_or_404(Session.every, reference=reference)
    seat = queries.seat_of(session, request.user)
    room = desk.settle(session.pk) if session.convened_at else log.load(session)
    if seat is None or not _reads_script(room, seat):
        raise PermissionDenied(_("The script is for whoever presides and the secretariat."))
    rules = room.rules if room.convened else queries.rules_of(session)
    context: dict[str, Any] = {
        "session": session,
        "room": room,
        "opening": whole_script.opening(room.starts_at),
        "passages": whole_script.passages(_agenda(session, room)),
        "floor": whole_script.floor(rules),
        "decisions": whole_script.decisions(rules),
        "on_text": script_parts.on_text(),
        "motions": script_parts.on_motions(rules),
        "off_record": script_parts.off_record(rules),
        "troubles": whole_script.troubles(),
    }
    return render(request, "sessions/room_script.html", context)


def _reads_script(room: Room, seat: Seat) -> bool:
    there = room.seats.get(seat.key)
    if there is not None and there.removed:
        return False
    return seat.role in (Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARIAT) or seat.key == room.presiding


def _agenda(session: Session, room: Room) -> list[whole_script.Planned]:
    """The agenda of the log; before convening, as it is drafted."""
    if room.convened:
        return [whole_script.Planned(i.plan.kind, titled(i.plan), i.plan.minutes, i.plan.decides) for i in room.items]
    return [
        whole_script.Planned(ItemKind(i.kind), titled(i), i.minutes, Purpose(i.decides))
        for i in session.draft_items.all()
    ]
