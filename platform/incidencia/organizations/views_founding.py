"""Pages of agencies: everybody can see who convenes; a superuser founds and names."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from incidencia.accounts.requests import SignedInRequest
from incidencia.organizations import founding, queries
from incidencia.organizations.forms import AgencyForm, CoordinatorForm
from incidencia.organizations.models import Agency, Coordinator
from incidencia.organizations.seen import seen_other
from incidencia.web.refusals import Refused


@require_safe
def agency_list(request: HttpRequest) -> HttpResponse:
    """List the agencies."""
    context = {
        "agencies": queries.agencies_shown(),
        "may_found": request.user.has_perm("organizations.agency_found"),
    }
    return render(request, "incidencia/organizations/agency_list.html", context)


@require_safe
def agency_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an agency and who convenes for it, with rank and term (G18, G23)."""
    agency = get_object_or_404(Agency, pk=pk)
    context = {
        "agency": agency,
        "offices": queries.coordinators_of(agency),
        "may_name": request.user.has_perm("organizations.coordinator_name", agency),
        "sits_at_the_desk": request.user.has_perm("organizations.verification_desk"),
    }
    return render(request, "incidencia/organizations/agency_page.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def agency_found(request: SignedInRequest) -> HttpResponse:
    """Found an agency."""
    if not request.user.has_perm("organizations.agency_found"):
        raise PermissionDenied(_("Only the administrator of this installation founds agencies."))
    form = AgencyForm(request.POST or None)
    if form.is_valid():
        try:
            agency = founding.agency_found(by=request.user, **form.cleaned_data)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _("The agency is founded. Name who coordinates it."))
            return seen_other("coordinator_name", agency.pk)
    status = 422 if form.is_bound else 200
    return render(request, "incidencia/organizations/agency_found.html", {"form": form}, status=status)


@login_required
@require_http_methods(["GET", "POST"])
def coordinator_name(request: SignedInRequest, pk: int) -> HttpResponse:
    """Name who convenes for an agency."""
    agency = get_object_or_404(Agency, pk=pk)
    _need_naming(request, agency)
    form = CoordinatorForm(request.POST or None)
    if form.is_valid():
        try:
            office = founding.coordinator_name(
                agency=agency, by=request.user, language=request.LANGUAGE_CODE, **form.cleaned_data
            )
        except Refused as refusal:
            refusal.as_error(form)
        else:
            said = _("%(name)s coordinates the agency, and was told by e-mail.")
            messages.success(request, said % {"name": office.person.name})
            return seen_other("agency_page", pk)
    context = {"form": form, "agency": agency}
    status = 422 if form.is_bound else 200
    return render(request, "incidencia/organizations/coordinator_name.html", context, status=status)


@login_required
@require_POST
def coordinator_end(request: SignedInRequest, pk: int) -> HttpResponse:
    """End an office at once."""
    office = get_object_or_404(Coordinator.objects.select_related("agency", "person"), pk=pk)
    _need_naming(request, office.agency)
    founding.coordinator_end(office=office)
    messages.success(request, _("%(name)s no longer coordinates the agency.") % {"name": office.person.name})
    return seen_other("agency_page", office.agency_id)


def _need_naming(request: SignedInRequest, agency: Agency) -> None:
    if not request.user.has_perm("organizations.coordinator_name", agency):
        raise PermissionDenied(_("Only the administrator of this installation names coordinators."))
