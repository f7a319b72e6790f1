"""Pages of whoever convenes: open a file, write the call by sections, publish it, begin the operation."""

from collections.abc import Callable
from copy import copy
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.forms.formsets import BaseFormSet
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from consultations import services as consultations
from consultations.call import parts, services
from consultations.call.forms import SECTIONS, SectionForm
from consultations.call.rows import LevelsForm, requirement_rows, requirement_texts
from consultations.finding import consultation_for, seen_other
from consultations.forms import FoundForm
from consultations.models import Consultation
from incidencia.accounts.requests import SignedInRequest
from incidencia.organizations.models import Agency
from incidencia.web.refusals import Refused

Section = SectionForm | LevelsForm | BaseFormSet


@login_required
@require_http_methods(["GET", "POST"])
def consultation_new(request: SignedInRequest, agency: int) -> HttpResponse:
    """Open the file of a consultation for an agency one coordinates."""
    body = get_object_or_404(Agency, pk=agency)
    if not request.user.has_perm("consultations.consultation_found", body):
        raise PermissionDenied(
            _("Only who coordinates %(agency)s can open a process for it.") % {"agency": body.acronym}
        )
    form = FoundForm(request.POST or None)
    if form.is_valid():
        try:
            made = consultations.consultation_found(agency=body, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            said = _("The file %(reference)s is open. Nobody else sees it until you publish the call.")
            messages.success(request, said % {"reference": made.reference})
            return seen_other("consultation_edit", made.reference)
    status = 422 if form.is_bound else 200
    return render(request, "consultations/consultation_new.html", {"form": form, "agency": body}, status=status)


@login_required
@require_http_methods(["GET", "POST"])
def consultation_edit(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show all sections of the call; save the one that was sent."""
    consultation = consultation_for(request, reference, "consultation_edit")
    sent = request.POST.get("section", "") if request.method == "POST" else ""
    sections = {name: _section(name, consultation, request.POST if name == sent else None) for name in _SAVERS}
    status = 200
    if sent in sections:
        try:
            if _saved(request, consultation, sent, sections[sent]):
                messages.success(request, _("Saved."))
                return _back_to(sent, consultation)
            problem = None
        except Refused as refusal:
            problem = refusal
        status = 422
    else:
        problem = None
    missing = [] if consultation.published_at else parts.missing(consultation)
    lacking = list(dict.fromkeys(row.section for row in missing))
    context = {
        "consultation": consultation,
        "sections": sections,
        "lacking": lacking,
        "opened": lacking[:1] if not sent else [],
        "sent": sent,
        "problem": problem,
        "reason": request.POST.get("reason", ""),
        "missing": missing,
    }
    return render(request, "consultations/consultation_edit.html", context, status=status)


@login_required
@require_http_methods(["GET", "POST"])
def call_publish(request: SignedInRequest, reference: str) -> HttpResponse:
    """Say what the call still lacks, with links; publish it when nothing is missing."""
    consultation = consultation_for(request, reference, "call_publish")
    if consultation.published_at:
        return seen_other("consultation_page", reference)
    missing = parts.missing(consultation)
    if request.method == "POST":
        try:
            services.call_publish(consultation=consultation, by=request.user)
        except services.CallIncomplete as refusal:
            missing = refusal.missing
        else:
            messages.success(request, _("The call is published. Everybody can read it at this address."))
            return seen_other("consultation_page", reference)
    context = {"consultation": consultation, "missing": missing, "refused": request.method == "POST"}
    return render(request, "consultations/call_publish.html", context, status=422 if context["refused"] else 200)


@login_required
@require_POST
def operation_start(request: SignedInRequest, reference: str) -> HttpResponse:
    """Begin the operation."""
    consultation = consultation_for(request, reference, "operation_start")
    consultations.operation_start(consultation=consultation, by=request.user)
    messages.success(request, _("The operation has begun, and the record says so."))
    return seen_other("consultation_page", reference)


@login_required
@require_POST
def office_take(request: SignedInRequest, reference: str) -> HttpResponse:
    """Take charge after the officer in charge left."""
    consultation = consultation_for(request, reference, "office_take")
    consultations.office_take(consultation=consultation, by=request.user)
    messages.success(request, _("You are the officer in charge now."))
    return seen_other("consultation_page", reference)


def _section(name: str, consultation: Consultation, data: Any) -> Section:
    if name == "levels":
        return LevelsForm(data, consultation=consultation)
    if name == "requirements":
        return requirement_rows(consultation, data)
    # A copy: the form writes what was typed into its instance, and the page shows the one that is stored.
    return SECTIONS[name](data, instance=copy(consultation))


def _saved(request: SignedInRequest, consultation: Consultation, name: str, section: Section) -> bool:
    if not section.is_valid():
        return False
    _SAVERS[name](request, consultation, section)
    return True


def _save_fields(request: SignedInRequest, consultation: Consultation, form: forms.BaseForm) -> None:
    reason = request.POST.get("reason", "")
    services.call_save(consultation=consultation, values=form.cleaned_data, by=request.user, reason=reason)


def _save_levels(request: SignedInRequest, consultation: Consultation, form: LevelsForm) -> None:
    reason = request.POST.get("reason", "")
    services.levels_save(consultation=consultation, chosen=form.chosen, by=request.user, reason=reason)


def _save_requirements(request: SignedInRequest, consultation: Consultation, rows: BaseFormSet) -> None:
    services.requirements_save(consultation=consultation, texts=requirement_texts(rows), by=request.user)


def _back_to(section: str, consultation: Consultation) -> HttpResponse:
    address = reverse("consultation_edit", args=[consultation.reference])
    return HttpResponseRedirect(f"{address}#section-{section}", status=303)


_SAVERS: dict[str, Callable[[SignedInRequest, Consultation, Any], None]] = {
    "subject": _save_fields,
    "levels": _save_levels,
    "profile": _save_fields,
    "requirements": _save_requirements,
    "place": _save_fields,
    "dates": _save_fields,
    "grounds": _save_fields,
}
