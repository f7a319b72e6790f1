"""Asking for another date or for the end of a task, answering, and taking back what one proposed."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultations.modes.comanagement.changing import services
from consultations.modes.comanagement.changing.forms import AnswerForm, EndForm, ShiftForm
from consultations.modes.comanagement.finding import task_for
from consultations.spine.acting import act_on, typed
from incidencia.accounts.requests import SignedInRequest

get_and_post = require_http_methods(["GET", "POST"])


@login_required
@get_and_post
def task_shift(request: SignedInRequest, reference: str) -> HttpResponse:
    """Ask for another date."""
    task = task_for(request, reference, "task_lead")
    return act_on(
        request,
        task.contribution,
        ShiftForm(typed(request)),
        "consultations/modes/comanagement/changing/task_shift.html",
        done=_("Asked. The date changes when the other lead assents."),
        act=lambda data: services.shift_ask(task=task, by=request.user, **data),
        task=task,
    )


@login_required
@get_and_post
def task_cancel(request: SignedInRequest, reference: str) -> HttpResponse:
    """Ask to cancel it."""
    task = task_for(request, reference, "task_lead")
    return act_on(
        request,
        task.contribution,
        EndForm(typed(request)),
        "consultations/modes/comanagement/changing/task_cancel.html",
        done=_("Asked. The task is cancelled when the other lead assents."),
        act=lambda data: services.cancel_ask(task=task, by=request.user, **data),
        task=task,
    )


@login_required
@get_and_post
def task_withdraw(request: SignedInRequest, reference: str) -> HttpResponse:
    """Take back what one proposed, before it begins."""
    task = task_for(request, reference, "task_withdraw")
    return act_on(
        request,
        task.contribution,
        EndForm(typed(request)),
        "consultations/modes/comanagement/changing/task_withdraw.html",
        done=_("You took it back; its page says why."),
        act=lambda data: services.task_withdraw(task=task, by=request.user, **data),
        task=task,
    )


@login_required
@get_and_post
def shift_answer(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Assent to another date or to the end, or say why not."""
    task = task_for(request, reference)
    shift = get_object_or_404(task.shifts.select_related("by"), pk=pk)
    shift.task = task
    if not request.user.has_perm("consultations.shift_answer", shift):
        raise PermissionDenied(_("The lead of the other side assents, not who asked."))
    return act_on(
        request,
        task.contribution,
        AnswerForm(typed(request)),
        "consultations/modes/comanagement/changing/shift_answer.html",
        done=_("Answered. Its page says how it stands."),
        act=lambda data: services.shift_answer(
            shift=shift, assent=data["assent"] == "yes", because=data["because"], by=request.user
        ),
        task=task,
        shift=shift,
    )
