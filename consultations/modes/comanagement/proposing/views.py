"""Proposing a task."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultations.activities.views import activity_for
from consultations.finding import seen_other
from consultations.modes.comanagement.proposing import services
from consultations.modes.comanagement.proposing.forms import (
    MOST_DELIVERABLES,
    Deliverables,
    TaskForm,
    proposal_of,
)
from incidencia.accounts.requests import SignedInRequest
from incidencia.web.keys import key_of
from incidencia.web.refusals import Refused


@login_required
@require_http_methods(["GET", "POST"])
def task_new(request: SignedInRequest, reference: str, place: int) -> HttpResponse:
    """Propose a task; `acuerdo` and `linea` of the address choose its origin beforehand."""
    activity = activity_for(request, reference, place)
    key = key_of(request)
    if known := services.proposed_with(key, request.user):
        return seen_other("contribution_page", known.contribution.reference)
    if not request.user.has_perm("consultations.task_propose", activity):
        raise PermissionDenied(_("Members of either side propose tasks here, while the activity stands open."))
    asks_more = request.POST.get("act") == "more"
    posted = request.method == "POST" and not asks_more
    initial = {"agreement": request.GET.get("acuerdo"), "line": request.GET.get("linea")}
    form = TaskForm(
        request.POST if posted else None, activity=activity, person=request.user, speaker=request.user,
        initial=request.POST.dict() if asks_more else initial,
    )  # fmt: skip
    rows = Deliverables(request.POST if posted else None, initial=_typed(request) if asks_more else None, prefix="d")
    if posted and form.is_valid() & rows.is_valid():
        try:
            made = services.propose(
                activity=activity, proposal=proposal_of(form.cleaned_data, rows.pairs()), by=request.user,
                speaking_as=form.choice, key=key,
            )  # fmt: skip
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _("The task is proposed. Its leads have a letter: it begins when both accept."))
            return seen_other("contribution_page", made.contribution.reference)
    context = {
        "activity": activity, "consultation": activity.consultation, "form": form, "rows": rows, "key": key,
        "full": rows.total_form_count() >= MOST_DELIVERABLES,
    }  # fmt: skip
    page = "consultations/modes/comanagement/proposing/task_new.html"
    return render(request, page, context, status=422 if posted else 200)


def _typed(request: SignedInRequest) -> list[dict[str, str]]:
    """What was typed of deliverables so far; empty rows follow it."""
    names = ("what", "criterion")
    rows = [{name: request.POST.get(f"d-{n}-{name}", "") for name in names} for n in range(MOST_DELIVERABLES)]
    return [row for row in rows if any(row.values())]
