"""Referring a contribution, and giving it back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultations.finding import seen_other
from consultations.modes.opinion.models import Referral
from consultations.modes.opinion.referring import services
from consultations.modes.opinion.referring.forms import ReferForm, ReturnForm
from consultations.modes.opinion.views_sent import submission_for
from incidencia.accounts.requests import SignedInRequest
from incidencia.web.refusals import Refused


@login_required
@require_http_methods(["GET", "POST"])
def submission_refer(request: SignedInRequest, reference: str) -> HttpResponse:
    """Pass it to the competent unit or agency."""
    submission = submission_for(request, reference)
    if not request.user.has_perm("consultations.submission_refer", submission):
        raise PermissionDenied(_("Only the officials of this process can do that."))
    contribution, posted = submission.contribution, request.method == "POST"
    form = ReferForm(request.POST if posted else None, consultation=contribution.consultation)
    if posted and form.is_valid():
        try:
            services.submission_refer(submission=submission, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _("Referred. Its page says who holds it, since when and until when."))
            return seen_other("contribution_page", contribution.reference)
    context = {"contribution": contribution, "consultation": contribution.consultation, "form": form}
    page = "consultations/modes/opinion/referring/submission_refer.html"
    return render(request, page, context, status=422 if posted else 200)


@login_required
@require_http_methods(["GET", "POST"])
def referral_return(request: SignedInRequest, pk: int) -> HttpResponse:
    """Give it back with reasons."""
    rows = Referral.objects.select_related(
        "agency", "submission__contribution__consultation__agency", "submission__contribution__activity",
        "submission__contribution__consultation__coordinator__person",
    )  # fmt: skip
    referral = rows.filter(pk=pk).first()
    contribution = referral.submission.contribution if referral else None
    if referral is None or not request.user.has_perm("consultations.contribution_view", contribution):
        raise Http404(_("There is no such referral."))
    if not request.user.has_perm("consultations.referral_return", referral):
        raise PermissionDenied(_("Only who holds it gives it back."))
    posted = request.method == "POST"
    form = ReturnForm(request.POST if posted else None)
    if posted and form.is_valid():
        try:
            services.referral_return(referral=referral, reason=form.cleaned_data["reason"], by=request.user)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _("It is back with the convening agency, with your reasons."))
            return seen_other("contribution_page", referral.submission.contribution.reference)
    context = {
        "referral": referral, "contribution": contribution, "form": form,
        "consultation": referral.submission.contribution.consultation,
    }  # fmt: skip
    page = "consultations/modes/opinion/referring/referral_return.html"
    return render(request, page, context, status=422 if posted else 200)
