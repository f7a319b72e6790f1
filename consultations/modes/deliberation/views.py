"""Pages that bind a consultation to its sessions."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultations.finding import consultation_for, seen_other
from consultations.ladder import ladder
from consultations.models import Consultation
from consultations.modes.deliberation import queries, services
from consultations.modes.deliberation.forms import SessionForm
from incidencia.accounts.requests import SignedInRequest
from incidencia.web.refusals import Refused
from sessions import queries as sessions_read


def _convened_by(request: HttpRequest, reference: str, permission: str) -> Consultation:
    rows = Consultation.objects.select_related("agency", "coordinator__person")
    consultation = get_object_or_404(rows, reference=reference)
    if not request.user.has_perm(permission, consultation):
        raise PermissionDenied
    return consultation


@require_safe
def deliberation_page(request: HttpRequest, reference: str) -> HttpResponse:
    """List the convened sessions of a consultation; to who convenes, also those being prepared."""
    consultation = consultation_for(request, reference, "consultation_view")
    convenes = request.user.has_perm("consultations.session_draft", consultation)
    convened = services.sessions_of(consultation)
    context = {
        "consultation": consultation,
        "ladder": ladder(consultation, convened),
        "sessions": convened,
        "drafts": sessions_read.drafts_of(consultation.reference) if convenes else [],
        "convenes": convenes,
        "announced": queries.announced_in(consultation, request.user),
    }
    return render(request, "consultations/modes/deliberation/deliberation_page.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def session_new(request: SignedInRequest, reference: str) -> HttpResponse:
    """Draft a session with every current member accredited; then its preparation begins."""
    consultation = _convened_by(request, reference, "consultations.session_draft")
    form = SessionForm(request.POST or None, consultation=consultation)
    if request.method == "POST" and form.is_valid():
        try:
            session = services.session_new(consultation=consultation, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _("The session is drafted and its members are accredited. Prepare its agenda."))
            return seen_other("session_prepare", session.reference)
    context = {"consultation": consultation, "form": form, "begun": consultation.started_at is not None}
    status = 422 if request.method == "POST" else 200
    return render(request, "consultations/modes/deliberation/session_new.html", context, status=status)


@login_required
@require_POST
def members_accredit(request: SignedInRequest, reference: str) -> HttpResponse:
    """Accredit those who joined since, in every session that is still to be held."""
    consultation = _convened_by(request, reference, "consultations.members_accredit")
    ahead = [
        s
        for s in (*sessions_read.of_series(reference), *sessions_read.drafts_of(reference))
        if s.phase in sessions_read.AHEAD
    ]
    made = sum(services.members_accredit(consultation=consultation, session=s, by=request.user) for s in ahead)
    said = ngettext("%(n)s new seat was accredited.", "%(n)s new seats were accredited.", made) % {"n": made}
    messages.success(request, said if made else _("Every member already has a seat in the coming sessions."))
    return seen_other("consultation_page", reference)
