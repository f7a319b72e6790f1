"""The entrance for personal links and codes: looking changes nothing, a button takes the seat."""

from allauth.core.internal import ratelimit
from allauth.core.internal.ratelimit import RateLimitUsage
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from incidencia.web import errors
from incidencia.web.refusals import Refused
from sessions import desk, queries
from sessions.core.state import Room
from sessions.hall import links
from sessions.models import Session

# Failures alone count: sixty people in one hall share an address.
# Wrong codes never shut out those who have a link: nobody guesses one.
MISSES = {"room_code": "30/10m/ip,60/h/key", "room_link": "60/10m/ip"}


def _session(reference: str) -> tuple[Session, Room]:
    session = get_object_or_404(Session.every, reference=reference, convened_at__isnull=False)
    return session, desk.settle(session.pk)


def _private(answer: HttpResponse) -> HttpResponse:
    """The address of this page tells nobody where it was followed from."""
    answer["Referrer-Policy"] = "strict-origin"  # no path, ever; with no-referrer the form has no Origin
    answer["X-Robots-Tag"] = "noindex"
    return answer


@never_cache
@sensitive_variables("token")
@require_http_methods(["GET", "POST"])
def seat_link(request: HttpRequest, reference: str, token: str) -> HttpResponse:
    """Whose seat the link opens; a button takes it. A preview by a mail program opens nothing."""
    session, room = _session(reference)
    if (guess := _guess(request, session, "room_link")) is None:
        return _private(errors.too_many(request))
    link = links.by_token(session, room, token)
    if link is None:
        context = {"session": session, "failed": _useless(), "link": None}
        return _private(render(request, "sessions/hall/seat_link.html", context, status=404))
    guess.rollback()
    own = queries.seat_of(session, request.user)
    if request.method == "POST" and own is None and links.link_open(request, session, link):
        return _private(HttpResponseRedirect(reverse("room", args=[reference]), status=303))
    context = {"session": session, "link": link, "own": own, "failed": None}
    return _private(render(request, "sessions/hall/seat_link.html", context))


@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def seat_code(request: HttpRequest, reference: str) -> HttpResponse:
    """A code that was read aloud: eight digits take the seat."""
    session, room = _session(reference)
    context = {"session": session, "room": room, "failed": None, "opens": links.codes_open(room)}
    status = 200
    if request.method == "POST":
        if own := queries.seat_of(session, request.user):
            context["own"] = own
            return _private(render(request, "sessions/hall/seat_code.html", context))
        if (guess := _guess(request, session, "room_code")) is None:
            return _private(errors.too_many(request))
        link = links.by_code(session, room, request.POST.get("code", "")[:40])
        if link is not None and links.link_open(request, session, link):
            guess.rollback()
            return _private(HttpResponseRedirect(reverse("room", args=[reference]), status=303))
        context["failed"], status = _useless(), 422
    return _private(render(request, "sessions/hall/seat_code.html", context, status=status))


@never_cache
@require_POST
def seat_leave(request: HttpRequest, reference: str) -> HttpResponse:
    """Forget on this device that it held a seat: for a borrowed telephone."""
    session, _room = _session(reference)
    links.link_leave(request, session)
    return HttpResponseRedirect(reverse("session_page", args=[reference]), status=303)


def _guess(request: HttpRequest, session: Session, action: str) -> RateLimitUsage | None:
    """Count a guess before it is looked at, so that guesses at the same instant are no more than one after another.

    None: there is no room for another one. What was right is rolled back.
    """
    usage: RateLimitUsage | None = ratelimit.consume(
        request, app="sessions", action=action, config=MISSES, key=session.reference, limit_get=True
    )
    return usage


def _useless() -> Refused:
    """One answer for whatever does not open: wrong, ended, too early and too late are told apart by nobody."""
    return Refused(
        "no_link",
        _("This does not open a seat."),
        _("A link or code serves for one session, until some hours after its end, unless a newer one was made."),
        _("Check the eight digits, or ask the secretariat for a new one."),
    )
