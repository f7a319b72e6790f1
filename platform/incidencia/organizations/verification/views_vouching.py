"""Pages on which a group asks for vouchers and verified organizations answer (G4)."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from incidencia.accounts.requests import SignedInRequest
from incidencia.organizations.models import Organization, Verification, Voucher
from incidencia.organizations.seen import seen_other
from incidencia.organizations.verification import vouching
from incidencia.organizations.verification.forms import VoucherForm
from incidencia.web.refusals import Refused


@login_required
@require_POST
def voucher_ask(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask a verified organization to vouch."""
    row = get_object_or_404(Verification.objects.select_related("organization"), pk=pk)
    if not request.user.has_perm("organizations.verification_answer", row):
        raise PermissionDenied(_("Only those who speak for this organization can do this."))
    number = request.POST.get("organization", "")
    known = number.isascii() and number.isdecimal() and len(number) < 19
    organization = get_object_or_404(Organization, pk=int(number) if known else 0)
    try:
        vouching.voucher_ask(verification=row, organization=organization, by=request.user)
        said = _("Those who speak for %(name)s get a letter. This page shows their answer.")
        messages.success(request, said % {"name": organization.name})
    except Refused as refusal:
        messages.error(request, str(refusal))
    return seen_other("verification_page", pk)


@login_required
@require_http_methods(["GET", "POST"])
def voucher_give(request: SignedInRequest, pk: int) -> HttpResponse:
    """Vouch for a group, with a sentence."""
    voucher = _voucher(request, pk)
    form = VoucherForm(request.POST or None)
    if form.is_valid():
        try:
            vouching.voucher_give(voucher=voucher, by=request.user, sentence=form.cleaned_data["sentence"])
        except Refused as refusal:
            refusal.as_error(form)
        else:
            said = _("%(organization)s vouches for %(name)s. The desk of the agency decides.")
            names = {"organization": voucher.organization.name, "name": voucher.verification.organization.name}
            messages.success(request, said % names)
            return seen_other("organization_page", voucher.organization_id)
    status = 422 if form.is_bound else 200
    context = {"form": form, "voucher": voucher, "subject": voucher.verification.organization}
    return render(request, "incidencia/organizations/voucher_give.html", context, status=status)


@login_required
@require_http_methods(["GET", "POST"])
def voucher_refuse(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask whether to decline, and decline."""
    voucher = _voucher(request, pk)
    if request.method == "POST":
        try:
            vouching.voucher_refuse(voucher=voucher, by=request.user)
            messages.success(request, _("You declined. Nothing about it is public."))
        except Refused as refusal:
            messages.error(request, str(refusal))
        return seen_other("organization_page", voucher.organization_id)
    context = {"voucher": voucher, "subject": voucher.verification.organization}
    return render(request, "incidencia/organizations/voucher_refuse.html", context)


def _voucher(request: SignedInRequest, pk: int) -> Voucher:
    found = Voucher.objects.select_related("organization", "person", "verification__organization")
    voucher = get_object_or_404(found, pk=pk)
    if not request.user.has_perm("organizations.voucher_answer", voucher):
        raise PermissionDenied(_("Only those who speak for the organization that was asked can answer."))
    return voucher
