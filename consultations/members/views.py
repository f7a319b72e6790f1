"""Pages of taking part: the members, applying, and one application with what may be done about it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from consultations.finding import consultation_for, seen_other
from consultations.members import applying, deciding, queries
from consultations.members.forms import AdmitForm, AppealForm, ApplyForm, DeclineForm
from consultations.members.kinds import ApplicationState
from consultations.members.models import Application
from incidencia.accounts.requests import SignedInRequest
from incidencia.web.refusals import Refused

PER_PAGE = 30


@require_safe
def member_list(request: HttpRequest, reference: str) -> HttpResponse:
    """Show who takes part, on which side, for whom, and how they joined (G19, G40)."""
    consultation = consultation_for(request, reference, "consultation_view")
    page = Paginator(queries.members_of(consultation), PER_PAGE).get_page(request.GET.get("page"))
    convenes = request.user.has_perm("consultations.consultation_edit", consultation)
    context = {
        "consultation": consultation, "page": page, "convenes": convenes,
        "own": None if convenes else queries.membership_of(consultation, request.user),
    }  # fmt: skip
    return render(request, "consultations/member_list.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def apply(request: SignedInRequest, reference: str) -> HttpResponse:
    """Ask to take part. Who has applied is led to their application."""
    consultation = consultation_for(request, reference, "apply")
    if standing := queries.standing_of(consultation, request.user):
        if request.method == "POST":
            messages.info(request, _("We already have your application. Nothing was sent twice."))
        return seen_other("application_page", reference, standing.pk)
    form = ApplyForm(request.POST or None, consultation=consultation, person=request.user)
    if form.is_valid():
        try:
            made = applying.apply(consultation=consultation, by=request.user, asked=form.asked())
        except Refused as refusal:
            if refusal.code == "already-applied":  # pressed twice: the first press did the work
                return seen_other("apply", reference)
            refusal.as_error(form)
        else:
            messages.success(request, _("Your application arrived. You get a letter with the decision."))
            return seen_other("application_page", reference, made.pk)
    context = {
        "consultation": consultation,
        "form": form,
        "open": consultation.accepts_applications,
        "member": queries.membership_of(consultation, request.user),
        "convenes": request.user.has_perm("consultations.consultation_edit", consultation),
    }
    return render(request, "consultations/apply.html", context, status=422 if form.is_bound else 200)


@login_required
@require_safe
@never_cache
def application_list(request: SignedInRequest, reference: str) -> HttpResponse:
    """The desk: applications that wait for a decision, or all of them."""
    consultation = consultation_for(request, reference, "application_list")
    everything = request.GET.get("show") == "all"
    rows = queries.applications_to(consultation)
    page = Paginator(rows if everything else queries.waiting(rows), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "consultation": consultation,
        "page": page,
        "everything": everything,
        "waiting": queries.waiting_count(consultation),
    }
    return render(request, "consultations/application_list.html", context)


@login_required
@require_http_methods(["GET", "POST"])
@never_cache
def application_page(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Show an application to the applicant and to who decides; carry out what the reader may do with it."""
    application = _application_for(request, reference, pk)
    act = request.POST.get("act", "") if request.method == "POST" else ""
    forms_of: dict[str, forms.BaseForm] = {
        "admit": AdmitForm(request.POST if act == "admit" else None),
        "decline": DeclineForm(request.POST if act == "decline" else None, application=application),
        "appeal": AppealForm(request.POST if act == "appeal" else None),
        "withdraw": forms.Form(request.POST if act == "withdraw" else None),
    }
    problem = None
    if act in _ACTS:
        form = forms_of[act]
        try:
            if said := _done(request, application, act, form):
                messages.success(request, said)
                return seen_other("application_page", reference, pk)
        except Refused as refusal:
            problem = refusal
            application = _application_for(request, reference, pk)  # somebody may have decided meanwhile
    context = {
        "application": application,
        "consultation": application.consultation,
        "answers": list(application.answers.select_related("requirement")),
        "forms": forms_of,
        "act": act,
        "problem": problem,
        "waits": application.state in (ApplicationState.RECEIVED, ApplicationState.APPEALED),
        "decides": request.user.has_perm("consultations.application_decide", application),
        "own": application.person_id == request.user.pk,
    }
    return render(request, "consultations/application_page.html", context, status=422 if act else 200)


def _application_for(request: HttpRequest, reference: str, pk: int) -> Application:
    rows = Application.objects.select_related("consultation__agency", "consultation__coordinator__person")
    rows = rows.select_related("person", "organization", "representation").prefetch_related(
        "decisions__requirement", "decisions__by"
    )
    application = rows.filter(consultation__reference=reference.upper(), pk=pk).first()
    if application is None or not request.user.has_perm("consultations.application_view", application):
        raise Http404(_("There is no such application."))
    return application


def _done(request: SignedInRequest, application: Application, act: str, form: forms.BaseForm) -> str:
    """Carry out the act; promise what to say about it, or nothing when the form is incomplete."""
    permission, carry_out = _ACTS[act]
    if not request.user.has_perm(f"consultations.{permission}", application):
        raise PermissionDenied(_("That is not yours to do."))
    return carry_out(application, request.user, form.cleaned_data) if form.is_valid() else ""


def _admit(application: Application, by: Any, data: dict[str, Any]) -> str:
    deciding.application_admit(application=application, by=by, **data)
    return _("%(name)s takes part now, and gets a letter.") % {"name": application.person.name}


def _decline(application: Application, by: Any, data: dict[str, Any]) -> str:
    deciding.application_decline(application=application, by=by, **data)
    return _("The application is declined. The letter names the requirement and your reason.")


def _appeal(application: Application, by: Any, data: dict[str, Any]) -> str:
    applying.application_appeal(application=application, by=by, text=data["text"])
    return _("Your application will be looked at again.")


def _withdraw(application: Application, by: Any, data: dict[str, Any]) -> str:
    applying.application_withdraw(application=application, by=by)
    return _("Your application is withdrawn. While the call is open you can apply again.")


_ACTS: dict[str, tuple[str, Callable[[Application, Any, dict[str, Any]], str]]] = {
    "admit": ("application_decide", _admit),
    "decline": ("application_decide", _decline),
    "appeal": ("application_appeal", _appeal),
    "withdraw": ("application_withdraw", _withdraw),
}
