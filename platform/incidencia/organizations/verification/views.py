"""Pages on which organizations ask to be verified and the desk of an agency decides (A8)."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from incidencia.accounts.requests import SignedInRequest
from incidencia.files.downloads import download
from incidencia.organizations.models import Organization, ProofFile, Verification
from incidencia.organizations.seen import seen_other
from incidencia.organizations.verification import asking, deciding, queries
from incidencia.organizations.verification.forms import AppealForm, AskForm, RefuseForm
from incidencia.organizations.verification.matters import HELP, Matter, Proof, Result
from incidencia.organizations.verification.standing import may_appeal
from incidencia.organizations.verification.vouching import NEEDED, counted
from incidencia.web.refusals import Refused

PER_PAGE = 30
FOUND = 10  # organizations shown of those that could vouch


@login_required
@require_safe
def verification_desk(request: SignedInRequest) -> HttpResponse:
    """List what waits for the reader to decide, by its clock, and what was decided."""
    if not request.user.has_perm("organizations.verification_desk"):
        raise PermissionDenied(_("Only the coordination of an agency sits at the verification desk (A8)."))
    waiting = queries.desk_of(request.user)
    context = {
        "ready": [one for one in waiting if one.deadline],
        "incomplete": [one for one in waiting if not one.deadline],
        "decided": Paginator(queries.decided_by_desk(request.user), PER_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "incidencia/organizations/verification_desk.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def verification_page(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show what was asked, its proof and how it stands; the desk decides here."""
    row = _row(pk)
    if not request.user.has_perm("organizations.verification_view", row):
        raise PermissionDenied(_("Only the organization and the desk that was asked read the proof (G34, A8)."))
    may_decide = request.user.has_perm("organizations.verification_decide", row)
    refuses = request.method == "POST" and request.POST.get("result") == Result.REFUSED
    form = RefuseForm(request.POST if refuses else None, matter=Matter(row.matter))
    refusal = None
    if request.method == "POST":
        if not may_decide:
            raise PermissionDenied(_("Only the coordination of the agency that was asked decides; never on its own."))
        if not refuses or form.is_valid():
            try:
                return _decided(request, row, form if refuses else None)
            except Refused as problem:
                refusal = problem
    context = {"refusal": refusal, "form": form, "may_decide": may_decide, **_shown(request, row)}
    status = 422 if request.method == "POST" else 200
    return render(request, "incidencia/organizations/verification_page.html", context, status=status)


@login_required
@require_http_methods(["GET", "POST"])
def verification_ask(request: SignedInRequest, pk: int, matter: str) -> HttpResponse:
    """Ask the desk of an agency to verify one matter."""
    organization = get_object_or_404(Organization, pk=pk)
    if matter not in Matter:
        raise Http404
    if not request.user.has_perm("organizations.verification_ask", organization):
        raise PermissionDenied(_("Only those who speak for this organization can ask for its verification."))
    asked = Matter(matter)
    form = AskForm(request.POST or None, request.FILES or None, organization=organization, matter=asked)
    if form.is_valid():
        try:
            terms = {**form.cleaned_data, "proof": Proof(form.cleaned_data["proof"])}
            row = asking.verification_ask(organization=organization, by=request.user, matter=asked, **terms)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _asked(row))
            return seen_other("verification_page", row.pk)
    context = {"form": form, "organization": organization, "matter": asked, "meaning": HELP[asked]}
    status = 422 if form.is_bound else 200
    return render(request, "incidencia/organizations/verification_ask.html", context, status=status)


@login_required
@require_POST
def verification_withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a question back."""
    row = _row(pk)
    _need_asker(request, row)
    try:
        asking.verification_withdraw(verification=row, by=request.user)
        messages.success(request, _("It was withdrawn. You can ask with another proof."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return seen_other("organization_page", row.organization_id)


@login_required
@require_http_methods(["GET", "POST"])
def verification_appeal(request: SignedInRequest, pk: int) -> HttpResponse:
    """Appeal a refusal, once."""
    row = _row(pk)
    _need_asker(request, row)
    form = AppealForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            made = asking.verification_appeal(verification=row, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _("Your appeal is at the desk. Somebody else than who refused decides it."))
            return seen_other("verification_page", made.pk)
    context = {"form": form, "row": row, "may_appeal": may_appeal(row)}
    status = 422 if form.is_bound else 200
    return render(request, "incidencia/organizations/verification_appeal.html", context, status=status)


@login_required
@require_safe
def proof_download(request: SignedInRequest, pk: int) -> HttpResponseBase:
    """Hand out a file of a proof to the organization and the desk."""
    file = get_object_or_404(
        ProofFile.objects.select_related("attachment", "verification__organization", "verification__agency"), pk=pk
    )
    if not request.user.has_perm("organizations.verification_view", file.verification):
        raise PermissionDenied(_("Only the organization and the desk that was asked read the proof (G34, A8)."))
    return download(file.attachment)


def _row(pk: int) -> Verification:
    related = ("organization", "agency", "asked_by", "decided_by", "appeal_of", "appeal")
    return get_object_or_404(Verification.objects.select_related(*related), pk=pk)


def _need_asker(request: SignedInRequest, row: Verification) -> None:
    if not request.user.has_perm("organizations.verification_answer", row):
        raise PermissionDenied(_("Only those who speak for this organization can do this."))


def _asked(row: Verification) -> str:
    if row.ready_at is None:
        return _("It is asked. Now choose two verified organizations to vouch for it.")
    return _("It is asked. You get a letter with the answer.")


def _shown(request: SignedInRequest, row: Verification) -> dict[str, object]:
    """What the page says of a row; to the group that asks, also who could vouch."""
    speaks = request.user.has_perm("organizations.verification_answer", row)
    source = row.appeal_of or row
    vouchers = list(source.vouchers.select_related("organization", "person"))
    words = request.GET.get("q", "").strip()[:100]
    waits_for_vouchers = row.proof == Proof.VOUCHERS and not row.result and row.ready_at is None
    return {
        "row": row,
        "files": row.files.select_related("attachment"),
        "waiting": queries.waiting_for([row])[0],
        "speaks": speaks,
        "may_appeal": speaks and may_appeal(row),
        "vouchers": vouchers,
        "counted": counted(vouchers) if vouchers else 0,
        "needed": NEEDED,
        "seeks": speaks and waits_for_vouchers,
        "words": words,
        "found": queries.who_can_vouch(row, words)[:FOUND] if speaks and waits_for_vouchers else [],
    }


def _decided(request: SignedInRequest, row: Verification, form: RefuseForm | None) -> HttpResponse:
    result = Result.REFUSED if form else Result.VERIFIED
    told = form.cleaned_data if form else {}
    deciding.verification_decide(verification=row, by=request.user, result=result, **told)
    said = _("Refused. %(name)s was told by e-mail.") if form else _("Verified. %(name)s was told by e-mail.")
    messages.success(request, said % {"name": row.asked_by.name})
    return seen_other("verification_desk")
