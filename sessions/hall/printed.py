"""Pages of the hall that are printed: the contingency kit and the attendance sheet. For the desk alone."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from incidencia.accounts.requests import SignedInRequest
from incidencia.clock import now
from sessions.hall import kit
from sessions.hall.views import at_desk


@never_cache
@login_required
@require_safe
def contingency_kit(request: SignedInRequest, reference: str) -> HttpResponse:
    """One print for the hour without Internet: agenda, list, ballots, slips, roll call, steps and rules."""
    session, room, _seat = at_desk(request, reference)
    context = {"session": session, "room": room, "sheets": kit.kit(session, room), "printed": now()}
    return render(request, "sessions/hall/contingency_kit.html", context | {"brief": kit.brief(room)})


@never_cache
@login_required
@require_safe
def attendance_sheet(request: SignedInRequest, reference: str) -> HttpResponse:
    """The list to be signed at the entrance; its badges are typed at the door afterwards."""
    session, room, _seat = at_desk(request, reference)
    context = {"session": session, "room": room, "sheets": kit.attendance(session), "printed": now()}
    return render(request, "sessions/hall/attendance_sheet.html", context)
