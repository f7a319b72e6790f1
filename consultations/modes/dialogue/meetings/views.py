"""The register of bilateral meetings: everybody reads it, officials and members keep it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from consultations.finding import consultation_for, seen_other
from consultations.models import Consultation
from consultations.modes.dialogue.meetings import queries, services
from consultations.modes.dialogue.meetings.forms import MeetingCorrectForm, MeetingForm, RemarkForm
from consultations.modes.dialogue.models import Meeting, MeetingVersion
from consultations.modes.dialogue.views import keyed
from consultations.spine.acting import typed
from consultations.tabular import table
from incidencia.accounts.requests import SignedInRequest
from incidencia.text import clean
from incidencia.web.refusals import Refused

get_and_post = require_http_methods(["GET", "POST"])
PER_PAGE = 50


@require_safe
def meeting_list(request: HttpRequest, reference: str) -> HttpResponse:
    """Every meeting that was recorded, the latest first."""
    consultation = consultation_for(request, reference, "consultation_view")
    context = {
        "consultation": consultation,
        "page": Paginator(queries.register_of(consultation), PER_PAGE).get_page(request.GET.get("page")),
        "may_record": request.user.has_perm("consultations.meeting_record", consultation),
    }
    return render(request, "consultations/modes/dialogue/meetings/meeting_list.html", context)


@require_safe
def meeting_data(request: HttpRequest, reference: str) -> StreamingHttpResponse:
    """The register as CSV, in constant memory."""
    consultation = consultation_for(request, reference, "consultation_view")
    rows = table(queries.COLUMNS, queries.records_of(consultation))
    answer = StreamingHttpResponse(rows, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{consultation.reference}-reuniones.csv"'
    return answer


@require_safe
def meeting_page(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """What stands of a meeting, the remarks of the other side, the earlier versions."""
    meeting = _found(request, reference, number)
    versions = [(one, clean.render(one.said)) for one in reversed(meeting.versions.all())]
    may = request.user.has_perm
    context = {
        "meeting": meeting, "consultation": meeting.consultation, "version": versions[0][0], "said": versions[0][1],
        "earlier": versions[1:], "remarks": [(one, clean.render(one.text)) for one in meeting.remarks.all()],
        "may_correct": may("consultations.meeting_correct", meeting),
        "may_remark": may("consultations.meeting_remark", meeting),
    }  # fmt: skip
    return render(request, "consultations/modes/dialogue/meetings/meeting_page.html", context)


@login_required
@get_and_post
def meeting_new(request: SignedInRequest, reference: str) -> HttpResponse:
    """Record a meeting."""
    consultation = consultation_for(request, reference, "consultation_view")
    if not request.user.has_perm("consultations.meeting_record", consultation):
        raise PermissionDenied(_("The officials and the members of this process keep its register of meetings."))
    shown = keyed(request)
    return _asked(
        request, consultation, MeetingForm(typed(request)), "consultations/modes/dialogue/meetings/meeting_new.html",
        _("The meeting is recorded."),
        lambda data: services.meeting_record(
            consultation=consultation, values=data, by=request.user, key=shown["key"]
        ).number,
        **shown,
    )  # fmt: skip


@login_required
@get_and_post
def meeting_correct(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Write the next version of a record, with a reason."""
    meeting = _found(request, reference, number)
    if not request.user.has_perm("consultations.meeting_correct", meeting):
        raise PermissionDenied(_("The side that recorded a meeting corrects it."))
    last: MeetingVersion = list(meeting.versions.all())[-1]
    initial = {name: getattr(last, name) for name in services.FIELDS}
    initial |= {"base": meeting.current, "reference": last.contribution.reference if last.contribution else ""}
    form = MeetingCorrectForm(typed(request), initial=initial)

    def act(data: dict[str, Any]) -> int:
        base, reason = data["base"], data["reason"]
        return services.meeting_correct(
            meeting=meeting, base=base, values=data, reason=reason, by=request.user
        ).number

    done = _("The new version stands; the earlier one stays readable.")
    return _asked(
        request,
        meeting.consultation,
        form,
        "consultations/modes/dialogue/meetings/meeting_correct.html",
        done,
        act,
        meeting=meeting,
    )


@login_required
@get_and_post
def meeting_remark(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Add what the other side has to say."""
    meeting, shown = _found(request, reference, number), keyed(request)
    if not request.user.has_perm("consultations.meeting_remark", meeting):
        raise PermissionDenied(_("Remarks are for the side that did not record the meeting."))

    def act(data: dict[str, Any]) -> int:
        services.meeting_remark(meeting=meeting, by=request.user, key=shown["key"], **data)
        return meeting.number

    page, done = (
        "consultations/modes/dialogue/meetings/meeting_remark.html",
        _("Your remark stands below the record."),
    )
    return _asked(
        request, meeting.consultation, RemarkForm(typed(request)), page, done, act, meeting=meeting, **shown
    )


def _found(request: HttpRequest, reference: str, number: int) -> Meeting:
    meeting = queries.meeting_of(consultation_for(request, reference, "consultation_view"), number)
    if meeting is None:
        raise Http404(_("There is no such meeting."))
    return meeting


def _asked(
    request: SignedInRequest, consultation: Consultation, form: forms.Form, page: str, done: str,
    act: Callable[[dict[str, Any]], int], **shown: Any,
) -> HttpResponse:  # fmt: skip
    posted = request.method == "POST"
    if posted and form.is_valid():
        try:
            number = act(form.cleaned_data)
        except Refused as refusal:
            refusal.as_error(form)
        else:
            messages.success(request, done)
            return seen_other("meeting_page", consultation.reference, number)
    context = {"consultation": consultation, "form": form, **shown}
    return render(request, page, context, status=422 if posted else 200)
