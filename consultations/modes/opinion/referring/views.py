"""Referring a contribution, and giving it back."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultations.modes.opinion.models import Referral
from consultations.modes.opinion.referring import services
from consultations.modes.opinion.referring.forms import ReferForm, ReturnForm
from consultations.modes.opinion.views_sent import submission_for
from consultations.spine.acting import act_on, typed
from incidencia.accounts.requests import SignedInRequest


@login_required
@require_http_methods(["GET", "POST"])
def submission_refer(request: SignedInRequest, reference: str) -> HttpResponse:
    """Pass it to the competent unit or agency."""
    submission = submission_for(request, reference)
    if not request.user.has_perm("consultations.submission_refer", submission):
        raise PermissionDenied(_("Only the officials of this process can do that."))
    contribution = submission.contribution
    form = ReferForm(typed(request), consultation=contribution.consultation)
    return act_on(
        request, contribution, form, "consultations/modes/opinion/referring/submission_refer.html",
        done=_("Referred. Its page says who holds it, since when and until when."),
        act=lambda data: services.submission_refer(submission=submission, by=request.user, **data),
    )  # fmt: skip


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
    return act_on(
        request, referral.submission.contribution, ReturnForm(typed(request)),
        "consultations/modes/opinion/referring/referral_return.html",
        done=_("It is back with the convening agency, with your reasons."),
        act=lambda data: services.referral_return(referral=referral, reason=data["reason"], by=request.user),
        referral=referral,
    )  # fmt: skip
