"""Pages of terms: the calendar of ends, and the act on one of them."""

from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultations.finding import consultation_for, seen_other
from consultations.members.finding import membership_for
from consultations.members.leaving.seats import seats_release as release
from consultations.members.renewal import queries, services
from consultations.members.renewal.forms import TermForm
from consultations.members.renewal.staggering import ONE_IN, WINDOW_DAYS
from consultations.members.tables.term import TermKind
from incidencia.accounts.requests import SignedInRequest
from incidencia.web.refusals import Refused

PER_PAGE = 30
ACTS = {
    TermKind.GIVEN: services.term_give,
    TermKind.PROLONGED: services.term_prolong,
    TermKind.RENEWED: services.term_renew,
}


@require_safe
@never_cache
def term_list(request: HttpRequest, reference: str) -> HttpResponse:
    """When each term ends, where too many end at once, and every change with its reason (G20)."""
    consultation = consultation_for(request, reference, "consultation_view")
    convenes = request.user.has_perm("consultations.consultation_edit", consultation)
    page = Paginator(queries.changes_of(consultation), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "consultation": consultation, "terms": queries.terms_of(consultation), "page": page, "convenes": convenes,
        "lapsed": list(queries.lapsed(consultation)) if convenes else [],
        "seats": queries.seats_of_the_left(consultation) if convenes else [],
        "window": WINDOW_DAYS, "share": ONE_IN, "own": request.user.pk,
    }  # fmt: skip
    return render(request, "consultations/members/renewal/term_list.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def term_change(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Give a term, prolong it, or let another one follow."""
    why = _("Only the officer in charge of this process changes terms, and nobody their own.")
    membership = membership_for(request, reference, pk, "term_change", why)
    form = TermForm(request.POST or None, membership=membership, initial={"ends_on": _asked(request)})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            ACTS[form.kind](membership=membership, ends_on=data["ends_on"], reason=data["reason"], by=request.user)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _("Done: the member gets a letter, and this page keeps the change."))
            return seen_other("term_list", membership.consultation.reference)
    context = {"membership": membership, "consultation": membership.consultation, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "consultations/members/renewal/term_change.html", context, status=status)


@login_required
@require_POST
def seats_release(request: SignedInRequest, reference: str) -> HttpResponse:
    """Withdraw the seats that those who take part no more hold in sessions to come."""
    consultation = consultation_for(request, reference, "seats_release")
    freed = release(queries.seats_of_the_left(consultation), by=request.user)
    said = ngettext("%(n)s seat was withdrawn.", "%(n)s seats were withdrawn.", freed.count) % {"n": freed.count}
    messages.success(request, said)
    for session in freed.without_chair:
        messages.warning(request, _("%(reference)s has nobody to preside now.") % {"reference": session.reference})
    return seen_other("term_list", consultation.reference)


def _asked(request: HttpRequest) -> date | None:
    """The day a proposal leads to (`?hasta=2027-03-01`)."""
    try:
        return date.fromisoformat(request.GET.get("hasta", ""))
    except ValueError:
        return None
