"""The page of an activity, and the acts of who keeps it."""

import json
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from consultations.activities import queries, services
from consultations.activities.forms import ActivityForm, CancelForm, ExtendForm
from consultations.activities.models import Activity
from consultations.finding import consultation_for, seen_other
from consultations.levels import Level
from consultations.modes.table import MODES
from incidencia.accounts.requests import SignedInRequest
from incidencia.web.refusals import Refused

get_and_post = require_http_methods(["GET", "POST"])


def activity_for(request: HttpRequest, reference: str, place: int, act: str = "activity_view") -> Activity:
    """Promise the activity if the reader may do `act` on it. 404 for none or a draft; 403 with the reason."""
    activity = queries.found().filter(consultation__reference=reference.upper(), place=place).first()
    if activity is None or not request.user.has_perm("consultations.activity_view", activity):
        raise Http404(_("There is no such activity."))
    if not request.user.has_perm(f"consultations.{act}", activity):
        raise PermissionDenied(_("Only the officer in charge of this process can do that."))
    return activity


@require_safe
def activity_page(request: HttpRequest, reference: str, place: int) -> HttpResponse:
    """What this activity promises, what one can do now, what is there, and what came of it."""
    activity = activity_for(request, reference, place)
    mode = MODES[Level(activity.level)]
    viewer = request.user if request.user.is_authenticated else None
    reads = request.user.has_perm("consultations.activity_read_sent", activity)
    keeps = request.user.has_perm("consultations.activity_edit", activity)
    panel = mode.panel(viewer, activity, request.GET.dict()) if reads else None
    context = {
        **(panel.context if panel else {}),
        "activity": activity,
        "consultation": activity.consultation,
        "level": Level(activity.level),
        "promise": mode.promise(activity),
        "verbs": mode.verbs(viewer, activity),
        "panel": panel,
        "reads": reads,
        "results": mode.results(activity),
        "extensions": list(activity.extensions.all()),
        "keeps": keeps,
        "missing": services.unready(activity) if keeps and activity.published_at is None else [],
    }
    return render(request, "consultations/activities/activity_page.html", context)


@require_safe
def activity_data(request: HttpRequest, reference: str, place: int) -> StreamingHttpResponse:
    """The records of an activity, of whichever level: one object of JSON a line, in constant memory (G36)."""
    activity = activity_for(request, reference, place, "activity_read_sent")
    rows = MODES[Level(activity.level)].records(activity)
    lines = (json.dumps(dict(row), cls=DjangoJSONEncoder, ensure_ascii=False) + "\n" for row in rows)
    answer = StreamingHttpResponse(lines, content_type="application/jsonl; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{activity.consultation.reference}-{activity.place}.jsonl"'
    return answer


@login_required
@get_and_post
def activity_new(request: SignedInRequest, reference: str) -> HttpResponse:
    """Draft an activity of one of the levels the call chose."""
    consultation = consultation_for(request, reference, "consultation_edit")
    form = ActivityForm(request.POST or None, consultation=consultation)
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        try:
            level = Level(values.pop("level"))
            made = services.activity_new(consultation=consultation, level=level, values=values, by=request.user)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _("The activity is drafted. Complete it, then publish it."))
            return seen_other("activity_page", consultation.reference, made.place)
    context = {"consultation": consultation, "form": form, "levels": list(consultation.levels.all())}
    status = 422 if request.method == "POST" else 200
    return render(request, "consultations/activities/activity_new.html", context, status=status)


@login_required
@get_and_post
def activity_edit(request: SignedInRequest, reference: str, place: int) -> HttpResponse:
    """Change a draft."""
    activity = activity_for(request, reference, place, "activity_edit")
    form = ActivityForm(request.POST or None, instance=activity, consultation=activity.consultation)
    return _asked(
        request, activity, form, "activity_edit", _("The draft is saved."),
        lambda data: services.activity_change(activity=activity, values=data, by=request.user),
    )  # fmt: skip


@login_required
@get_and_post
def activity_publish(request: SignedInRequest, reference: str, place: int) -> HttpResponse:
    """Publish, after a last look at what everybody will read."""
    activity = activity_for(request, reference, place, "activity_edit")
    refused = None
    if request.method == "POST":
        try:
            services.activity_publish(activity=activity, by=request.user)
        except Refused as refusal:
            refused = refusal
        else:
            messages.success(request, _("The activity is published."))
            return seen_other("activity_page", activity.consultation.reference, activity.place)
    context = {"activity": activity, "consultation": activity.consultation, "refused": refused,
               "missing": services.unready(activity)}  # fmt: skip
    page = "consultations/activities/activity_publish.html"
    return render(request, page, context, status=422 if refused else 200)


@login_required
@get_and_post
def activity_extend(request: SignedInRequest, reference: str, place: int) -> HttpResponse:
    """Close later, with a reason."""
    activity = activity_for(request, reference, place, "activity_edit")
    form = ExtendForm(request.POST or None, zone=activity.consultation.zone)
    return _asked(
        request, activity, form, "activity_extend", _("The closing is moved; the page says why."),
        lambda data: services.activity_extend(activity=activity, by=request.user, **data),
    )  # fmt: skip


@login_required
@get_and_post
def activity_cancel(request: SignedInRequest, reference: str, place: int) -> HttpResponse:
    """Cancel, with a reason."""
    activity = activity_for(request, reference, place, "activity_edit")
    form = CancelForm(request.POST or None, label_suffix="")
    return _asked(
        request, activity, form, "activity_cancel", _("The activity is cancelled; the page says why."),
        lambda data: services.activity_cancel(activity=activity, by=request.user, **data),
    )  # fmt: skip


def _asked(request: SignedInRequest, activity: Activity, form: Any, name: str, said: str, do: Any) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            do(form.cleaned_data)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, said)
            return seen_other("activity_page", activity.consultation.reference, activity.place)
    context = {"activity": activity, "consultation": activity.consultation, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, f"consultations/activities/{name}.html", context, status=status)
