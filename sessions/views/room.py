"""The room's page, what keeps it current, and why one stands where one stands on the list."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from incidencia.ids import new_token
from sessions import acting, acts, desk, flags, log, presence, queries, sound, tickets
from sessions import render as rendering
from sessions.acts import places
from sessions.audiences import Audience, audience_of_seat, hears, on_screen
from sessions.before.shown import objected_papers
from sessions.core.evolve import undone
from sessions.core.rules.balance import why_my_place
from sessions.core.state import Room
from sessions.core.terms import Phase, Role
from sessions.core.touches import DESK_REGIONS, REGIONS
from sessions.hall import finding, holding
from sessions.hub import cache, frames
from sessions.models import Seat, Session
from sessions.screen.floor import wait
from sessions.veiled import seen
from sessions.wording.rehearsal import SIMULATED
from sessions.wording.words import place, standing_of

LINES = 50
CONSOLE = (acting.Part.FLOOR, acting.Part.TEXT, acting.Part.SESSION, acting.Part.DOOR)
Shown = dict[str, Any]


def entered(
    request: HttpRequest, reference: str, screen: bool = False
) -> tuple[Session, Room, Seat | None, Audience | None]:
    """The session, its present room as whoever asks may see it, their seat and what they may hear.

    404 for an unknown one.

    A projector (`screen`) is no sign that its opener is there, and shows no more than the room hears.

    """
    session = get_object_or_404(Session.every, reference=reference, convened_at__isnull=False)
    room = desk.settled(session)
    seat = queries.seat_of(session, request.user)
    if room.seq != session.seq:
        session.refresh_from_db()
    link = None if seat else holding.link_of(request, session, room)
    seat = link.seat if link else seat
    if seat and not screen:
        presence.touch(seat)
    audience = holding.capped(audience_of_seat(session, room, seat), link)
    audience = on_screen(audience) if screen else audience
    return session, seen(session, room, audience), seat, audience


@never_cache
@require_safe
def room(request: HttpRequest, reference: str) -> HttpResponse:
    """The room for whoever may hear it; the door for whoever is accredited; what to do for everybody else."""
    session, now, seat, audience = entered(request, reference)
    words = _words(now, seat)
    context: Shown = {"session": session, "room": now, "seat": seat, "words": words}
    if seat is None and (fallen := holding.known_to(request, session)):
        context |= {"link": fallen[0], "elsewhere": fallen[0].turn != fallen[1]}
        return render(request, "sessions/hall/_link_gone.html", context, status=403)
    context["by_link"] = holding.by_link(session)
    if audience is None:
        page, status = ("sessions/_door.html", 200) if seat else ("sessions/_outside.html", 403)
        context |= {"knock": now.waiting.get(seat.key) if seat else None, "key": new_token()}
        return render(request, page, context, status=status)
    context |= _shown(session, now, audience) | _offered(now, seat, words, request.GET.get("duty", ""))
    context["unheard"] = str(sound.unheard(session, now)) if audience is Audience.DESK else ""
    context["example"] = finding.example(now) if audience is Audience.DESK else ""
    context["objected"] = objected_papers(session, now) if seat else []
    return render(request, "sessions/room.html", context)


@never_cache
@require_safe
def room_since(request: HttpRequest, reference: str) -> HttpResponse:
    """The frame that brings a page at `since` to the present, for whoever has no socket."""
    return since_answer(request, reference)


@never_cache
@require_safe
def room_ticket(request: HttpRequest, reference: str) -> HttpResponse:
    """A ticket for the socket of this very page."""
    return ticket_answer(request, reference)


def since_answer(request: HttpRequest, reference: str, screen: bool = False) -> HttpResponse:
    """The frame after `since` for a page or a projector (`screen`); 403 for whoever may not hear."""
    session, _now, _seat, audience = entered(request, reference, screen)
    if audience is None:
        return JsonResponse({"error": "not_admitted"}, status=403)
    since = request.GET.get("since", "")
    number = int(since) if since.isdecimal() and len(since) < 10 else 0
    return JsonResponse(frames.frame_since(session, audience, _language(), number))


def ticket_answer(request: HttpRequest, reference: str, screen: bool = False) -> HttpResponse:
    """A ticket for the socket of a page or a projector (`screen`); 403 for whoever may not hear."""
    session, _now, seat, audience = entered(request, reference, screen)
    if audience is None:
        return JsonResponse({"error": "not_admitted"}, status=403)
    link = holding.link_of(request, session, _now) if holding.by_link(session) else None
    held = holding.mark(link) if link else ""
    return JsonResponse({"ticket": tickets.issue(request, session, seat, audience, _language(), screen, held)})


@never_cache
@holding.seat_required
@require_safe
def room_place(request: HttpRequest, reference: str) -> HttpResponse:
    """Why one stands where one stands on the list: everybody ahead, each with the reason."""
    session, now, seat, _audience = entered(request, reference)
    ahead = why_my_place(now, seat.key) if seat else ()
    context = {
        "session": session, "room": now, "mine": now.request_of(seat.key) if seat else None, "number": len(ahead) + 1,
        "ahead": [(now.seats[a.seat], place(a.why)) for a in ahead if a.seat in now.seats],
    }  # fmt: skip
    return render(request, "sessions/room_place.html", context)


def _words(room: Room, seat: Seat | None) -> flags.Words:
    return flags.own(room, seat.key, Role(seat.role)) if seat else flags.flags(room)


def _shown(session: Session, room: Room, audience: Audience) -> Shown:
    """Every region as the stream would send it, and the last lines of the journal."""
    names = [n for n in REGIONS if n not in DESK_REGIONS or audience is Audience.DESK]
    language = _language()
    regions = {n: mark_safe(cache.region(n, session, room, audience, language)) for n in names}  # our own templates
    return {"regions": regions, "audience": audience, "desk": audience is Audience.DESK} | _journal(
        session, room, audience
    )


def _journal(session: Session, room: Room, audience: Audience) -> Shown:
    entries = log.entries(session, max(0, room.seq - LINES), room.seq)
    gone = undone(entries)
    heard = [x for x in entries if hears(audience, x, room)]
    lines = [(rendering.line(x, session, room, audience, _language()), x.seq in gone) for x in heard]
    struck = [mark_safe(html.replace("<li ", '<li class="undone" ', 1) if off else html) for html, off in lines]
    return {"journal": struck[::-1], "earlier": room.seq > LINES}


def _console(duty: str) -> Shown:
    """The console of an operator: with a duty (`floor` or `text`) the acts of the other one are folded away."""
    mine = {"floor": (acting.Part.SESSION, acting.Part.FLOOR), "text": (acting.Part.TEXT, acting.Part.DOOR)}
    shown: list[tuple[str, list[acting.Spec]]] = []
    others: list[tuple[str, list[acting.Spec]]] = []
    rest: list[acting.Spec] = []
    for part in CONSOLE:
        specs = acts.console()[part]
        own = duty not in mine or part in mine[duty]
        front = [s for s in specs if s.name in places.FRONT]
        (shown if own else others).append((part.value, front))
        rest += [s for s in specs if s.name not in places.FRONT]
    return {
        "console": shown, "others_front": others, "more": places.subjects(rest), "duty": duty if duty in mine else "",
    }  # fmt: skip


def _offered(room: Room, seat: Seat | None, words: flags.Words, duty: str = "") -> Shown:
    """The controls of this seat: all that could ever be its own, those that fit now marked as such."""
    if seat is None:
        return {}
    mine = room.request_of(seat.key)
    number = room.floor.requests.index(mine) if mine else 0
    secretariat = seat.role == Role.SECRETARIAT
    fit = {name for name, spec in acts.ACTS.items() if flags.fits(words, spec.fits)}
    others = {s.name for s in acts.for_others() if flags.fits(words, s.fits_for_others)}
    return {
        "dock_large": [acts.ACTS[n] for n in acts.MINE_LARGE],
        "dock_point": acts.ACTS["raise_point"],
        "dock": places.menu(acts.ACTS[n] for n in acts.MINE if n not in (*acts.MINE_LARGE, "raise_point")),
        "deciding": [acts.ACTS[n] for n in acts.DECIDING],
        "texting": [acts.ACTS[n] for n in acts.TEXTING],
        **_console(duty),
        "for_others": acts.for_others() if secretariat else [],
        "shortcuts": acts.shortcuts(),
        "fit": fit,
        "fit_for_others": others,
        "place": (number + 1, wait(room, number)) if mine else None,
        "over": room.phase in (Phase.SEALED, Phase.CANCELLED, Phase.NOT_HELD),
        "standing": standing_of(room.seats[seat.key]) if seat.key in room.seats else "",
        "simulated": SIMULATED if secretariat else {},
        "own": f"role-{seat.role}".replace("_", "-"),
    }


def _language() -> str:
    return get_language() or "es-mx"
