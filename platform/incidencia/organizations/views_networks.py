"""Pages of networks and their members: proposed by one, accepted by the other, public once both said yes (A8)."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from incidencia.accounts.requests import SignedInRequest
from incidencia.organizations import affiliating, networks
from incidencia.organizations.models import Affiliation, Organization
from incidencia.organizations.seen import seen_other
from incidencia.web.refusals import Refused

PER_PAGE = 30
FOUND = 10  # organizations shown of those that could be proposed to


@require_http_methods(["GET", "POST"])
def network_members(request: HttpRequest, pk: int) -> HttpResponse:
    """List the members of a network; those who speak for it propose others."""
    network = get_object_or_404(Organization, pk=pk)
    if not network.is_network:
        raise Http404
    may_edit = request.user.has_perm("organizations.network_edit", network)
    if request.method == "POST":
        if not request.user.is_authenticated:
            return redirect("account_login")
        if not may_edit:
            raise PermissionDenied(_("Only those who speak for this network can propose members."))
        return _propose(request, network)  # type: ignore[arg-type]
    words = request.GET.get("q", "").strip()[:100]
    context = {
        "network": network,
        "page": Paginator(networks.members_of(network), PER_PAGE).get_page(request.GET.get("page")),
        "may_edit": may_edit,
        "words": words,
        "found": networks.candidates(network, words)[:FOUND] if may_edit and words else [],
        "proposals": networks.proposals_of(network) if may_edit else [],
    }
    return render(request, "incidencia/organizations/network_members.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def affiliation_page(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show what a network proposes; the member accepts or declines, the network can withdraw."""
    proposal = _affiliation(pk)
    may_accept = request.user.has_perm("organizations.affiliation_accept", proposal)
    if not may_accept and not request.user.has_perm("organizations.affiliation_end", proposal):
        raise PermissionDenied(_("Only those who speak for one of the two organizations can see this."))
    if request.method == "POST":
        try:
            return _answer(request, proposal, may_accept)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return seen_other("affiliation_page", pk)
    context = {"proposal": proposal, "may_accept": may_accept}
    return render(request, "incidencia/organizations/affiliation_page.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def affiliation_end(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask whether to end a membership, and end it."""
    joined = _affiliation(pk)
    if not request.user.has_perm("organizations.affiliation_end", joined):
        raise PermissionDenied(_("Only those who speak for one of the two organizations can end this."))
    if request.method == "POST":
        affiliating.affiliation_end(affiliation=joined, by=request.user)
        said = _("%(member)s is no longer a member of %(network)s.")
        messages.success(request, said % {"member": joined.member.name, "network": joined.network.name})
        return seen_other("network_members", joined.network_id)
    return render(request, "incidencia/organizations/affiliation_end.html", {"joined": joined})


def _propose(request: SignedInRequest, network: Organization) -> HttpResponse:
    number = request.POST.get("member", "")
    known = number.isascii() and number.isdecimal() and len(number) < 19
    member = get_object_or_404(Organization, pk=int(number) if known else 0)
    try:
        affiliating.affiliation_propose(network=network, member=member, by=request.user)
        said = _("Those who speak for %(name)s get a letter. It is listed once they accept.")
        messages.success(request, said % {"name": member.name})
    except Refused as refusal:
        messages.error(request, str(refusal))
    return seen_other("network_members", network.pk)


def _answer(request: SignedInRequest, proposal: Affiliation, may_accept: bool) -> HttpResponse:
    if request.POST.get("answer") == "accept":
        if not may_accept:
            raise PermissionDenied(_("Only the organization that is proposed can accept."))
        affiliating.affiliation_accept(affiliation=proposal, by=request.user)
        messages.success(request, _("%(name)s is a member of the network.") % {"name": proposal.member.name})
        return seen_other("network_members", proposal.network_id)
    affiliating.affiliation_decline(affiliation=proposal, by=request.user)
    messages.success(request, _("It was declined. Nothing about it is public."))
    return seen_other("organization_page", proposal.member_id if may_accept else proposal.network_id)


def _affiliation(pk: int) -> Affiliation:
    return get_object_or_404(Affiliation.objects.select_related("network", "member", "proposed_by"), pk=pk)
