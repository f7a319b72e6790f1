"""Pages of rehearsals: starting one, letting somebody simulated act, deleting it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from incidencia.accounts.requests import SignedInRequest
from incidencia.web.refusals import Refused
from sessions import queries
from sessions.core.refusals import Refused as RoomRefused
from sessions.core.terms import Role
from sessions.models import Seat, Session
from sessions.rehearsal import services, simulated
from sessions.views.plan import session_seen
from sessions.wording.refusals import worded
from sessions.wording.rehearsal import SIMULATED


@login_required
@require_http_methods(["GET", "POST"])
def rehearsal_start(request: SignedInRequest, reference: str) -> HttpResponse:
    """What a rehearsal is, those there are, and the button that starts one. For the secretariat (403)."""
    session = session_seen(request, reference, "sessions.session_convene")
    failed: Refused | None = None
    if request.method == "POST":
        try:
            twin = services.start(session, by=request.user)
        except Refused as refusal:
            failed = refusal
        else:
            return redirect("room", twin.reference)
    barred = services.why_not(session)
    context = {
        "session": session, "rehearsals": services.rehearsals_of(session), "failed": failed or barred,
        "barred": barred is not None,
    }  # fmt: skip
    return render(request, "sessions/rehearsal_start.html", context, status=422 if failed else 200)


@login_required
@require_POST
def rehearsal_simulate(request: SignedInRequest, reference: str) -> HttpResponse:
    """Let somebody simulated act, then back to the room; refused: the reason is said there."""
    twin, seat = _own(request, reference)
    what = request.POST.get("what", "")
    try:
        simulated.simulate(twin, seat, what)
    except RoomRefused as refusal:
        messages.error(request, worded(refusal).message)
    else:
        messages.success(request, SIMULATED[what])
    return redirect("room", reference)


@login_required
@require_http_methods(["GET", "POST"])
def rehearsal_delete(request: SignedInRequest, reference: str) -> HttpResponse:
    """Delete a rehearsal and its log, after asking once. For its secretariat (403)."""
    twin, _seat = _own(request, reference)
    if request.method == "POST":
        services.delete(twin, by=request.user)
        messages.success(request, _("The rehearsal and its log are deleted."))
        return redirect("session_page", twin.series)
    return render(request, "sessions/rehearsal_delete.html", {"session": twin})


def _own(request: SignedInRequest, reference: str) -> tuple[Session, Seat]:
    twin = get_object_or_404(Session.every, reference=reference, rehearsal=True)
    seat = queries.seat_of(twin, request.user)
    if seat is None or seat.role != Role.SECRETARIAT:
        raise PermissionDenied(_("A rehearsal is run by its secretariat."))
    return twin, seat
