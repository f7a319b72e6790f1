"""Pages of invitations: the list and the form of who convenes, and the page behind the personal link."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultations.finding import consultation_for, seen_other
from consultations.members import inviting, queries
from consultations.members.emails import address_of
from consultations.members.forms import InvitationForm
from consultations.members.kinds import Role
from consultations.members.models import Invitation
from incidencia.accounts.requests import SignedInRequest
from incidencia.web.refusals import Refused

PER_PAGE = 30


@login_required
@require_safe
@never_cache
def invitation_list(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show the invitations sent, with what became of each."""
    consultation = consultation_for(request, reference, "invitation_send")
    page = Paginator(queries.invitations_of(consultation), PER_PAGE).get_page(request.GET.get("page"))
    rows = [{"invitation": row, "link": address_of(row) if row.open else ""} for row in page]
    context = {"consultation": consultation, "page": page, "rows": rows}
    return render(request, "consultations/invitation_list.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def invitation_new(request: SignedInRequest, reference: str) -> HttpResponse:
    """Invite somebody by a personal link."""
    consultation = consultation_for(request, reference, "invitation_send")
    form = InvitationForm(request.POST or None, consultation=consultation)
    if form.is_valid():
        try:
            sent = inviting.invitation_send(consultation=consultation, values=form.cleaned_data, by=request.user)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _("The invitation is on its way to %(email)s.") % {"email": sent.email})
            return seen_other("invitation_list", reference)
    context = {"consultation": consultation, "form": form}
    return render(request, "consultations/invitation_new.html", context, status=422 if form.is_bound else 200)


@login_required
@require_POST
def invitation_withdraw(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Make a link useless."""
    consultation = consultation_for(request, reference, "invitation_send")
    invitation = get_object_or_404(consultation.invitations, pk=pk)
    try:
        inviting.invitation_withdraw(invitation=invitation, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The invitation of %(name)s no longer admits.") % {"name": invitation.name})
    return seen_other("invitation_list", reference)


@require_http_methods(["GET", "POST"])
@never_cache
def invitation_accept(request: HttpRequest, token: str) -> HttpResponse:
    """Say to what and as what one is invited; join. Whoever has not signed in is asked to, and comes back."""
    rows = Invitation.objects.select_related(
        "consultation__agency", "consultation__coordinator__person", "organization", "agency"
    )
    invitation = get_object_or_404(rows, token=token)
    person = request.user if request.user.is_authenticated else None
    if request.method == "POST" and person is None:
        return redirect(request.path)
    try:
        if request.method == "POST" and person:
            inviting.invitation_accept(invitation=invitation, by=person)
            messages.success(request, _("You take part now. This page says what comes next."))
            return seen_other("consultation_page", invitation.consultation.reference)
        if person and invitation.used_by_id == person.pk:
            return seen_other("consultation_page", invitation.consultation.reference)
        inviting.refuse_useless(invitation)
        if person:
            inviting.refuse_stranger(invitation, person)
        problem = None
    except Refused as refusal:
        problem = refusal
    context = {
        "invitation": invitation,
        "consultation": invitation.consultation,
        "role": Role(invitation.role).label,
        "problem": problem,
    }
    return render(request, "consultations/invitation_accept.html", context, status=409 if problem else 200)
