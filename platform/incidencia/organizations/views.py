"""Pages of organizations."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from incidencia.accounts.requests import SignedInRequest
from incidencia.organizations import networks, queries, services
from incidencia.organizations.categories import DEFINITIONS, OF_ORGANIZATIONS, Category
from incidencia.organizations.forms import OrganizationForm, RegisterForm
from incidencia.organizations.models import Organization
from incidencia.organizations.seen import seen_other
from incidencia.organizations.states import State
from incidencia.organizations.verification.queries import (
    standings_of,
    vouchers_asked_of,
    vouchers_awaiting,
    with_verified,
)
from incidencia.web.refusals import Refused

PER_PAGE = 30


@require_safe
def organization_list(request: HttpRequest) -> HttpResponse:
    """List organizations, found by words without accents, category and state; and those one speaks for."""
    asked = {name: request.GET.get(name, "").strip()[:100] for name in ("q", "category", "state")}
    found = with_verified(queries.organizations_found(asked["q"], asked["category"], asked["state"]))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "asked": asked,
        "categories": OF_ORGANIZATIONS,
        "states": State.choices,
        "is_search": any(asked.values()),
    }
    if request.user.is_authenticated:
        context["mine"] = queries.representations_of(request.user)
        context["offers"] = queries.accreditations_awaiting(request.user)
        context["vouchers"] = vouchers_awaiting(request.user)
        context["sits_at_the_desk"] = request.user.has_perm("organizations.verification_desk")
    return render(request, "incidencia/organizations/organization_list.html", context)


@require_safe
def organization_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an organization and who speaks for it; to its representatives, also what they can do."""
    organization = get_object_or_404(Organization, pk=pk)
    may_offer = request.user.has_perm("organizations.representation_offer", organization)
    speaks = request.user.has_perm("organizations.organization_speak", organization)
    existence, *criteria = standings_of(organization)
    context = {
        "existence": existence,
        "criteria": criteria,
        "members": networks.members_of(organization).count() if organization.is_network else 0,
        "networks": networks.networks_of(organization),
        "proposals": networks.proposals_to(organization) if speaks else [],
        "vouchers": vouchers_asked_of(organization) if speaks else [],
        "organization": organization,
        "definition": DEFINITIONS[Category(organization.category)],
        "voices": queries.representatives_of(organization),
        "speaks": speaks,
        "may_offer": may_offer,
        "offers": queries.accreditations_open(organization) if may_offer else [],
    }
    return render(request, "incidencia/organizations/organization_page.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def organization_register(request: SignedInRequest) -> HttpResponse:
    """Register an organization and become its first representative."""
    form = RegisterForm(request.POST or None)
    if form.is_valid():
        scope = form.cleaned_data["scope"]
        try:
            made = services.organization_register(by=request.user, scope=scope, description=form.description)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _("%(name)s is registered. You speak for it.") % {"name": made.name})
            return seen_other("organization_page", made.pk)
    context = {"form": form, "twin": services.twin_of(form.instance) if form.is_bound else None}
    status = 422 if form.is_bound else 200
    return render(request, "incidencia/organizations/organization_register.html", context, status=status)


@login_required
@require_http_methods(["GET", "POST"])
def organization_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change what is said of an organization."""
    organization = get_object_or_404(Organization, pk=pk)
    if not request.user.has_perm("organizations.organization_edit", organization):
        raise PermissionDenied(_("Only those who speak for this organization can change its page."))
    form = OrganizationForm(request.POST or None, instance=get_object_or_404(Organization, pk=pk))
    if form.is_valid():
        try:
            services.organization_edit(organization=organization, description=form.description)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _("The changes are saved and public."))
            return seen_other("organization_page", pk)
    context = {"form": form, "organization": organization}
    status = 422 if form.is_bound else 200
    return render(request, "incidencia/organizations/organization_edit.html", context, status=status)
