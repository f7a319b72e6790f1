"""Accepting to lead, declining, naming another lead of one's side."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultations.modes.comanagement import seats
from consultations.modes.comanagement.finding import task_for
from consultations.modes.comanagement.leading import services
from consultations.modes.comanagement.leading.forms import DeclineForm, NameForm
from consultations.modes.comanagement.models import Task, TaskLead
from consultations.spine.acting import act_on, typed
from incidencia.accounts.requests import SignedInRequest

get_and_post = require_http_methods(["GET", "POST"])


@login_required
@get_and_post
def lead_accept(request: SignedInRequest, reference: str) -> HttpResponse:
    """Accept to lead for one's side."""
    task, lead = _asked(request, reference)
    return act_on(
        request, task.contribution, Form(typed(request)), "consultations/modes/comanagement/leading/lead_accept.html",
        done=_("You lead it for your side. It begins when both leads have accepted."),
        act=lambda _data: services.lead_accept(lead=lead, by=request.user), task=task, lead=lead,
        deliverables=task.deliverables.all(),
    )  # fmt: skip


@login_required
@get_and_post
def lead_decline(request: SignedInRequest, reference: str) -> HttpResponse:
    """Decline to lead, with a reason."""
    task, lead = _asked(request, reference)
    return act_on(
        request,
        task.contribution,
        DeclineForm(typed(request)),
        "consultations/modes/comanagement/leading/lead_decline.html",
        done=_("You declined. Your side can name somebody else."),
        act=lambda data: services.lead_decline(lead=lead, by=request.user, **data),
        task=task,
        lead=lead,
    )


@login_required
@get_and_post
def lead_name(request: SignedInRequest, reference: str) -> HttpResponse:
    """Name who leads for one's side from now on."""
    task = task_for(request, reference, "lead_name")
    seat = seats.seat_of(request.user, task.contribution.consultation)
    if seat is None:
        raise PermissionDenied(_("Only members of this process can do that."))
    return act_on(
        request,
        task.contribution,
        NameForm(typed(request), seat=seat),
        "consultations/modes/comanagement/leading/lead_name.html",
        done=_("Done. Who was named has a letter, and leads it once they accept."),
        act=lambda data: services.lead_name(task=task, by=request.user, **data),
        task=task,
        seat=seat,
    )


def _asked(request: SignedInRequest, reference: str) -> tuple[Task, TaskLead]:
    task = task_for(request, reference)
    lead = task.leads.filter(person=request.user).select_related("member").order_by("-named_at", "-pk").first()
    if lead is None:
        raise PermissionDenied(_("Only who was asked to lead it can answer."))
    lead.task = task
    if not request.user.has_perm("consultations.lead_answer", lead):
        if lead.accepted_at is None and not lead.stands:
            raise Http404(_("You are not asked to lead it any more."))
        raise PermissionDenied(_("Only who was asked to lead it can answer."))
    return task, lead
