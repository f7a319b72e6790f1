"""The page on which officials stop the clock of a contribution, let it run on, or give it more days."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultations.finding import seen_other
from consultations.modes.opinion import clock
from consultations.modes.opinion.answering import handling
from consultations.modes.opinion.answering.forms import ClockForm
from consultations.modes.opinion.models import Submission
from consultations.modes.opinion.queries import whole
from incidencia.accounts.models import Person
from incidencia.accounts.requests import SignedInRequest
from incidencia.clock import now
from incidencia.web.refusals import Refused


@login_required
@require_http_methods(["GET", "POST"])
def clock_change(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show the clock and what can be done with it."""
    submission = whole(reference)
    if submission is None or not request.user.has_perm("consultations.contribution_view", submission.contribution):
        raise Http404(_("There is no contribution %(reference)s.") % {"reference": reference})
    if not request.user.has_perm("consultations.clock_change", submission):
        raise PermissionDenied(_("Only the officials of this process can do that."))
    act = request.POST.get("act", "")
    form = ClockForm(request.POST if act in ("pause", "extend") else None)
    if request.method == "POST" and (act == "resume" or form.is_valid()):
        try:
            _done(submission, act, form, request.user)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _("Done: the public clock says so, with the reason."))
            return seen_other("contribution_page", submission.contribution.reference)
    deadline = clock.deadline_of(submission)
    context = {
        "submission": submission, "contribution": submission.contribution, "form": form,
        "consultation": submission.contribution.consultation, "deadline": deadline,
        "over": deadline.state(now()) in handling.STOPPED,
        "paused": submission.pauses.filter(end__isnull=True).exists(),
    }  # fmt: skip
    page = "consultations/modes/opinion/answering/clock_change.html"
    return render(request, page, context, status=422 if request.method == "POST" else 200)


def _done(submission: Submission, act: str, form: ClockForm, by: Person) -> None:
    if act == "resume":
        handling.clock_resume(submission=submission, by=by)
        return
    data = form.cleaned_data
    if act == "pause":
        handling.clock_pause(submission=submission, reason=data["reason"], by=by)
    else:
        handling.clock_extend(submission=submission, days=data["days"] or 0, reason=data["reason"], by=by)
