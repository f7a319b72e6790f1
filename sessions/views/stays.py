"""Attendance as the log has it: one's own, and everybody's for the desk."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from incidencia.clock import now
from sessions import desk, log, queries
from sessions.audiences import Audience, audience_of
from sessions.stays import stays, total
from sessions.views.plan import session_seen


@never_cache
@require_safe
def session_stays(request: HttpRequest, reference: str) -> HttpResponse:
    """From when to when one was in the room, unmerged; the desk sees everybody. Raises PermissionDenied.

    Once the minutes are approved, how long in all: whoever remarks on them has had the intervals to compare.
    """
    session = session_seen(request, reference)
    seat = queries.seat_of(session, request.user)
    if seat is None:
        raise PermissionDenied(_("Minute by minute, presence is for each person themself and for the desk."))
    everybody = audience_of(session, desk.settle(session.pk), seat.key) is Audience.DESK
    found = stays(log.entries(session))
    shown = found if everybody else [one for one in found if one.seat == seat.key]
    minutes = getattr(session, "minutes", None)
    approved = minutes is not None and minutes.approved_at is not None
    context = {
        "session": session, "people": [] if approved else shown, "everybody": everybody, "approved": approved,
        "over": session.closed_at is not None,
        "totals": [total(one, session.closed_at or now()) for one in shown] if approved else [],
    }  # fmt: skip
    return render(request, "sessions/session_stays.html", context)
