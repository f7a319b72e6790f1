"""Telling what came of a proposal."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultations.finding import seen_other
from consultations.modes.opinion.concluding import services
from consultations.modes.opinion.concluding.forms import OutcomeForm
from consultations.modes.opinion.views_sent import submission_for
from consultations.spine.models import Contribution
from incidencia.accounts.requests import SignedInRequest
from incidencia.web.refusals import Refused


def _asked(contribution: Contribution) -> str:
    """Its title, where that is public: what is hidden is not repeated by us."""
    return contribution.title if contribution.hidden_at is None else ""


@login_required
@require_http_methods(["GET", "POST"])
def outcome_tell(request: SignedInRequest, reference: str) -> HttpResponse:
    """Asked, defended, obtained."""
    submission = submission_for(request, reference)
    if not request.user.has_perm("consultations.outcome_tell", submission):
        raise PermissionDenied(_("Only the officials of this process can do that."))
    contribution, posted = submission.contribution, request.method == "POST"
    form = OutcomeForm(request.POST if posted else None, initial={"asked": _asked(contribution), "language": "es"})
    if posted and form.is_valid():
        try:
            services.outcome_tell(submission=submission, values=form.cleaned_data, by=request.user)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _("Told: whoever follows it has a letter."))
            return seen_other("contribution_page", contribution.reference)
    context = {"contribution": contribution, "consultation": contribution.consultation, "form": form}
    page = "consultations/modes/opinion/concluding/outcome_tell.html"
    return render(request, page, context, status=422 if posted else 200)
