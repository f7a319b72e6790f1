"""Pages of the desk for the hall: the list by name or badge, and the door in bulk."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from incidencia.accounts.requests import SignedInRequest
from incidencia.ids import new_token
from incidencia.web.refusals import Refused
from sessions import desk
from sessions.audiences import Audience
from sessions.core.rules.who import at_the_desk
from sessions.core.state import Room
from sessions.core.state import Seat as Place
from sessions.core.terms import Role, Via
from sessions.hall import door
from sessions.hall.finding import badges, found
from sessions.hall.forms import DoorForm, SpeakerForm
from sessions.hall.listing import nobody, put_on_list
from sessions.models import Seat, Session
from sessions.views.room import entered
from sessions.wording.lines import line as line_of

MOST = 12  # choices shown: with more, a letter more is quicker


def at_desk(request: SignedInRequest, reference: str) -> tuple[Session, Room, Seat]:
    """The session, its present room and the seat of whoever is at the desk. Raises PermissionDenied for others."""
    session, room, seat, audience = entered(request, reference)
    if seat is None or audience is not Audience.DESK:
        raise PermissionDenied(_("This page is for the chair and the secretariat of the session."))
    return session, room, seat


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def speaker_add(request: SignedInRequest, reference: str) -> HttpResponse:
    """Put somebody in the hall on the list, by name or badge: one hit at once, several as a choice."""
    session, room, seat = at_desk(request, reference)
    if seat.role != Role.SECRETARIAT or not at_the_desk(room, seat.key):
        raise PermissionDenied(_("Only the secretariat acts on behalf of those in the hall."))
    form = SpeakerForm(request.POST or None)
    asked = (request.POST or request.GET).get("asked", "")[:100]
    failed, done, hits = None, None, tuple[Place, ...]()
    if request.method == "POST" and form.is_valid():
        hits = _meant(room, form.cleaned_data["seat"], asked)
        try:
            done = _put(session, room, hits, asked, seat, form.cleaned_data["key"])
        except Refused as refusal:
            failed = refusal
    elif request.method == "GET" and asked:
        hits = found(room, asked)
        failed = None if hits else nobody(asked)
    said = _said(done) if done else ""
    context = {
        "session": session, "asked": asked, "failed": failed, "key": new_token(), "hits": hits[:MOST],
        "more": max(0, len(hits) - MOST), "said": said, "room": desk.settle(session.pk),
        "undo": done is not None and not done.again,
    }  # fmt: skip
    if request.htmx:
        return render(request, "sessions/hall/_speaker.html", context, status=422 if failed else 200)
    if done:
        messages.success(request, str(said))
        return HttpResponseRedirect(request.path, status=303)
    status = 422 if request.method == "POST" and not hits else 200
    return render(request, "sessions/hall/speaker_add.html", context, status=status)


def _meant(room: Room, chosen: str, asked: str) -> tuple[Place, ...]:
    """The one that was chosen, or everybody whom the letters name."""
    if not chosen:
        return found(room, asked)
    place = room.seats.get(chosen)
    return (place,) if place is not None and place.present and place.role is not Role.SECRETARIAT else ()


def _put(
    session: Session, room: Room, hits: tuple[Place, ...], asked: str, by: Seat, key: str
) -> desk.Done | None:  # fmt: skip
    if not hits:
        raise nobody(asked)
    return put_on_list(session, room, hits[0], by=by, key=key) if len(hits) == 1 else None


def _said(done: desk.Done) -> str:
    told = [line_of(entry, done.room).sentence for entry in done.entries[:1]]
    return str(told[0]) if told else _("That was done already; it is not written twice.")


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def door_list(request: SignedInRequest, reference: str) -> HttpResponse:
    """Everybody accredited with how they stand; admit those marked, or those whose badges were typed."""
    session, room, seat = at_desk(request, reference)
    asked, only = request.GET.get("q", "")[:100], request.GET.get("state", "")
    form = DoorForm(request.POST or None, room=room, session=session)
    if request.method == "POST" and form.is_valid():
        typed, strange = badges(form.cleaned_data["badges"])
        wanted = list(dict.fromkeys([*form.marked(), *typed]))
        if wanted or strange:
            told = door.admit_those(
                session, wanted, by=seat, key=form.cleaned_data["key"], via=Via(form.cleaned_data["via"]),
                happened_at=form.happened_at(), provisional=form.cleaned_data["provisional"],
            )  # fmt: skip
            told.unknown.extend(strange)
            _tell(request, told)
            query = f"?{request.GET.urlencode()}" if request.GET else ""
            return HttpResponseRedirect(reverse("door_list", args=[reference]) + query, status=303)
        form.add_error("badges", _("Mark somebody on the list, or type their badges."))
    everybody = door.rows(session, room)
    shown = door.narrowed(everybody, asked, only)
    context = {
        "session": session, "room": room, "form": form, "rows": shown, "asked": asked, "only": only,
        "counts": [(s.value, sum(r.standing is s for r in everybody)) for s in door.Standing],
        "total": len(everybody), "mark": "mark" in request.GET, "marked": set(form.marked()),
    }  # fmt: skip
    return render(request, "sessions/hall/door_list.html", context, status=422 if form.errors else 200)


def _tell(request: SignedInRequest, told: door.Admitted) -> None:
    """Say what became of everybody on the list; nothing is passed over in silence."""
    if n := len(told.names):
        said = ngettext("%(n)s person admitted: %(names)s.", "%(n)s people admitted: %(names)s.", n)
        messages.success(request, said % {"n": n, "names": _some(told.names)})
    if told.here:
        messages.info(request, _("In the room already: %(names)s.") % {"names": _some(told.here)})
    if told.apart:
        said = _("Removed or not admitted before: %(names)s. Admit them one by one, if that is meant.")
        messages.warning(request, said % {"names": _some(told.apart)})
    if told.unknown:
        messages.warning(request, _("No such badge: %(numbers)s.") % {"numbers": _some(told.unknown)})
    for refusal in told.refused.values():
        messages.error(request, str(refusal))


def _some(names: list[str], most: int = 8) -> str:
    shown = ", ".join(names[:most])
    more = len(names) - most
    return shown if more <= 0 else _("%(names)s and %(n)s more") % {"names": shown, "n": more}
