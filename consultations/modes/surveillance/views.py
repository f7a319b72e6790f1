"""Finding checklists and rounds for pages; beginning one; a round, an item, the rounds side by side."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from consultations.activities.views import activity_for
from consultations.finding import seen_other
from consultations.modes.surveillance import queries, services
from consultations.modes.surveillance.acting import around
from consultations.modes.surveillance.charts import chart_of
from consultations.modes.surveillance.designing.forms import ChecklistForm
from consultations.modes.surveillance.designing.services import checklist_made_with
from consultations.modes.surveillance.following import compared
from consultations.modes.surveillance.holding.page import round_shown
from consultations.modes.surveillance.models import Checklist, ChecklistItem, CheckRound, FrozenItem
from incidencia.accounts.requests import SignedInRequest
from incidencia.web.keys import key_of
from incidencia.web.refusals import Refused


def checklist_for(request: HttpRequest, reference: str, act: str = "checklist_read") -> Checklist:
    """Promise the checklist if the reader may do `act`. 404 for none or a hidden one; 403 with the reason."""
    checklist = queries.checklist_of(reference)
    if checklist is None or not request.user.has_perm("consultations.checklist_read", checklist):
        raise Http404(_("There is no checklist %(reference)s, or it is hidden.") % {"reference": reference})
    if not request.user.has_perm(f"consultations.{act}", checklist):
        raise PermissionDenied(_("Only who leads the team of this checklist can do that."))
    return checklist


def round_for(request: HttpRequest, reference: str, number: int, act: str = "", why: str = "") -> CheckRound:
    """Promise the round if the reader may do `act` on it. 404 for none; 403 saying `why` not."""
    row = queries.round_of(checklist_for(request, reference), number)
    if row is None or (row.announced_at is None and not request.user.has_perm("consultations.finding_write", row)):
        raise Http404(_("There is no such round."))
    if act and not request.user.has_perm(f"consultations.{act}", row):
        raise PermissionDenied(why or _("Only who leads the team of this checklist can do that."))
    return row


@login_required
@require_http_methods(["GET", "POST"])
def checklist_new(request: SignedInRequest, reference: str, place: int) -> HttpResponse:
    """Begin a checklist, from nothing or from a template."""
    activity = activity_for(request, reference, place)
    if not request.user.has_perm("consultations.checklist_design", activity):
        raise PermissionDenied(
            _("A checklist belongs to members and verified organizations of civil society, never to officials.")
        )
    posted, key = request.method == "POST", key_of(request)
    form = ChecklistForm(
        request.POST if posted else None, speaker=request.user, initial={"template": request.GET.get("plantilla")}
    )
    if posted and form.is_valid():
        data = {name: form.cleaned_data[name] for name in ("title", "about", "language", "template")}
        try:
            made = checklist_made_with(key, request.user) or services.checklist_design(
                activity=activity, by=request.user, speaking_as=form.choice, key=key, **data
            )
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _("The checklist is begun. Add its items, then plan its first round."))
            return seen_other("contribution_page", made.contribution.reference)
    context = {"activity": activity, "consultation": activity.consultation, "form": form, "key": key}
    return render(
        request, "consultations/modes/surveillance/checklist_new.html", context, status=422 if posted else 200
    )


@require_safe
def round_page(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """A round: how it stands, what it asks, what was found, what the authority says of it."""
    row = round_for(request, reference, number)
    viewer = request.user if request.user.is_authenticated else None
    return render(
        request,
        "consultations/modes/surveillance/round_page.html",
        {**around(row.checklist), **round_shown(viewer, row)},
    )


@require_safe
def check_page(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """An item at its permanent address: what it asks, and what each published round found."""
    checklist = checklist_for(request, reference)
    item = ChecklistItem.objects.filter(checklist=checklist, number=number).first()
    if item is None:
        raise Http404(_("There is no such item."))
    asked = FrozenItem.objects.filter(item=item, round__published_at__isnull=False)
    history = list(asked.select_related("round", "finding", "claim", "item").order_by("-round__number"))
    keeps = request.user.has_perm("consultations.checklist_keep", checklist)
    context = {**around(checklist), "item": item, "history": history, "keeps": keeps,
               "address": reverse("check_page", args=[reference.upper(), number])}  # fmt: skip
    return render(request, "consultations/modes/surveillance/check_page.html", context)


@require_safe
def rounds_compared(request: HttpRequest, reference: str) -> HttpResponse:
    """The published rounds side by side: a table, then a chart with a sentence."""
    checklist = checklist_for(request, reference)
    side_by_side = compared(checklist)
    context = {**around(checklist), "compared": side_by_side, "chart": chart_of(side_by_side)}
    return render(request, "consultations/modes/surveillance/rounds_compared.html", context)
