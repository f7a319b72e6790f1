"""The first page, and what anybody may read of a consultation."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from consultations import queries
from consultations.activities.queries import activities_of
from consultations.ahead import Reader, coming
from consultations.call.corrections import name_of, shown
from consultations.exchange.queries import received
from consultations.finding import consultation_for
from consultations.forms import SearchForm
from consultations.groups.queries import groups_of
from consultations.ladder import LIVE, ladder
from consultations.lifecycle import State
from consultations.members import queries as members
from consultations.models import CallCorrection, Consultation
from consultations.modes.information import queries as information
from consultations.spine.queries import reached
from consultations.spine.wording import NAMES
from incidencia.organizations.models import Agency
from incidencia.text import clean
from incidencia.web.templatetags.ui import local
from sessions import queries as sessions

PER_PAGE = 20
LATEST = 3  # items of the feeds that the page of a process names


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Say what this is, and show open calls, coming sessions and recent minutes; on an empty house, how to begin."""
    calls = queries.calls_open()
    ahead = sessions.coming(4)
    minutes = sessions.recent_minutes(4)
    context = {
        "calls": [{"consultation": row, "ladder": ladder(row)} for row in calls],
        "coming": ahead,
        "live": LIVE,
        "minutes": minutes,
        "empty": not (calls or ahead or minutes) and not Agency.objects.exists(),
    }
    if request.user.is_authenticated:
        context["agencies"] = queries.agencies_of(request.user)
        context["drafts"] = queries.drafts_of(request.user)
        context["convened"] = queries.coordinated_by(request.user)
        context["memberships"] = members.taking_part(request.user)
        own = sessions.mine(request.user)
        context |= {"seated": own, "coming": [session for session in ahead if session not in own]}
    return render(request, "consultations/home.html", context)


@require_safe
def consultation_list(request: HttpRequest) -> HttpResponse:
    """List published consultations, found by words without accents, state and level."""
    form = SearchForm(request.GET)
    asked = form.asked()
    found = queries.consultations_found(asked["q"], asked["state"], asked["level"])
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "rows": [{"consultation": row, "ladder": ladder(row)} for row in page],
        "asked": any(asked.values()),
        "query": urlencode({name: value for name, value in asked.items() if value}),
    }
    if request.user.is_authenticated:
        context["agencies"] = queries.agencies_of(request.user)
        context["drafts"] = queries.drafts_of(request.user)
    return render(request, "consultations/consultation_list.html", context)


@require_safe
def consultation_page(request: HttpRequest, reference: str) -> HttpResponse:
    """Show a consultation: its ladder, what comes next, the call, the members, and where the reader stands."""
    consultation = consultation_for(request, reference, "consultation_view")
    convenes = request.user.has_perm("consultations.consultation_edit", consultation)
    convened = list(sessions.of_series(consultation.reference))
    prefetch_related_objects([consultation], "levels")
    membership = None if convenes else members.membership_of(consultation, request.user)
    application = None if convenes or membership else members.standing_of(consultation, request.user)
    may_apply = consultation.accepts_applications and not (convenes or membership or application)
    activities = activities_of(consultation, drafts=convenes)
    came_far = reached(consultation)
    told = information.latest_and_meetings(consultation, LATEST)
    sides = members.sides_of(consultation)
    works = consultation.state is State.OPERATING
    enters = sessions.enterable((s for s in convened if s.phase in LIVE), request.user)
    reader = Reader(may_apply, application.pk if application else None, membership is not None, enters)
    context = {
        "consultation": consultation,
        "ladder": ladder(consultation, convened, activities),
        "activities": activities,
        "reached": [(NAMES[step], number) for step, number in came_far.items()],
        "anything_sent": any(came_far.values()),
        "ahead": coming(consultation, convened, reader, activities, told),
        "latest": told[:LATEST],
        "sides": sides,
        "empty_sides": members.without_vote(sides) if works else [],
        "requirements": list(consultation.requirements.all()),
        "corrected": consultation.corrections.exists(),
        "membership": membership,
        "application": application,
        "may_apply": may_apply,
        "convenes": convenes,
        "groups": groups_of(consultation, request.user, most=5, inside=convenes or membership is not None),
        "may_convene_group": membership is not None and consultation.state is not State.CONCLUDED,
        "received": list(received(consultation)[:5]) if consultation.published_at else [],
        "held": sum(session.phase not in sessions.AHEAD for session in convened),
    }
    if convenes:
        context |= _of_convener(request, consultation)
    return render(request, "consultations/consultation_page.html", context)


@require_safe
def call_page(request: HttpRequest, reference: str) -> HttpResponse:
    """Show the whole call, and every correction of it since it was published."""
    consultation = consultation_for(request, reference, "consultation_view")
    prefetch_related_objects([consultation], "levels")
    context = {
        "consultation": consultation,
        "ladder": ladder(consultation),
        "text": clean.render(local(consultation, "call")),
        "requirements": list(consultation.requirements.all()),
        "corrections": [_told(row, consultation.zone) for row in consultation.corrections.select_related("by")],
    }
    return render(request, "consultations/call_page.html", context)


def _of_convener(request: HttpRequest, consultation: Consultation) -> dict[str, object]:
    return {
        "waiting": members.waiting_count(consultation),
        "sessions_drafted": list(sessions.drafts_of(consultation.reference)),
        "succeeds": request.user.has_perm("consultations.office_take", consultation),
    }


def _told(correction: CallCorrection, zone: str) -> dict[str, object]:
    return {
        "correction": correction,
        "name": name_of(correction),
        "before": shown(correction.part, correction.before, zone),
        "after": shown(correction.part, correction.after, zone),
    }
