"""The page on which a response is written, read a second time, and discarded."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from consultations.finding import consultation_for, seen_other
from consultations.modes.opinion.answering import queries, services
from consultations.modes.opinion.answering.finding import response_for
from consultations.modes.opinion.answering.forms import ReadForm, ResponseForm
from consultations.modes.opinion.models import Response, ResponseTo
from incidencia.accounts.requests import SignedInRequest
from incidencia.text import clean
from incidencia.web.refusals import Refused


@login_required
@require_POST
def response_new(request: SignedInRequest, reference: str) -> HttpResponse:
    """Begin a response to what was ticked."""
    consultation = consultation_for(request, reference, "answer_desk")
    chosen = {int(pk) for pk in request.POST.getlist("to") if pk.isascii() and pk.isdecimal() and len(pk) < 19}
    try:
        made = services.response_draft(consultation=consultation, submissions=chosen, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return seen_other("answer_desk", consultation.reference)
    return seen_other("response_edit", made.reference)


@login_required
@require_http_methods(["GET", "POST"])
@never_cache
def response_edit(request: SignedInRequest, reference: str) -> HttpResponse:
    """Write disposition, reasons and own paragraphs; on the same page the second reading and the signature."""
    response = response_for(request, reference, "response_write" if request.method == "POST" else "response_edit")
    rows = _rows(response)
    form = ResponseForm(request.POST or None, response=response, rows=rows)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            services.response_write(
                response=response, base=data["base"], disposition=data["disposition"], reasons=data["reasons"],
                changed=data["changed"], language=data["language"], paragraphs=form.paragraphs, by=request.user,
            )  # fmt: skip
        except Refused as refusal:
            return _edited(request, response, *_typed_again(request, response, refusal))
        lost = response.read_at is not None
        said = _("Saved. It has to be read a second time and signed again.") if lost else None
        messages.success(request, said or _("The draft is saved. Next: another official reads it."))
        return seen_other("response_edit", response.reference)
    return _edited(request, response, form)


@login_required
@require_POST
def response_read(request: SignedInRequest, reference: str) -> HttpResponse:
    """The second reader says well, or returns it with a remark."""
    response = response_for(request, reference, "response_edit")
    form, well = ReadForm(request.POST), request.POST.get("act") == "well"
    if form.is_valid():
        remark = form.cleaned_data["remark"]
        try:
            services.response_read(response=response, well=well, remark=remark, by=request.user)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _("Read: it can be signed.") if well else _("It is back with its drafter."))
            return seen_other("response_edit", response.reference)
    return _edited(request, response, ResponseForm(response=response, rows=_rows(response)), reading=form)


@login_required
@require_POST
def response_discard(request: SignedInRequest, reference: str) -> HttpResponse:
    """Throw a draft away; what it answered is back on the desk."""
    response = response_for(request, reference, "response_write")
    try:
        services.response_discard(response=response, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return seen_other("response_edit", response.reference)
    messages.success(request, _("The draft is discarded. What it answered waits on the desk again."))
    return seen_other("answer_desk", response.consultation.reference)


@login_required
@require_POST
def response_leave_out(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Take one contribution out of a draft; it is back on the desk."""
    response = response_for(request, reference, "response_write")
    try:
        services.response_leave_out(response=response, row=pk, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("It is out of this response, and waits on the desk again."))
    return seen_other("response_edit", response.reference)


def _typed_again(
    request: SignedInRequest, response: Response, refusal: Refused
) -> tuple[ResponseForm, Response | None]:
    """The form with what was typed, ready to be sent again; and the other wording, where there is one."""
    response.refresh_from_db()
    typed = request.POST.copy()
    typed["base"] = str(response.base)
    form = ResponseForm(typed, response=response, rows=_rows(response))
    form.is_valid()
    refusal.as_error(form)
    return form, response if refusal.code == "overtaken" else None


def _edited(
    request: SignedInRequest, response: Response, form: ResponseForm, other: Response | None = None,
    reading: ReadForm | None = None,
) -> HttpResponse:  # fmt: skip
    context: dict[str, Any] = {
        "response": response, "consultation": response.consultation, "form": form, "other": other,
        "reasons": clean.render(response.reasons),
        "other_reasons": clean.render(other.reasons) if other else "", "reading": reading or ReadForm(),
        "wrote": response.writers.filter(pk=request.user.pk).exists(),
        "writes": request.user.has_perm("consultations.response_write", response),
        "signs": request.user.has_perm("consultations.response_sign", response),
        "texts": [(row, clean.render(row.submission.text)) for row in form.rows],
        "said": queries.first_round_of(form.rows),
    }  # fmt: skip
    status = 422 if request.method == "POST" else 200
    return render(request, "consultations/modes/opinion/answering/response_edit.html", context, status=status)


def _rows(response: Response) -> list[ResponseTo]:
    named = ("submission__contribution__author", "submission__contribution__organization")
    return list(response.to.select_related(*named))
