"""Pages that show minutes: the document, its changes, the log it rests on, the data."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from sessions import desk
from sessions import queries as queries_of_seats
from sessions.acts.session import reopens
from sessions.minutes import changes, journal, queries, services, show
from sessions.minutes.exporters import json
from sessions.minutes.queries import Record
from sessions.minutes.rules import record_for
from sessions.models import Session


def record_or_404(reference: str, *, rehearsals: bool = False) -> Record:
    """The record of a session that is over; 404 where there is none yet. With `rehearsals` of theirs, too."""
    known = Session.every if rehearsals else Session.objects
    session = get_object_or_404(known, reference=reference, convened_at__isnull=False)
    row = services.drafted(session)
    if row is None:
        raise Http404(_("Minutes are drafted when the session closes."))
    return queries.record_of(row)


def readable(request: HttpRequest, reference: str) -> Record:
    """The record as whoever asks may read it. Raises PermissionDenied with the reason."""
    record = record_or_404(reference)
    if not request.user.has_perm("sessions.minutes_read", record.row):
        raise PermissionDenied(
            _("These minutes are not public yet. Until then, those who were admitted read them once they circulate.")
        )
    return record_for(request.user, record)


@never_cache
@require_safe
def minutes_page(request: HttpRequest, reference: str) -> HttpResponse:
    """The document; to those who can do something with it, also what and until when."""
    record = record_or_404(reference, rehearsals=True)
    if not request.user.has_perm("sessions.minutes_read", record.row):
        if record.session.rehearsal:
            raise PermissionDenied(_("The draft of a rehearsal is for whoever presided and the secretariat."))
        context = {"session": record.session, "work": record.work, "held": record.document.identity.held}
        return render(request, "sessions/minutes/minutes_page_pending.html", context, status=403)
    final = record.session.phase in services.FINAL
    told = record_for(request.user, record)
    seat = None if final else queries_of_seats.seat_of(record.session, request.user)
    context = {
        "shown": show.shown(told, request.user, final=final), "session": record.session,
        "reopens": not final and reopens(desk.settle(record.session.pk), seat),
    }  # fmt: skip
    return render(request, "sessions/minutes/minutes_page.html", context)


@never_cache
@require_safe
def minutes_changes(request: HttpRequest, reference: str) -> HttpResponse:
    """What changed between the draft that the log gave and the minutes: words, author, time, reason."""
    record = readable(request, reference)
    context = {"record": record, "session": record.session, "changed": changes.by_passage(record)}
    return render(request, "sessions/minutes/minutes_changes.html", context)


@never_cache
@require_safe
def minutes_log(request: HttpRequest, reference: str) -> HttpResponse:
    """The log line by line, each with its leaf: what the minutes rest on and how to check it."""
    record = readable(request, reference)
    desk = request.user.has_perm("sessions.minutes_desk", record.row)
    context = {"record": record, "session": record.session, "lines": journal.lines(record, desk=desk)}
    return render(request, "sessions/minutes/minutes_log.html", context)


@never_cache
@require_safe
def minutes_json(request: HttpRequest, reference: str) -> HttpResponse:
    """The minutes as data, with what an outsider needs to recompute the head of the log."""
    record = readable(request, reference)
    response = HttpResponse(json.write(record), content_type="application/json")
    response["Content-Disposition"] = f'inline; filename="{record.session.reference}.json"'
    return response
