"""Inviting to the team, answering, shielding one's name, leaving."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from consultations.finding import seen_other
from consultations.modes.surveillance import queries, services
from consultations.modes.surveillance.acting import around, asked
from consultations.modes.surveillance.models import Monitor
from consultations.modes.surveillance.team.forms import AnswerForm, InviteForm, ShieldForm
from consultations.modes.surveillance.views import checklist_for
from consultations.spine.acting import typed
from incidencia.accounts.requests import SignedInRequest
from incidencia.web.refusals import Refused

get_and_post = require_http_methods(["GET", "POST"])


def monitor_for(request: HttpRequest, reference: str, pk: int, act: str) -> Monitor:
    """Promise the place in the team if the reader may do `act` on it; else 404: nothing tells who was invited."""
    rows = Monitor.objects.select_related("person", "organization", "invited_by")
    monitor = rows.filter(pk=pk, checklist__contribution__reference=reference.upper()).first()
    checklist = queries.checklist_of(reference)
    if monitor is None or checklist is None or not request.user.has_perm(f"consultations.{act}", monitor):
        raise Http404(_("There is no such invitation, or it was made to another e-mail."))
    monitor.checklist = checklist
    return monitor


@login_required
@get_and_post
def monitor_invite(request: SignedInRequest, reference: str) -> HttpResponse:
    """Invite somebody to the team."""
    checklist = checklist_for(request, reference, "checklist_keep")
    return asked(
        request,
        checklist,
        InviteForm(typed(request), label_suffix=""),
        "consultations/modes/surveillance/team/monitor_invite.html",
        done=_("They have a letter. Once they accept, what waits for them says so."),
        to=lambda: reverse("contribution_page", args=[checklist.contribution.reference]),
        act=lambda data: services.monitor_invite(checklist=checklist, by=request.user, **data),
    )


@login_required
@get_and_post
def monitor_answer(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Accept or decline, and say whether one's name is public."""
    monitor = monitor_for(request, reference, pk, "monitor_answer")
    page = reverse("contribution_page", args=[monitor.checklist.contribution.reference])
    if request.method == "POST" and request.POST.get("act") == "decline":
        services.monitor_decline(monitor=monitor, by=request.user)
        messages.success(request, _("You declined. Nobody asks you again about it."))
        return seen_other("desk")
    form = AnswerForm(typed(request), speaker=request.user)
    return asked(
        request, monitor.checklist, form, "consultations/modes/surveillance/team/monitor_answer.html",
        done=_("You are of the team. What has to be collected waits for you there and among what waits for you."),
        to=lambda: page, monitor=monitor,
        act=lambda data: services.monitor_accept(
            monitor=monitor, by=request.user, speaking_as=form.choice, shielded=data["shielded"]
        ),
    )  # fmt: skip


@login_required
@get_and_post
def monitor_shield(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """Show the organization instead of one's name, or the name again."""
    monitor = monitor_for(request, reference, pk, "monitor_shield")
    form = ShieldForm(typed(request), initial={"shielded": monitor.shielded}, label_suffix="")
    return asked(
        request, monitor.checklist, form, "consultations/modes/surveillance/team/monitor_shield.html",
        done=_("Done, everywhere from now on. What others downloaded before can't be called back."),
        to=lambda: reverse("contribution_page", args=[monitor.checklist.contribution.reference]), monitor=monitor,
        act=lambda data: services.monitor_shield(monitor=monitor, shielded=data["shielded"], by=request.user),
    )  # fmt: skip


@login_required
@require_POST
def monitor_end(request: SignedInRequest, reference: str, pk: int) -> HttpResponse:
    """End a place in the team: one's own, or by the lead."""
    checklist = checklist_for(request, reference)
    monitor = next((one for one in checklist.monitors.all() if one.pk == pk), None)
    if monitor is None:
        raise Http404(_("There is no such place in the team."))
    if monitor.person_id != request.user.pk and not request.user.has_perm("consultations.checklist_keep", checklist):
        raise PermissionDenied(_("Only who leads the team of this checklist can do that."))
    monitor.checklist = checklist
    try:
        services.monitor_end(monitor=monitor, by=request.user)
    except Refused as refusal:
        page = "consultations/modes/surveillance/team/monitor_end.html"
        return render(request, page, {**around(checklist), "refused": refusal}, status=422)
    messages.success(request, _("The place has ended. What was found stays."))
    return seen_other("contribution_page", checklist.contribution.reference)
