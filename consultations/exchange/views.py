"""What a process shares and receives; offering, passing on, accepting, declining."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultations.exchange import checklist, queries, services
from consultations.exchange.forms import DeclineForm, OfferForm
from consultations.exchange.models import Kind, Lesson, Share
from consultations.finding import consultation_for, seen_other
from consultations.models import Consultation
from consultations.modes.surveillance.models import ChecklistTemplate
from consultations.spine.acting import typed
from incidencia.accounts.requests import SignedInRequest
from incidencia.web.refusals import Refused

get_and_post = require_http_methods(["GET", "POST"])
MOST = 50


@require_safe
def share_list(request: HttpRequest, reference: str) -> HttpResponse:
    """From other processes, with where each comes from; what others took; what is in hand, to whom it concerns."""
    consultation = consultation_for(request, reference, "consultation_view")
    officer = request.user.has_perm("consultations.consultation_edit", consultation)
    context = {
        "consultation": consultation, "received": list(queries.received(consultation)[:MOST]),
        "given": list(queries.given(consultation)[:MOST]),
        "in_hand": list(queries.in_hand(consultation, request.user, officer=officer)[:MOST]),
        "lessons": queries.lessons_of(consultation),
        "lessons_waiting": queries.lessons_waiting(consultation) if officer else [],
        "may_offer": request.user.has_perm("consultations.share_offer", consultation),
    }  # fmt: skip
    return render(request, "consultations/exchange/share_list.html", context)


@login_required
@get_and_post
def share_new(request: SignedInRequest, reference: str) -> HttpResponse:
    """Offer something public to another process."""
    consultation = consultation_for(request, reference, "consultation_view")
    if not request.user.has_perm("consultations.share_offer", consultation):
        raise PermissionDenied(_("Members of a process, and who convenes it, share what is theirs."))
    form = OfferForm(typed(request), consultation=consultation, initial={"what": request.GET.get("what", "")})
    if request.method == "POST" and form.is_valid():
        try:
            made = _offered(form, consultation, request)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            said = (
                _("Offered: the other process decides.")
                if made.forwarded_at
                else _("Offered: the coordination of your process passes it on, or says why not.")
            )
            messages.success(request, said)
            return seen_other("share_page", made.pk)
    status = 422 if request.method == "POST" else 200
    return render(
        request, "consultations/exchange/share_new.html", {"consultation": consultation, "form": form}, status=status
    )


@require_safe
def share_page(request: HttpRequest, pk: int) -> HttpResponse:
    """What is shared, from where, how it stands, and what can be done now."""
    share = share_for(request, pk)
    user = request.user
    context = {
        "share": share, "state": share.state.value, "consultation": share.source,
        "checklist": checklist.read(share.payload) if share.kind == Kind.CHECKLIST else None,
        "may_forward": user.has_perm("consultations.share_forward", share),
        "may_accept": user.has_perm("consultations.share_accept", share),
        "may_decline": user.has_perm("consultations.share_decline", share),
        "href": address(share),
    }  # fmt: skip
    return render(request, "consultations/exchange/share_page.html", context)


@require_safe
def share_checklist(request: HttpRequest, pk: int) -> JsonResponse:
    """A shared checklist as data, to copy."""
    share = share_for(request, pk)
    if share.kind != Kind.CHECKLIST:
        raise Http404(_("There is no such offer."))
    answer = JsonResponse(
        {**(share.payload or {}), "from": share.source.reference, "source": share.source_url},
        json_dumps_params={"ensure_ascii": False},
    )
    answer["Content-Disposition"] = f'attachment; filename="{share.source.reference}-checklist-{share.pk}.json"'
    return answer


@login_required
@require_POST
def share_forward(request: SignedInRequest, pk: int) -> HttpResponse:
    """Pass a member's offer on."""
    return _decided(request, pk, "share_forward", _("Passed on: the other process decides."))


@login_required
@require_POST
def share_accept(request: SignedInRequest, pk: int) -> HttpResponse:
    """Accept it."""
    return _decided(request, pk, "share_accept", _("Accepted: the page of the process shows it."))


@login_required
@get_and_post
def share_decline(request: SignedInRequest, pk: int) -> HttpResponse:
    """Decline it, with a reason."""
    share = share_for(request, pk, "share_decline")
    form = DeclineForm(typed(request))
    if request.method == "POST" and form.is_valid():
        try:
            services.share_decline(share=share, reason=form.cleaned_data["reason"], by=request.user)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _("Done. They have a letter with the reason."))
            return seen_other("share_page", share.pk)
    context = {"share": share, "consultation": share.source, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "consultations/exchange/share_decline.html", context, status=status)


def share_for(request: HttpRequest, pk: int, act: str = "share_view") -> Share:
    """Promise an offer if the reader may do `act`. 404 where they may not read it; 403 with the reason."""
    share = queries.found(pk)
    if share is None or not request.user.has_perm("consultations.share_view", share):
        raise Http404(_("There is no such offer."))
    if not request.user.has_perm(f"consultations.{act}", share):
        raise PermissionDenied(_("Whoever convenes the process decides that, once."))
    return share


def address(share: Share) -> str:
    """Promise where what is shared is read."""
    if share.item is not None:
        if share.attachment_id:
            return reverse("item_file", args=[share.item.reference, share.attachment_id])
        return reverse("item_page", args=[share.item.reference])
    return reverse("lesson_page", args=[share.lesson_id]) if share.lesson_id else share.source_url


def _offered(form: OfferForm, consultation: Consultation, request: SignedInRequest) -> Share:
    data = form.cleaned_data
    thing, file = form.things[data["what"]]
    to = form.others[data["to"]]
    if isinstance(thing, Lesson):
        return services.lesson_offer(lesson=thing, to=to, why=data["why"], by=request.user)
    if isinstance(thing, ChecklistTemplate):
        return services.checklist_offer(
            source=consultation, to=to, checklist=checklist.of_template(thing), why=data["why"], by=request.user,
            source_url=reverse("template_page", args=[thing.pk]),
        )  # fmt: skip
    return services.document_offer(
        source=consultation, to=to, item=thing, attachment=file, why=data["why"], by=request.user
    )


def _decided(request: SignedInRequest, pk: int, act: str, done: str) -> HttpResponse:
    share = share_for(request, pk)
    try:
        getattr(services, act)(share=share, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return seen_other("share_page", share.pk)
