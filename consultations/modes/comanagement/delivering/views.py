"""Delivering a result, turning one's key, returning it, writing how it goes."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from consultations.modes.comanagement.delivering import services
from consultations.modes.comanagement.delivering.forms import DeliverForm, KeyForm, NoteForm, ReturnForm
from consultations.modes.comanagement.finding import task_for
from consultations.modes.comanagement.holding import standing_result
from consultations.modes.comanagement.models import Task, TaskNote, TaskResult
from consultations.spine.acting import act_on, typed
from incidencia.accounts.requests import SignedInRequest
from incidencia.files.downloads import download
from incidencia.files.models import Attachment
from incidencia.web.keys import key_of

get_and_post = require_http_methods(["GET", "POST"])


@login_required
@get_and_post
def task_deliver(request: SignedInRequest, reference: str) -> HttpResponse:
    """Deliver the result with its evidence."""
    task = task_for(request, reference, "task_lead")
    form = DeliverForm(typed(request), _files(request), deliverables=list(task.deliverables.all()))
    return act_on(
        request, task.contribution, form, "consultations/modes/comanagement/delivering/task_deliver.html",
        done=_("Delivered. It is done when the leads of both sides accept it."),
        act=lambda data: services.deliver(
            task=task, evidence=form.evidence(), links=data["links"], files=data["attachments"], by=request.user
        ),
        task=task,
    )  # fmt: skip


@login_required
@get_and_post
def result_accept(request: SignedInRequest, reference: str) -> HttpResponse:
    """Turn the key of one's side."""
    task = task_for(request, reference, "task_lead")
    result = _standing(task)
    form = KeyForm(typed(request), initial={"number": result.number})
    return act_on(
        request, task.contribution, form, "consultations/modes/comanagement/delivering/result_accept.html",
        done=_("Your side accepted the result. With both keys the task is done."),
        act=lambda data: services.result_accept(task=task, by=request.user, **data), task=task, result=result,
    )  # fmt: skip


@login_required
@get_and_post
def result_return(request: SignedInRequest, reference: str) -> HttpResponse:
    """Return the result with a reason."""
    task = task_for(request, reference, "task_lead")
    result = _standing(task)
    form = ReturnForm(typed(request), initial={"number": result.number})
    return act_on(
        request, task.contribution, form, "consultations/modes/comanagement/delivering/result_return.html",
        done=_("Returned. The task is in progress again, and the other lead has a letter."),
        act=lambda data: services.result_return(task=task, by=request.user, **data), task=task, result=result,
    )  # fmt: skip


@login_required
@get_and_post
def task_note(request: SignedInRequest, reference: str) -> HttpResponse:
    """Write how it goes."""
    task = task_for(request, reference, "task_note")
    key = key_of(request)
    return act_on(
        request,
        task.contribution,
        NoteForm(typed(request), _files(request)),
        "consultations/modes/comanagement/delivering/task_note.html",
        done=_("Your note is on the page of the task."),
        act=lambda data: services.note_add(
            task=task, text=data["text"], files=data["attachments"], by=request.user, key=key
        ),
        task=task,
        key=key,
    )


@require_safe
def task_file(request: Any, reference: str, pk: int) -> FileResponse:
    """A file of a result or a note, as a download."""
    task = task_for(request, reference)
    if not request.user.has_perm("consultations.contribution_words", task.contribution):
        raise Http404(_("It is hidden by moderation; its page says under which rule."))
    results = TaskResult.attachments.through.objects.filter(taskresult__task=task).values("attachment")
    notes = TaskNote.attachments.through.objects.filter(tasknote__task=task).values("attachment")
    rows = Attachment.objects.filter(pk__in=results) | Attachment.objects.filter(pk__in=notes)
    return download(get_object_or_404(rows.distinct(), pk=pk))


def _standing(task: Task) -> TaskResult:
    result = standing_result(task)
    if result is None or task.done_at is not None or task.cancelled_at is not None:
        raise Http404(_("No result waits for its keys."))
    return result


def _files(request: SignedInRequest) -> Any:
    return request.FILES if request.method == "POST" else None
