"""How views find a group and what is in it, refuse who may not, and do one act by a form."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from consultations.finding import consultation_for, seen_other
from consultations.groups import queries
from consultations.groups.models import Belonging, Group, GroupMeeting, GroupReport
from incidencia.web.refusals import Refused


def group_for(request: HttpRequest, reference: str, place: int, act: str = "group_read") -> Group:
    """Promise the group if the reader may do `act`. 404 where they may not even know of it; 403 with the reason."""
    consultation = consultation_for(request, reference, "consultation_view")
    group = queries.found().filter(consultation=consultation, place=place).first()
    if group is None or not request.user.has_perm("consultations.group_know", group):
        raise Http404(_("There is no such group."))
    if not request.user.has_perm(f"consultations.{act}", group):
        raise PermissionDenied(_("Only the members of this group can do that, or see it."))
    return group


def meeting_for(request: HttpRequest, reference: str, place: int, number: int, act: str = "") -> GroupMeeting:
    """Promise a meeting the reader may read; with `act`, one of a group in which they may do that."""
    consultation = consultation_for(request, reference, "consultation_view")
    group = queries.found().filter(consultation=consultation, place=place).first()
    meeting = queries.meeting_found(group, number) if group else None
    if meeting is None or not request.user.has_perm("consultations.group_meeting_read", meeting):
        raise Http404(_("There is no such meeting."))
    if act and not request.user.has_perm(f"consultations.{act}", meeting.group):
        raise PermissionDenied(_("Only the members of this group can do that, or see it."))
    return meeting


def report_for(request: HttpRequest, reference: str, place: int, number: int, act: str = "") -> GroupReport:
    """Promise a report the reader may read; with `act`, one of a group in which they may do that."""
    consultation = consultation_for(request, reference, "consultation_view")
    group = queries.found().filter(consultation=consultation, place=place).first()
    report = queries.report_found(group, number) if group else None
    if report is None or not request.user.has_perm("consultations.group_report_read", report):
        raise Http404(_("There is no such report."))
    if act and not request.user.has_perm(f"consultations.{act}", report.group):
        raise PermissionDenied(_("Only the members of this group can do that, or see it."))
    return report


def belonging_for(request: HttpRequest, reference: str, place: int, pk: int) -> Belonging:
    """Promise a row of who belongs or waits, to who coordinates the group; an own invitation to who is invited."""
    consultation = consultation_for(request, reference, "consultation_view")
    rows = Belonging.objects.filter(group__consultation=consultation, group__place=place, pk=pk)
    row = rows.select_related("group__consultation__agency", "group__consultation__coordinator__person", "person",
                              "membership__organization", "membership__agency").first()  # fmt: skip
    if row is None or not request.user.is_authenticated:
        raise Http404(_("There is no such group."))
    if row.person_id != request.user.pk and not request.user.has_perm("consultations.group_work", row.group):
        raise Http404(_("There is no such group."))
    return row


def act_within(
    request: HttpRequest, group: Group, form: forms.Form, page: str, *, done: str,
    back: Callable[[Any], tuple[Any, ...]], act: Callable[[dict[str, Any]], Any], **shown: Any,
) -> HttpResponse:  # fmt: skip
    """Promise the answer to a form within `group`: `act` on what was typed, then the page that `back` names.

    Before that, and where a rule refuses, `page` with the form and what is `shown` (422 for a refusal).
    """
    posted = request.method == "POST"
    if posted and form.is_valid():
        try:
            made = act(form.cleaned_data)
        except Refused as refusal:
            refusal.as_error(form)
            if refusal.code == "overtaken" and isinstance(form.data, QueryDict):
                form.data = form.data.copy()
                form.data["base"] = str(shown["base"])
        else:
            messages.success(request, done)
            return seen_other(*back(made))
    context = {"group": group, "consultation": group.consultation, "form": form, **shown}
    return render(request, page, context, status=422 if posted else 200)


def at_once(request: HttpRequest, act: Callable[[], Any], done: str, back: tuple[Any, ...]) -> HttpResponse:
    """Promise that a button's act is done, or that the page it leads back to says why not."""
    try:
        act()
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return seen_other(*back)


def here(group: Group, view: str = "group_page", *more: Any) -> tuple[Any, ...]:
    """Promise the name and arguments of a page of a group."""
    return view, group.consultation.reference, group.place, *more
