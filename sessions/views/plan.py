"""Pages of a session outside its room: what anybody may know of it, its calendar entry and its papers."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from incidencia.mail.links import absolute
from incidencia.web.templatetags.ui import local
from sessions import desk, queries
from sessions.acts.session import reopens
from sessions.after.shown import owed_shown
from sessions.after.statements import window
from sessions.before.shown import attendance_shown, papers_shown
from sessions.beside import beside
from sessions.calendar import ics
from sessions.core.due import next_instant
from sessions.core.terms import ItemState, Phase
from sessions.models import Paper, Session
from sessions.papers import reader_of, shown_to
from sessions.rehearsal.services import rehearsals_of
from sessions.screen.progress import progress
from sessions.screen.reserves import all_of
from sessions.services.papers import KINDS
from sessions.silence.settling import settle_due
from sessions.silence.shown import silences_shown
from sessions.veiled import seen
from sessions.wording.next_step import next_step
from sessions.wording.ruleset import stated

PER_PAGE = 20


def session_seen(request: HttpRequest, reference: str, permission: str = "sessions.session_see") -> Session:
    """The session of that reference, if this person may do `permission` with it: 404 or 403 otherwise."""
    session = get_object_or_404(Session.objects.select_related("minutes"), reference=reference)
    if not request.user.has_perm(permission, session):
        raise PermissionDenied
    return session


@require_safe
def session_list(request: HttpRequest) -> HttpResponse:
    """Coming and past sessions, found by words without accents."""
    asked = request.GET.get("q", "").strip()[:100]
    coming = [] if asked else queries.coming(5)
    rest = queries.found(asked).exclude(pk__in=[session.pk for session in coming])
    page = Paginator(rest, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "asked": asked, "coming": coming}
    if request.user.is_authenticated:
        context["drafts"] = list(queries.prepared_by(request.user))
    return render(request, "sessions/session_list.html", context)


@require_safe
def session_page(request: HttpRequest, reference: str) -> HttpResponse:
    """What the session is, its agenda and papers, and what this person can do next."""
    session = session_seen(request, reference)
    settle_due()
    seat = queries.seat_of(session, request.user)
    room, before = desk.settled(session), (Phase.PLANNED, Phase.LOBBY)
    rules = room.rules if room.convened else queries.rules_of(session)
    circulated = session.papers.filter(circulated_at__isnull=False).order_by("item_position", "id")
    papers = shown_to(session, room, seat, circulated)
    reader = reader_of(session, room, seat)
    room = seen(session, room, reader)
    context = {
        "session": session, "seat": seat, "room": room, "papers": papers,
        "reserves": all_of(room, reader),
        "drafted": [] if room.convened else list(session.draft_items.all()),
        "may_read": bool(seat) or session.public_live,
        "may_prepare": request.user.has_perm("sessions.session_prepare", session),
        "next": next_step(session, room, seat, request.user),
        "reopens": reopens(room, seat), "sealing": next_instant(room) if room.phase is Phase.CLOSED else None,
        "planned": sum(i.plan.minutes for i in room.items if i.state is not ItemState.WITHDRAWN),
        "agenda": progress(room, told=bool(seat) or session.public_live or _published(session)),
        "before": session.phase in before,
        "beside": beside(session, request.user), "rules": rules, "stated": stated(rules),
        "may_announce": not room.convened and request.user.has_perm("sessions.session_announce", session),
        "rehearse": session.phase in before and request.user.has_perm("sessions.session_convene", session),
        "rehearsals": rehearsals_of(session) if seat and session.phase in before else [],
        "reads_answers": request.user.has_perm("sessions.attendance_list", session),
        **papers_shown(session, room, seat, papers), **attendance_shown(session, seat),
        **owed_shown(session, room, seat), "statement_window": window(room, seat),
        **silences_shown(session, room, seat),
    }  # fmt: skip
    return render(request, "sessions/session_page.html", context)


def _published(session: Session) -> bool:
    minutes = getattr(session, "minutes", None)
    return minutes is not None and minutes.published_at is not None


@require_safe
def session_calendar(request: HttpRequest, reference: str) -> HttpResponse:
    """The calendar entry; the ways in only for a seat."""
    session = session_seen(request, reference)
    seat = queries.seat_of(session, request.user)
    address = absolute(reverse("session_page", args=[session.reference]))
    file = ics(session, seat=seat, title=local(session, "title"), address=address)
    answer = HttpResponse(file, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{session.reference}.ics"'
    return answer


@require_safe
def paper_page(request: HttpRequest, reference: str, pk: int) -> HttpResponse | FileResponse:
    """A paper: its text as a page, its file as a download. Nobody reads it before it is theirs to read."""
    session = session_seen(request, reference)
    paper = get_object_or_404(Paper.objects.select_related("session"), pk=pk, session=session)
    if not request.user.has_perm("sessions.paper_see", paper):
        raise PermissionDenied
    if not paper.file:
        return render(request, "sessions/paper_page.html", {"session": session, "paper": paper})
    suffix = "." + str(paper.file.name).rpartition(".")[2]
    return FileResponse(
        paper.file.open("rb"), as_attachment=True, filename=f"{' '.join(paper.title[:80].split())}{suffix}",
        content_type=KINDS.get(suffix, "application/octet-stream"),
    )  # fmt: skip
