"""The answer desk and the pages of responses."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultations.finding import consultation_for, seen_other
from consultations.modes.opinion.answering import judging, queries, services
from consultations.modes.opinion.answering.assigning import assign, officials_of
from consultations.modes.opinion.answering.desk import desk_of
from consultations.modes.opinion.answering.finding import response_for
from consultations.modes.opinion.answering.forms import VerdictForm
from consultations.modes.opinion.models import ResponseTo
from incidencia.accounts.requests import SignedInRequest
from incidencia.text import clean
from incidencia.web.refusals import Refused

ACTS: dict[str, Callable[..., Any]] = {"sign": services.response_sign, "publish": services.response_publish}


@login_required
@require_safe
@never_cache
def answer_desk(request: SignedInRequest, reference: str) -> HttpResponse:
    """What waits for an answer, by its clock; what is being written, by its state."""
    consultation = consultation_for(request, reference, "answer_desk")
    context = {
        **desk_of(request.user, consultation, request.GET.dict()), "consultation": consultation,
    }  # fmt: skip
    return render(request, "consultations/modes/opinion/answering/answer_desk.html", context)


@login_required
@require_POST
def assignment_make(request: SignedInRequest, reference: str) -> HttpResponse:
    """Name who drafts the answer to what was ticked."""
    consultation = consultation_for(request, reference, "assignment_make")
    chosen = [int(pk) for pk in request.POST.getlist("to")[:500] if pk.isascii() and pk.isdecimal() and len(pk) < 19]
    key = request.POST.get("person", "")
    person = officials_of(consultation).filter(pk=key if key.isascii() and key.isdecimal() and len(key) < 19 else 0)
    try:
        named = person.first()
        if named is None:
            raise Refused("nobody", _("Choose who drafts it."))
        done = assign(consultation=consultation, submissions=chosen, person=named, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        said = ngettext("%(n)s is %(name)s's to draft.", "%(n)s are %(name)s's to draft.", done)
        messages.success(request, said % {"n": done, "name": named.name})
    return seen_other("answer_desk", consultation.reference)


@login_required
@require_POST
def responses_act(request: SignedInRequest, reference: str) -> HttpResponse:
    """Sign or publish all that were ticked, one by one; what could not be done says why."""
    consultation = consultation_for(request, reference, "answer_desk")
    act = ACTS.get(request.POST.get("act", ""))
    if act is None:
        raise PermissionDenied(_("Only the officer in charge signs and publishes."))
    done, ticked = 0, request.POST.getlist("response")[:200]
    chosen = consultation.responses.filter(reference__in=ticked).select_related("agency")
    for response in chosen:
        response.consultation = consultation
        if not request.user.has_perm("consultations.response_sign", response):
            raise PermissionDenied(_("Only the officer in charge signs and publishes."))
    for response in chosen:
        try:
            act(response=response, by=request.user)
            done += 1
        except Refused as refusal:
            messages.error(request, f"{response.reference}: {refusal}")
    if done:
        messages.success(request, _done(request.POST["act"], done))
    elif not ticked:
        messages.warning(request, _("No response was ticked."))
    return seen_other("answer_desk", consultation.reference)


def _done(act: str, n: int) -> str:
    if act == "sign":
        said = ngettext("%(n)s signed. Publish it next.", "%(n)s signed. Publish them next.", n)
    else:
        said = ngettext("%(n)s published: its authors have it.", "%(n)s published: their authors have them.", n)
    return said % {"n": n}


@require_safe
def response_page(request: HttpRequest, reference: str) -> HttpResponse:
    """A published response and all that it answers."""
    response = response_for(request, reference, "response_view")
    rows = queries.answered_by(response, request.user)
    if not rows:
        raise Http404(_("There is no response %(reference)s.") % {"reference": reference})
    context = {"response": response, "consultation": response.consultation, "rows": rows,
               "reasons": clean.render(response.reasons)}  # fmt: skip
    return render(request, "consultations/modes/opinion/answering/response_page.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def verdict_give(request: SignedInRequest, pk: int) -> HttpResponse:
    """The author says whether it answers the point."""
    rows = ResponseTo.objects.select_related("response", "verdict", "submission__contribution__consultation")
    row = get_object_or_404(rows, pk=pk, response__published_at__isnull=False)
    if not request.user.has_perm("consultations.verdict_give", row):
        raise PermissionDenied(_("Only its author can say whether it answers the point."))
    form = VerdictForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        well = form.cleaned_data["answers"] == "yes"
        try:
            judging.verdict_give(row=row, answers=well, reason=form.cleaned_data["reason"], by=request.user)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            again = _("It is answered once more, in a new term.")
            messages.success(request, _("Recorded: it answers your point.") if well else again)
            return seen_other("contribution_page", row.submission.contribution.reference)
    contribution = row.submission.contribution
    context = {"row": row, "form": form, "contribution": contribution,
               "said": getattr(row, "verdict", None), "consultation": contribution.consultation,
               "reasons": clean.render(row.response.reasons)}  # fmt: skip
    page = "consultations/modes/opinion/answering/verdict_give.html"
    return render(request, page, context, status=422 if request.method == "POST" else 200)
