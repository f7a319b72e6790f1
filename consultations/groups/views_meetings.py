"""Meetings of a group, their calendar entry, their minuta."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultations.groups import queries, services
from consultations.groups.calendar import ics
from consultations.groups.finding import act_within, at_once, group_for, here, meeting_for
from consultations.groups.forms import MeetingForm, MinutaForm, ReasonForm
from consultations.spine.acting import typed
from incidencia.accounts.requests import SignedInRequest
from incidencia.clock import now
from incidencia.mail.links import absolute
from incidencia.text import clean

get_and_post = require_http_methods(["GET", "POST"])


@login_required
@get_and_post
def group_meeting_new(request: SignedInRequest, reference: str, place: int) -> HttpResponse:
    """Call a meeting, with the agency or without."""
    group = group_for(request, reference, place, "group_work")
    within = {row.person_id for row in queries.belongings_of(group)}
    officials = [one for one in queries.officials_of(group.consultation) if one.pk not in within]
    form = MeetingForm(typed(request), zone=group.consultation.zone, officials=officials)
    return act_within(
        request, group, form, "consultations/groups/group_meeting_new.html",
        act=lambda data: services.group_meeting_call(
            group=group, values=data, officials=data.get("officials", []), by=request.user, key=data["key"]
        ),
        back=lambda made: here(group, "group_meeting_page", made.number),
        done=_("The meeting is called: all who are called have a letter with a calendar entry."),
    )  # fmt: skip


@require_safe
@never_cache
def group_meeting_page(request: HttpRequest, reference: str, place: int, number: int) -> HttpResponse:
    """When, where, on what, with whom; afterwards its minuta and who confirmed it."""
    meeting = meeting_for(request, reference, place, number)
    group, user = meeting.group, request.user
    minuta = queries.minuta_of(meeting)
    own = next((row for row in minuta.present.all() if row.person_id == user.pk), None) if minuta else None
    confirms = own is not None and user.has_perm("consultations.minuta_confirm", minuta)
    works = user.has_perm("consultations.group_work", group)
    context = {
        "group": group, "consultation": group.consultation, "meeting": meeting, "minuta": minuta, "works": works,
        "agenda": clean.render(meeting.agenda), "text": clean.render(minuta.text) if minuta else "",
        "invited": list(meeting.invited.all()), "began": meeting.starts_at <= now(),
        "enters": user.has_perm("consultations.group_meeting_enter", meeting),
        "reads_group": user.has_perm("consultations.group_read", group),
        "own": own if confirms else None, "earlier": range(1, minuta.number) if minuta else [],
        "confirmed": sum(row.confirmed_at is not None for row in minuta.present.all()) if minuta else 0,
        "may_cancel": works and meeting.cancelled_at is None and meeting.starts_at > now(),
    }  # fmt: skip
    return render(request, "consultations/groups/group_meeting_page.html", context)


@login_required
@require_safe
def group_meeting_calendar(request: SignedInRequest, reference: str, place: int, number: int) -> HttpResponse:
    """The meeting for one's calendar, to those who are called."""
    meeting = meeting_for(request, reference, place, number)
    if not request.user.has_perm("consultations.group_meeting_enter", meeting):
        raise PermissionDenied(_("Only the members of this group can do that, or see it."))
    page = absolute(reverse("group_meeting_page", args=[meeting.group.consultation.reference, place, number]))
    answer = HttpResponse(ics(meeting, address=page), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = (
        f'attachment; filename="{meeting.group.consultation.reference}-G{place}-M{number}.ics"'
    )
    return answer


@login_required
@get_and_post
def group_meeting_cancel(request: SignedInRequest, reference: str, place: int, number: int) -> HttpResponse:
    """Call it off, with a reason."""
    meeting = meeting_for(request, reference, place, number, "group_work")
    return act_within(
        request, meeting.group, ReasonForm(typed(request)), "consultations/groups/group_meeting_cancel.html",
        meeting=meeting, done=_("It is called off. All who were called have a letter."),
        act=lambda data: services.group_meeting_cancel(meeting=meeting, reason=data["reason"], by=request.user),
        back=lambda _made: here(meeting.group, "group_meeting_page", number),
    )  # fmt: skip


@login_required
@get_and_post
def minuta_write(request: SignedInRequest, reference: str, place: int, number: int) -> HttpResponse:
    """Write what was discussed and who was present."""
    meeting = meeting_for(request, reference, place, number, "group_work")
    current = queries.minuta_of(meeting)
    people = list(queries.could_attend(meeting))
    base = current.number if current else 0
    initial = {"base": base}
    if current is not None:
        there = [row.person_id for row in current.present.all()]
        initial |= {"text": current.text, "present": there, "language": current.language}  # type: ignore[dict-item]
    form = MinutaForm(typed(request), people=people, initial=initial)
    return act_within(
        request, meeting.group, form, "consultations/groups/minuta_write.html",
        meeting=meeting, current=current, base=base,
        act=lambda data: services.minuta_write(meeting=meeting, by=request.user, **data),
        back=lambda _made: here(meeting.group, "group_meeting_page", number),
        done=_("Written. Each person present is asked to confirm it."),
        said=clean.render(current.text) if current else "",
    )  # fmt: skip


@require_safe
@never_cache
def minuta_page(request: HttpRequest, reference: str, place: int, number: int, version: int) -> HttpResponse:
    """An earlier minuta, as it was written and by whom it had been confirmed."""
    meeting = meeting_for(request, reference, place, number)
    minuta = meeting.minutas.select_related("by").prefetch_related("present__person").filter(number=version).first()
    if minuta is None:
        raise Http404(_("There is no such minuta."))
    last = queries.minuta_of(meeting)
    context = {
        "group": meeting.group, "consultation": meeting.group.consultation, "meeting": meeting, "minuta": minuta,
        "text": clean.render(minuta.text), "stands": last is not None and last.pk == minuta.pk,
    }  # fmt: skip
    return render(request, "consultations/groups/minuta_page.html", context)


@login_required
@require_POST
def minuta_confirm(request: SignedInRequest, reference: str, place: int, number: int, version: int) -> HttpResponse:
    """Confirm, as one who was present."""
    meeting = meeting_for(request, reference, place, number)
    minuta = meeting.minutas.filter(number=version).first()
    if minuta is None:
        raise Http404(_("There is no such minuta."))
    minuta.meeting = meeting
    return at_once(
        request, lambda: services.minuta_confirm(minuta=minuta, by=request.user), _("You confirmed the minuta."),
        here(meeting.group, "group_meeting_page", number),
    )  # fmt: skip
