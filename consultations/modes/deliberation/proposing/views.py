"""Pages of proposals for an agenda: proposing, deciding, taking back."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from consultations.finding import consultation_for, seen_other
from consultations.models import Consultation
from consultations.modes.deliberation.models import Fate, ItemProposal
from consultations.modes.deliberation.proposing import placing, queries, services
from consultations.modes.deliberation.proposing.forms import DeclineForm, PlaceForm, ProposalForm
from incidencia.accounts.requests import SignedInRequest
from incidencia.web.refusals import Refused
from sessions.before.proposable import proposals_until, takes_proposals
from sessions.models import Session

get_and_post = require_http_methods(["GET", "POST"])


@login_required
@get_and_post
def item_propose(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Propose an item for the agenda."""
    consultation, session = _found(request, reference, number)
    if not request.user.has_perm("consultations.item_propose", session):
        raise PermissionDenied(_("Members with a seat in this session propose items. Anybody can raise an issue."))
    form = ProposalForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            services.item_propose(consultation=consultation, session=session, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            refusal.as_error(form, "reference" if refusal.code == "no-such-contribution" else None)
        else:
            messages.success(request, _("Your item is proposed. The secretariat places it or says why not."))
            return seen_other("session_page", session.reference)
    context = {
        "consultation": consultation, "session": session, "form": form, "until": proposals_until(session),
        "open": takes_proposals(session),
    }  # fmt: skip
    page = "consultations/modes/deliberation/proposing/item_propose.html"
    return render(request, page, context, status=422 if request.method == "POST" else 200)


@login_required
@get_and_post
def proposal_decide(request: SignedInRequest, reference: str, number: int, pk: int) -> HttpResponse:
    """Place the item on the agenda, or decline it with the reason."""
    consultation, session, proposal = _proposal(request, reference, number, pk, "proposal_decide")
    declines = request.method == "POST" and request.POST.get("act") == "decline"
    names = {"title_es": proposal.title, "minutes": proposal.minutes}
    if proposal.language == "en":
        names = {"title_en": proposal.title, "minutes": proposal.minutes}
    place = PlaceForm(request.POST if request.method == "POST" and not declines else None, initial=names)
    decline = DeclineForm(request.POST if declines else None)
    form: forms.Form = decline if declines else place
    if request.method == "POST" and form.is_valid():
        try:
            _decide(proposal, consultation, request, declines, form.cleaned_data)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            said = _("Declined; the reason stands on the page.") if declines else _("The item is on the agenda.")
            messages.success(request, said)
            return seen_other("session_page", session.reference)
    context = {
        "consultation": consultation, "session": session, "proposal": proposal, "place": place, "decline": decline,
        "waits": proposal.fate is Fate.WAITING,
    }  # fmt: skip
    page = "consultations/modes/deliberation/proposing/proposal_decide.html"
    return render(request, page, context, status=422 if request.method == "POST" else 200)


@login_required
@require_POST
def proposal_withdraw(request: SignedInRequest, reference: str, number: int, pk: int) -> HttpResponse:
    """Take one's proposal back."""
    _consultation, session, proposal = _proposal(request, reference, number, pk, "proposal_withdraw")
    try:
        services.proposal_withdraw(proposal=proposal)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Your proposal is taken back."))
    return seen_other("session_page", session.reference)


def _decide(
    proposal: ItemProposal, consultation: Consultation, request: SignedInRequest, declines: bool, data: dict[str, Any]
) -> None:
    if declines:
        placing.proposal_decline(proposal=proposal, by=request.user, consultation=consultation, **data)
    else:
        placing.proposal_place(proposal=proposal, by=request.user, consultation=consultation, **data)


def _found(request: SignedInRequest, reference: str, number: int) -> tuple[Consultation, Session]:
    consultation = consultation_for(request, reference, "consultation_view")
    session = Session.objects.filter(series=consultation.reference, number=number).first()
    if session is None or not request.user.has_perm("sessions.session_see", session):
        raise Http404(_("This process has no such session."))
    return consultation, session


def _proposal(
    request: SignedInRequest, reference: str, number: int, pk: int, act: str
) -> tuple[Consultation, Session, ItemProposal]:
    consultation, session = _found(request, reference, number)
    proposal = get_object_or_404(queries.found(), pk=pk, session=session)
    if not request.user.has_perm(f"consultations.{act}", proposal):
        raise PermissionDenied(_("Only the officer in charge of this process can do that."))
    return consultation, session, proposal
