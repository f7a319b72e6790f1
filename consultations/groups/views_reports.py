"""Reports of a group: put to it, objected to, written anew, published."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultations.finding import seen_other
from consultations.groups import queries, services
from consultations.groups.finding import act_within, at_once, group_for, here, report_for
from consultations.groups.forms import ObjectForm, ReasonForm, ReportForm, RewordForm
from consultations.spine.acting import typed
from incidencia.accounts.requests import SignedInRequest
from incidencia.text import clean
from incidencia.web.refusals import Refused

get_and_post = require_http_methods(["GET", "POST"])


@login_required
@get_and_post
def group_report_new(request: SignedInRequest, reference: str, place: int) -> HttpResponse:
    """Put the words of a report to the group."""
    group = group_for(request, reference, place, "group_coordinate")
    form = ReportForm(typed(request), group=group)
    return act_within(
        request, group, form, "consultations/groups/group_report_new.html",
        act=lambda data: services.group_report_propose(group=group, values=data, by=request.user, key=data["key"]),
        back=lambda made: here(group, "group_report_page", made.number),
        done=_("The group has it before it, and a letter. Once the term to object is over you can publish it."),
    )  # fmt: skip


@require_safe
@never_cache
def group_report_page(request: HttpRequest, reference: str, place: int, number: int) -> HttpResponse:
    """The report: to the group with its term and its objections, to others once it is published."""
    report = report_for(request, reference, place, number)
    group, user = report.group, request.user
    inside = user.has_perm("consultations.group_report_within", report)
    wording, state, term = next(queries.stood(group.reports.filter(pk=report.pk), group))
    against = queries.objections_to(wording)
    context = {
        "group": group, "consultation": group.consultation, "report": report, "wording": wording,
        "state": state.value, "term": term, "text": clean.render(wording.text), "inside": inside,
        "objections": against, "own": next((one for one in against if one.person_id == user.pk), None),
        "earlier": list(report.wordings.filter(number__lt=wording.number)) if inside else [],
        "works": inside and group.is_open,
        "coordinates": inside and user.has_perm("consultations.group_coordinate", group),
        "puts_forward": inside and user.has_perm("consultations.group_report_forward", report),
        "reads_group": user.has_perm("consultations.group_read", group),
    }  # fmt: skip
    return render(request, "consultations/groups/group_report_page.html", context)


@login_required
@get_and_post
def group_report_reword(request: SignedInRequest, reference: str, place: int, number: int) -> HttpResponse:
    """Write its words anew."""
    report = report_for(request, reference, place, number, "group_coordinate")
    wording = queries.wording_of(report)
    initial = {"title": wording.title, "text": wording.text, "base": wording.number}
    return act_within(
        request, report.group, RewordForm(typed(request), initial=initial),
        "consultations/groups/group_report_reword.html",
        report=report, wording=wording, base=wording.number,
        act=lambda data: services.group_report_reword(report=report, by=request.user, **data),
        back=lambda _made: here(report.group, "group_report_page", number),
        done=_("Written anew: the term to object begins again."),
    )  # fmt: skip


@login_required
@get_and_post
def group_report_object(request: SignedInRequest, reference: str, place: int, number: int) -> HttpResponse:
    """Object to its present words."""
    report = report_for(request, reference, place, number, "group_work")
    wording = queries.wording_of(report)
    return act_within(
        request, report.group, ObjectForm(typed(request)), "consultations/groups/group_report_object.html",
        report=report, wording=wording,
        act=lambda data: services.group_report_object(report=report, text=data["text"], by=request.user),
        back=lambda _made: here(report.group, "group_report_page", number), done=_("Your objection stands."),
    )  # fmt: skip


@login_required
@require_POST
def group_objection_lift(request: SignedInRequest, reference: str, place: int, number: int) -> HttpResponse:
    """Take one's objection back."""
    report = report_for(request, reference, place, number, "group_work")
    return at_once(
        request, lambda: services.group_objection_lift(report=report, by=request.user),
        _("Your objection is taken back."),
        here(report.group, "group_report_page", number),
    )  # fmt: skip


@login_required
@require_POST
def group_report_publish(request: SignedInRequest, reference: str, place: int, number: int) -> HttpResponse:
    """Publish it, as an act of the group."""
    report = report_for(request, reference, place, number, "group_coordinate")
    return at_once(
        request, lambda: services.group_report_publish(report=report, by=request.user),
        _("Published. The members of the process have a letter."), here(report.group, "group_report_page", number),
    )  # fmt: skip


@login_required
@get_and_post
def group_report_leave(request: SignedInRequest, reference: str, place: int, number: int) -> HttpResponse:
    """Not tell it after all, with a reason."""
    report = report_for(request, reference, place, number, "group_coordinate")
    return act_within(
        request, report.group, ReasonForm(typed(request)), "consultations/groups/group_report_leave.html",
        report=report,
        act=lambda data: services.group_report_leave(report=report, reason=data["reason"], by=request.user),
        back=lambda _made: here(report.group, "group_report_page", number), done=_("It stays within the group."),
    )  # fmt: skip


@login_required
@require_POST
def group_report_forward(request: SignedInRequest, reference: str, place: int, number: int) -> HttpResponse:
    """Begin an issue with its words, to be looked at and sent by whoever does."""
    report = report_for(request, reference, place, number)
    if not request.user.has_perm("consultations.group_report_forward", report):
        raise PermissionDenied(_("Only the members of this group can do that, or see it."))
    try:
        page = services.group_report_forward(report=report, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return seen_other(*here(report.group, "group_report_page", number))
    messages.success(request, _("The words of the report are in your draft. Look at them and send them."))
    return HttpResponseRedirect(page, status=303)
