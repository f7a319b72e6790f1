"""Pages on which people are accredited to speak for an organization, answer, and stop."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from incidencia.accounts.requests import SignedInRequest
from incidencia.organizations import accrediting, queries
from incidencia.organizations.forms import OfferForm
from incidencia.organizations.models import Accreditation, Organization, Representation
from incidencia.organizations.seen import seen_other
from incidencia.web.refusals import Refused


@login_required
@require_http_methods(["GET", "POST"])
def representation_offer(request: SignedInRequest, pk: int) -> HttpResponse:
    """Offer somebody, by e-mail, to speak for the organization."""
    organization = get_object_or_404(Organization, pk=pk)
    if not request.user.has_perm("organizations.representation_offer", organization):
        raise PermissionDenied(_("Only those who speak for this organization can accredit others."))
    form = OfferForm(request.POST or None)
    if form.is_valid():
        try:
            offer = accrediting.representation_offer(organization=organization, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            said = _("A letter is on its way to %(email)s. They will speak for the organization once they accept.")
            messages.success(request, said % {"email": offer.email})
            return seen_other("organization_page", pk)
    context = {"form": form, "organization": organization}
    status = 422 if form.is_bound else 200
    return render(request, "incidencia/organizations/representation_offer.html", context, status=status)


@login_required
@require_http_methods(["GET", "POST"])
def accreditation_page(request: SignedInRequest, token: str) -> HttpResponse:
    """Show who offers what to whom; its owner accepts or declines."""
    offer = get_object_or_404(Accreditation.objects.select_related("organization", "made_by"), token=token)
    if request.method == "POST":
        try:
            return _answer(request, offer)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return seen_other("accreditation_page", token)
    context = {"offer": offer, "is_mine": offer.email == request.user.email}
    return render(request, "incidencia/organizations/accreditation_page.html", context)


@login_required
@require_POST
def accreditation_withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take an offer back."""
    offer = get_object_or_404(Accreditation.objects.select_related("organization"), pk=pk)
    if not request.user.has_perm("organizations.representation_offer", offer.organization):
        raise PermissionDenied(_("Only those who speak for this organization can withdraw its accreditations."))
    accrediting.accreditation_withdraw(accreditation=offer)
    messages.success(request, _("The accreditation was withdrawn."))
    return seen_other("organization_page", offer.organization_id)


@login_required
@require_http_methods(["GET", "POST"])
def representation_end(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask whether to end a representation, and end it."""
    mandate = get_object_or_404(Representation.objects.select_related("organization", "person"), pk=pk)
    if not request.user.has_perm("organizations.representation_end", mandate):
        raise PermissionDenied(_("Only that person, or those who speak for the organization, can end this."))
    if request.method == "POST":
        accrediting.representation_end(representation=mandate, by=request.user)
        said = _("%(name)s no longer speaks for the organization.")
        messages.success(request, said % {"name": mandate.person.name})
        return seen_other("organization_page", mandate.organization_id)
    others = queries.representatives_of(mandate.organization).exclude(pk=mandate.pk).exists()
    context = {"mandate": mandate, "is_last": not others}
    return render(request, "incidencia/organizations/representation_end.html", context)


def _answer(request: SignedInRequest, offer: Accreditation) -> HttpResponse:
    if request.POST.get("answer") == "decline":
        accrediting.accreditation_decline(accreditation=offer, by=request.user)
        messages.success(request, _("You declined. Nothing about it is public."))
        return seen_other("organization_list")
    accrediting.accreditation_accept(accreditation=offer, by=request.user)
    messages.success(request, _("You speak for %(name)s.") % {"name": offer.organization.name})
    return seen_other("organization_page", offer.organization_id)
