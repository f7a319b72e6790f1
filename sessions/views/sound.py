"""«I can't hear»: one button for anybody in the room, and the sums for the desk."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from incidencia.accounts.requests import SignedInRequest
from sessions import sound
from sessions.audiences import Audience
from sessions.views.room import entered


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def room_no_sound(request: SignedInRequest, reference: str) -> HttpResponse:
    """Tell the desk that one can't hear, and read how to hear by telephone."""
    session, room, seat, _audience = entered(request, reference)
    if seat is None or not sound.may_tell(room, seat):
        raise PermissionDenied(_("This is for those who are in the room."))
    told = request.method == "POST"
    if told:
        sound.tell(session, seat)
    page = "sessions/_no_sound.html" if told and request.htmx else "sessions/room_no_sound.html"
    return render(request, page, {"session": session, "told": told})


@never_cache
@login_required
@require_safe
def room_unheard(request: SignedInRequest, reference: str) -> HttpResponse:
    """The sums, for the desk alone."""
    session, room, _seat, audience = entered(request, reference)
    if audience is not Audience.DESK:
        raise PermissionDenied
    return render(request, "sessions/_unheard.html", {"unheard": str(sound.unheard(session, room))})
