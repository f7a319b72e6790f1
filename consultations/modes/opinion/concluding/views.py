"""Telling what came of a proposal."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultations.modes.opinion.concluding import services
from consultations.modes.opinion.concluding.forms import OutcomeForm
from consultations.modes.opinion.views_sent import submission_for
from consultations.spine.acting import act_on, typed
from consultations.spine.models import Contribution
from incidencia.accounts.requests import SignedInRequest


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
    contribution = submission.contribution
    form = OutcomeForm(typed(request), initial={"asked": _asked(contribution), "language": "es"})
    return act_on(
        request, contribution, form, "consultations/modes/opinion/concluding/outcome_tell.html",
        done=_("Told: whoever follows it has a letter."),
        act=lambda data: services.outcome_tell(submission=submission, values=data, by=request.user),
    )  # fmt: skip
