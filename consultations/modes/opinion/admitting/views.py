"""Not admitting, appealing once, deciding."""


from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultations.modes.opinion.admitting import services
from consultations.modes.opinion.admitting.forms import AppealForm, DecideForm, DeclareForm
from consultations.modes.opinion.models import Inadmission, Submission
from consultations.modes.opinion.views_sent import submission_for
from consultations.spine.acting import act_on, typed
from incidencia.accounts.requests import SignedInRequest

get_and_post = require_http_methods(["GET", "POST"])


@login_required
@get_and_post
def inadmission_declare(request: SignedInRequest, reference: str) -> HttpResponse:
    """Say which published requirement it fails."""
    submission = submission_for(request, reference)
    if not request.user.has_perm("consultations.inadmission_declare", submission):
        raise PermissionDenied(_("Only the officials of this process can do that."))
    form = DeclareForm(typed(request))
    return act_on(
        request, submission.contribution, form, "consultations/modes/opinion/admitting/inadmission_declare.html",
        done=_("Done: its author has a letter with the requirement and the reason, and can appeal once."),
        act=lambda data: services.inadmission_declare(submission=submission, by=request.user, **data),
    )  # fmt: skip


@login_required
@get_and_post
def inadmission_appeal(request: SignedInRequest, reference: str) -> HttpResponse:
    """Ask that somebody else look at it."""
    submission, row = _found(request, reference, "inadmission_appeal", _("Only its author can appeal."))
    form = AppealForm(typed(request))
    return act_on(
        request, submission.contribution, form, "consultations/modes/opinion/admitting/inadmission_appeal.html",
        done=_("Your appeal arrived. Another official decides it, and you get a letter."),
        act=lambda data: services.inadmission_appeal(inadmission=row, text=data["text"]), inadmission=row,
    )  # fmt: skip


@login_required
@get_and_post
def inadmission_decide(request: SignedInRequest, reference: str) -> HttpResponse:
    """Decide an appeal."""
    submission, row = _found(
        request, reference, "inadmission_decide",
        _("Another official of this process decides, not who did not admit it (G8.II)."),
    )  # fmt: skip
    form = DecideForm(typed(request))
    return act_on(
        request, submission.contribution, form, "consultations/modes/opinion/admitting/inadmission_decide.html",
        done=_("Decided. Its author has a letter, and its page says so."),
        act=lambda data: services.inadmission_decide(
            inadmission=row, admit=data["admit"] == "yes", reason=data["reason"], by=request.user
        ),
        inadmission=row,
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
