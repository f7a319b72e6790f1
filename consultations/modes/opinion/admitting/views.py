"""Not admitting, appealing once, deciding."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultations.finding import seen_other
from consultations.modes.opinion.admitting import services
from consultations.modes.opinion.admitting.forms import AppealForm, DecideForm, DeclareForm
from consultations.modes.opinion.models import Inadmission, Submission
from consultations.modes.opinion.views_sent import submission_for
from incidencia.accounts.requests import SignedInRequest
from incidencia.web.refusals import Refused

get_and_post = require_http_methods(["GET", "POST"])


@login_required
@get_and_post
def inadmission_declare(request: SignedInRequest, reference: str) -> HttpResponse:
    """Say which published requirement it fails."""
    submission = submission_for(request, reference)
    if not request.user.has_perm("consultations.inadmission_declare", submission):
        raise PermissionDenied(_("Only the officials of this process can do that."))
    form = DeclareForm(request.POST if request.method == "POST" else None)
    return _done(
        request, submission, form, "consultations/modes/opinion/admitting/inadmission_declare.html",
        _("Done: its author has a letter with the requirement and the reason, and can appeal once."),
        lambda data: services.inadmission_declare(submission=submission, by=request.user, **data),
    )  # fmt: skip


@login_required
@get_and_post
def inadmission_appeal(request: SignedInRequest, reference: str) -> HttpResponse:
    """Ask that somebody else look at it."""
    submission, row = _found(request, reference, "inadmission_appeal", _("Only its author can appeal."))
    form = AppealForm(request.POST if request.method == "POST" else None)
    return _done(
        request, submission, form, "consultations/modes/opinion/admitting/inadmission_appeal.html",
        _("Your appeal arrived. Another official decides it, and you get a letter."),
        lambda data: services.inadmission_appeal(inadmission=row, text=data["text"]),
    )  # fmt: skip


@login_required
@get_and_post
def inadmission_decide(request: SignedInRequest, reference: str) -> HttpResponse:
    """Decide an appeal."""
    submission, row = _found(
        request, reference, "inadmission_decide",
        _("Another official of this process decides, not who did not admit it (G8.II)."),
    )  # fmt: skip
    form = DecideForm(request.POST if request.method == "POST" else None)
    return _done(
        request, submission, form, "consultations/modes/opinion/admitting/inadmission_decide.html",
        _("Decided. Its author has a letter, and its page says so."),
        lambda data: services.inadmission_decide(
            inadmission=row, admit=data["admit"] == "yes", reason=data["reason"], by=request.user
        ),
    )  # fmt: skip


def _found(request: SignedInRequest, reference: str, act: str, why: str) -> tuple[Submission, Inadmission]:
    submission = submission_for(request, reference)
    row = Inadmission.objects.filter(submission=submission).first()
    if row is None:
        raise Http404(_("It was admitted."))
    row.submission = submission
    if not request.user.has_perm(f"consultations.{act}", row):
        raise PermissionDenied(why)
    return submission, row


def _done(
    request: SignedInRequest, submission: Submission, form: forms.Form, page: str, done: str,
    act: Callable[[dict[str, Any]], Any],
) -> HttpResponse:  # fmt: skip
    contribution = submission.contribution
    if request.method == "POST" and form.is_valid():
        try:
            act(form.cleaned_data)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, done)
            return seen_other("contribution_page", contribution.reference)
    context = {
        "contribution": contribution, "consultation": contribution.consultation, "form": form,
        "inadmission": Inadmission.objects.filter(submission=submission).first(),
    }  # fmt: skip
    return render(request, page, context, status=422 if request.method == "POST" else 200)
