"""Hiding with rule and reason, appealing once, deciding, and the public log."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from consultations.finding import consultation_for
from consultations.moderation import queries, services
from consultations.moderation.forms import AppealForm, DecideForm, HideForm, LiftForm
from consultations.moderation.models import Hiding, Rule
from consultations.spine.acting import act_on, typed
from consultations.spine.views import contribution_for
from incidencia.accounts.requests import SignedInRequest
from incidencia.text import clean

get_and_post = require_http_methods(["GET", "POST"])
PER_PAGE = 50


@require_safe
def moderation_log(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything that was ever hidden in a process: rule, reason, who, when, appeal and result."""
    consultation = consultation_for(request, reference, "consultation_view")
    inner = request.user.has_perm("consultations.moderation_read_inner", consultation)
    page = Paginator(queries.log_of(consultation, inner=inner), PER_PAGE).get_page(request.GET.get("page"))
    context = {"consultation": consultation, "page": page, "rules": Rule.choices}
    return render(request, "consultations/moderation/moderation_log.html", context)


@login_required
@get_and_post
def contribution_hide(request: SignedInRequest, reference: str) -> HttpResponse:
    """Hide a contribution."""
    contribution = contribution_for(request, reference)
    if not request.user.has_perm("consultations.contribution_hide", contribution):
        raise PermissionDenied(_("Only the officials of this process hide what breaks a rule."))
    form = HideForm(typed(request))
    return act_on(
        request, contribution, form, "consultations/moderation/contribution_hide.html",
        done=_("It is hidden. Its author has a letter with the rule and the reason, and can appeal once."),
        act=lambda data: services.contribution_hide(
            contribution=contribution, rule=Rule(data["rule"]), reason=data["reason"], by=request.user
        ),
    )  # fmt: skip


@login_required
@get_and_post
def hiding_appeal(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask that it be looked at again."""
    hiding = hiding_for(request, pk, "hiding_appeal", _("Only its author can appeal."))
    form = AppealForm(typed(request))
    return act_on(
        request, hiding.contribution, form, "consultations/moderation/hiding_appeal.html",
        done=_("Your appeal arrived. Another official decides it, and you get a letter."),
        act=lambda data: services.hiding_appeal(hiding=hiding, text=data["text"]), **_shown(hiding),
    )  # fmt: skip


@login_required
@get_and_post
def hiding_decide(request: SignedInRequest, pk: int) -> HttpResponse:
    """Decide an appeal."""
    hiding = hiding_for(
        request, pk, "hiding_decide", _("Another official of this process decides, not who hid it (G8.II).")
    )
    form = DecideForm(typed(request))
    return act_on(
        request, hiding.contribution, form, "consultations/moderation/hiding_decide.html",
        done=_("Decided. The author has a letter, and the public log says so."),
        act=lambda data: services.hiding_decide(
            hiding=hiding, stands_again=data["stands"] == "yes", reason=data["reason"], by=request.user
        ),
        **_shown(hiding),
    )  # fmt: skip


@login_required
@get_and_post
def hiding_lift(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take it back."""
    hiding = hiding_for(request, pk, "hiding_lift", _("Only the officials of this process can do that."))
    form = LiftForm(typed(request))
    return act_on(
        request, hiding.contribution, form, "consultations/moderation/hiding_lift.html",
        done=_("It stands again. Its author has a letter, and the public log says so."),
        act=lambda data: services.hiding_lift(hiding=hiding, reason=data["reason"], by=request.user),
        **_shown(hiding),
    )  # fmt: skip


def hiding_for(request: SignedInRequest, pk: int, act: str, why: str) -> Hiding:
    """Promise the hiding if the reader may do `act` on it. 404 for none they may know of; 403 with `why`."""
    hiding = queries.whole(pk)
    if hiding is None or not request.user.has_perm("consultations.contribution_view", hiding.contribution):
        raise Http404(_("Nothing was hidden here."))
    if not request.user.has_perm(f"consultations.{act}", hiding):
        raise PermissionDenied(why)
    return hiding


def _shown(hiding: Hiding) -> dict[str, Any]:
    return {"hiding": hiding, "appeal": clean.render(hiding.appeal)}
