"""The page on which an agreement is ratified or not."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultations.finding import consultation_for, seen_other
from consultations.modes.deliberation.ratifying import services
from consultations.modes.deliberation.ratifying.clock import deadline_of, ratification_of
from consultations.modes.deliberation.ratifying.forms import RatifyForm
from consultations.modes.deliberation.ratifying.queries import empowered_in
from incidencia.accounts.requests import SignedInRequest
from incidencia.deadlines.queries import closed_days
from incidencia.web.refusals import Refused
from sessions.models import Agreement


@login_required
@require_http_methods(["GET", "POST"])
def agreement_ratify(request: SignedInRequest, reference: str, agreement: str) -> HttpResponse:
    """Ratify what was agreed ad referendum, or not, with reasons."""
    consultation = consultation_for(request, reference, "consultation_view")
    rows = Agreement.objects.select_related("session", "ratification")
    row = get_object_or_404(rows, reference=agreement.upper(), session__series=consultation.reference)
    if not request.user.has_perm("consultations.agreement_ratify", row):
        raise PermissionDenied(_("Only officials with recorded power to make agreements ratify (G22)."))
    form = RatifyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            services.agreement_ratify(agreement=row, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _("It is decided, in public; those accredited get a letter."))
            return seen_other("agreement_list", consultation.reference)
    context = {
        "consultation": consultation, "agreement": row, "form": form, "decided": ratification_of(row),
        "deadline": deadline_of(row, closed_days(consultation.agency.acronym)),
        "member": empowered_in(consultation.reference, request.user),
    }  # fmt: skip
    page = "consultations/modes/deliberation/ratifying/agreement_ratify.html"
    return render(request, page, context, status=422 if request.method == "POST" else 200)
