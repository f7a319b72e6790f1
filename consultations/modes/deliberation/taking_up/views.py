"""The page of an agenda with the contributions it takes up."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from consultations.finding import consultation_for, seen_other
from consultations.models import Consultation, TakenUp
from consultations.modes.deliberation.taking_up import queries, services
from incidencia.accounts.requests import SignedInRequest
from incidencia.web.refusals import Refused
from incidencia.web.templatetags.ui import local
from sessions import queries as sessions
from sessions.models import Session


class TakeUpForm(forms.Form):
    """Which item takes up which contribution."""

    item = forms.ChoiceField(label=gettext_lazy("Item of the agenda"))
    reference = forms.CharField(
        label=gettext_lazy("Reference of the contribution"), max_length=60,
        help_text=gettext_lazy("For example MEC-2026-014-III-007: it stands on the page of each contribution."),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def take_up(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Show what each item takes up; to who convenes, also the form that adds one."""
    consultation, session = _found(request, reference, number)
    may = request.user.has_perm("consultations.contribution_take_up", consultation)
    agenda = queries.agenda_with_contributions(session, request.user)
    form = TakeUpForm(request.POST or None)
    form.fields["item"].choices = [(row.item.plan.id, local(row.item.plan, "title")) for row in agenda]  # type: ignore[attr-defined]
    if request.method == "POST":
        if not (may and request.user.is_authenticated):
            raise PermissionDenied(_("Only the officer in charge of this process can do that."))
        if form.is_valid():
            try:
                services.take_up(consultation=consultation, session=session, by=request.user, **form.cleaned_data)
            except Refused as refusal:
                refusal.as_error(form)
            else:
                messages.success(request, _("It is on the agenda. Its trail tells what comes of it."))
                return seen_other("take_up", reference, number)
    context = {
        "consultation": consultation, "session": session, "agenda": agenda, "form": form,
        "may": may and session.phase in sessions.AHEAD,
    }  # fmt: skip
    page = "consultations/modes/deliberation/take_up.html"
    return render(request, page, context, status=422 if request.method == "POST" else 200)


@login_required
@require_POST
def leave_out(request: SignedInRequest, reference: str, number: int, pk: int) -> HttpResponse:
    """Take a contribution off the agenda."""
    consultation, session = _found(request, reference, number)
    if not request.user.has_perm("consultations.contribution_take_up", consultation):
        raise PermissionDenied(_("Only the officer in charge of this process can do that."))
    row = get_object_or_404(TakenUp.objects.select_related("session"), pk=pk, session=session)
    try:
        services.leave_out(taken_up=row)
    except Refused as refusal:
        messages.error(request, " ".join(str(part) for part in (refusal.message, refusal.advice) if part))
    else:
        messages.success(request, _("It is off the agenda."))
    return seen_other("take_up", reference, number)


def _found(request: HttpRequest, reference: str, number: int) -> tuple[Consultation, Session]:
    consultation = consultation_for(request, reference, "consultation_view")
    session = sessions.of_series(consultation.reference).filter(number=number).first()
    if session is None:
        raise Http404(_("This process has no such session."))
    return consultation, session
