"""Saying that a task can't go on, or that its leads disagree; and how it ended."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultations.modes.comanagement.days import today_in
from consultations.modes.comanagement.finding import task_for
from consultations.modes.comanagement.models import WaitsFor
from consultations.modes.comanagement.stopping import services
from consultations.modes.comanagement.stopping.forms import BlockForm, DisputeForm, SettleForm, UnblockForm
from consultations.spine.acting import act_on, typed
from incidencia.accounts.requests import SignedInRequest

get_and_post = require_http_methods(["GET", "POST"])


@login_required
@get_and_post
def task_block(request: SignedInRequest, reference: str) -> HttpResponse:
    """Say that it can't go on."""
    task = task_for(request, reference, "task_lead")
    form = BlockForm(typed(request), initial={"since": today_in(task.contribution.consultation)})
    return act_on(
        request, task.contribution, form, "consultations/modes/comanagement/stopping/task_block.html",
        done=_("Everybody sees that it can't go on, and who must act."),
        act=lambda data: services.task_block(task=task, by=request.user, standstill=services.Standstill(
            WaitsFor(data["waits_for"]), data["whom"], data["since"], data["reason"])),
        task=task,
    )  # fmt: skip


@login_required
@get_and_post
def task_unblock(request: SignedInRequest, reference: str) -> HttpResponse:
    """Say that it can go on."""
    task = task_for(request, reference, "task_lead")
    return act_on(
        request,
        task.contribution,
        UnblockForm(typed(request)),
        "consultations/modes/comanagement/stopping/task_unblock.html",
        done=_("The task goes on."),
        act=lambda data: services.task_unblock(task=task, by=request.user, **data),
        task=task,
        block=task.blocks.filter(ended_at__isnull=True).first(),
    )


@login_required
@get_and_post
def task_dispute(request: SignedInRequest, reference: str) -> HttpResponse:
    """Say what the leads disagree on."""
    task = task_for(request, reference, "task_lead")
    return act_on(
        request,
        task.contribution,
        DisputeForm(typed(request)),
        "consultations/modes/comanagement/stopping/task_dispute.html",
        done=_("It is in dispute, and goes to the next agenda by itself."),
        act=lambda data: services.task_dispute(task=task, by=request.user, **data),
        task=task,
    )


@login_required
@get_and_post
def dispute_settle(request: SignedInRequest, reference: str) -> HttpResponse:
    """Send the words that settle it; those of the other side stand in the form."""
    task = task_for(request, reference, "task_lead")
    rows = task.disputes.filter(settled_at__isnull=True)
    row = rows.first()
    last = row.settlements.exclude(by=request.user).last() if row else None
    form = SettleForm(typed(request), initial={"words": last.words if last else ""})
    return act_on(
        request,
        task.contribution,
        form,
        "consultations/modes/comanagement/stopping/dispute_settle.html",
        done=_("Your words are sent. With the same words from both leads it is settled."),
        act=lambda data: services.dispute_settle(task=task, by=request.user, **data),
        task=task,
        dispute=row,
        last=last,
    )
