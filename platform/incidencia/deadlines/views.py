"""Pages of closed days: everybody can recount a term; the coordination of an agency publishes its days."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from incidencia.deadlines import agencies, queries, services
from incidencia.deadlines.forms import CloseForm, RecountForm, WithdrawForm
from incidencia.deadlines.holidays import STATUTORY
from incidencia.deadlines.models import ClosedDay
from incidencia.deadlines.recount import recount, statutory_name
from incidencia.web.refusals import Refused


@require_safe
def closed_day_list(request: HttpRequest, agency: str = "") -> HttpResponse:
    """Show the days that do not count, this year and the next; a term can be recounted with them."""
    body = _agency(agency) if agency else None
    acronym = body.acronym if body else ""
    published = list(queries.published(acronym))
    form = RecountForm(request.GET if "days" in request.GET else None)
    years = (services.today().year, services.today().year + 1)
    context = {
        "agency": body,
        "agencies": [] if body else agencies.agencies(),
        "years": [(year, _days_of(year, published)) for year in years],
        "withdrawn": queries.withdrawn(acronym),
        "may_close": body is not None and agencies.may_close(request.user, body),
        "today": services.today(),
        "form": form,
        "term": recount(**form.cleaned_data, published=published) if form.is_valid() else None,
    }
    status = 422 if form.is_bound and not form.is_valid() else 200
    return render(request, "incidencia/deadlines/closed_day_list.html", context, status=status)


@login_required
@require_http_methods(["GET", "POST"])
def closed_day_add(request: HttpRequest, agency: str) -> HttpResponse:
    """Publish days on which the agency is closed."""
    body = _agency(agency)
    _need_office(request, body)
    form = CloseForm(request.POST or None)
    if form.is_valid():
        try:
            days = services.close_days(agency=body.acronym, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            said = ngettext(
                "%(n)s day is closed. Terms that run over it move.",
                "%(n)s days are closed. Terms that run over them move.",
                len(days),
            )
            messages.success(request, said % {"n": len(days)})
            return _seen_other(body.acronym)
    context = {"agency": body, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "incidencia/deadlines/closed_day_add.html", context, status=status)


@login_required
@require_http_methods(["GET", "POST"])
def closed_day_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a day that was published and has not come."""
    day = get_object_or_404(ClosedDay.objects.exclude(agency=""), pk=pk)
    body = _agency(day.agency)
    _need_office(request, body)
    form = WithdrawForm(request.POST or None)
    if form.is_valid():
        try:
            services.closed_day_withdraw(day=day, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, _("The day counts again."))
            return _seen_other(body.acronym)
    context = {"agency": body, "day": day, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "incidencia/deadlines/closed_day_withdraw.html", context, status=status)


def _days_of(year: int, published: list[ClosedDay]) -> list[dict[str, Any]]:
    """The days of a year that do not count, weekends apart: statutory ones with their name, published ones."""
    rows: list[dict[str, Any]] = [{"date": day, "name": statutory_name(day)} for day in STATUTORY.of(year)]
    rows += [{"date": row.date, "name": row.ground, "row": row} for row in published if row.date.year == year]
    return sorted(rows, key=lambda row: row["date"])


def _agency(acronym: str) -> Any:
    body = agencies.agency_named(acronym)
    if body is None:
        raise Http404
    return body


def _need_office(request: HttpRequest, body: Any) -> None:
    if not agencies.may_close(request.user, body):
        raise PermissionDenied(_("Only the coordination of this agency publishes its closed days (G23)."))


def _seen_other(acronym: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("closed_day_list", args=[acronym]), status=303)
