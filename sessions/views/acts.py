"""One page for every act of the room: its small form, and the door it goes through."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from incidencia.accounts.requests import SignedInRequest
from incidencia.clock import now
from incidencia.ids import new_token
from incidencia.web.refusals import Refused
from sessions import desk, facts, flags
from sessions.acting import Asked, Part, Spec
from sessions.acts import ACTS, APART, for_others
from sessions.acts.places import FRONT
from sessions.audiences import Audience, audience_of_seat
from sessions.audiences import told as told_to
from sessions.core import behalf
from sessions.core.commands import RequestFloor
from sessions.core.refusals import Code
from sessions.core.refusals import Refused as RoomRefused
from sessions.core.state import Room
from sessions.core.state import Seat as Place
from sessions.core.terms import Role, Via
from sessions.forms.room import ActForm
from sessions.hall.holding import by_link, seat_required
from sessions.models import Seat, Session
from sessions.screen.next_act import next_act
from sessions.veiled import seen
from sessions.views.room import entered
from sessions.wording import voting
from sessions.wording.lines import line as line_of
from sessions.wording.refusals import worded

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

# Acts that do several things, or whose line of the journal is not for whoever did them.
SEVERAL: dict[str, "_StrPromise | Callable[[desk.Done], str]"] = {
    "admit_waiting": gettext_lazy("Whoever was waiting is admitted."),
    "open_lobby": gettext_lazy("The lobby is open."),
    "cast_vote": gettext_lazy("The vote was counted."),
    "change_vote": gettext_lazy("The vote was changed; this one counts."),
    "cast_ballot": gettext_lazy("Your ballot is in the urn. It was counted once."),
    "show_temperature": gettext_lazy("The answer was counted."),
    "roll_call": lambda done: voting.recorded(len(done.entries)),
    "slow_down": gettext_lazy("Whoever has the floor is asked to speak slower."),
}


POWERS = {"desk", "chairs", "opens", "stands-in", "role-secretariat"}


def seated(request: SignedInRequest, reference: str) -> tuple[Session, Room, Seat]:
    """The session, its present room and the seat of whoever acts. Raises PermissionDenied without a seat."""
    return _entered(request, reference)[:3]


def _entered(request: SignedInRequest, reference: str) -> tuple[Session, Room, Seat, Audience | None]:
    session, room, seat, audience = entered(request, reference)
    if seat is None:
        raise PermissionDenied(_("You have no seat in this session. Ask the secretariat to accredit you."))
    return session, room, seat, audience


@never_cache
@seat_required
@require_safe
def act_list(request: SignedInRequest, reference: str) -> HttpResponse:
    """Everything this seat can do now, as links: what the room's controls are without a script."""
    session, room, seat, audience = _entered(request, reference)
    words = flags.own(room, seat.key, Role(seat.role)) - (POWERS if by_link(session) else set())
    mine = [s for s in ACTS.values() if s.name in APART and not _leads(s)]
    groups: list[tuple[str, list[Spec]]] = [("mine", mine)]
    groups += [(part.value, [s for s in ACTS.values() if s.part is part and s not in mine]) for part in Part]
    fit = [(name, [s for s in specs if _offered(room, seat, words, s)]) for name, specs in groups]
    told = [(n, *_in_front(n, specs)) for n, specs in fit if specs]
    others = [s for s in for_others() if flags.fits(words, s.fits_for_others)]
    context = {
        "session": session,
        "room": room,
        "groups": told,
        "others": others,
        **(next_act(session, room, audience) if audience else {}),
        "parts": Part,
        "key": new_token(),
    }
    return render(request, "sessions/act_list.html", context)


def _in_front(name: str, specs: list[Spec]) -> tuple[list[Spec], list[Spec]]:
    """What stands open and what is folded; where nothing would stand open, everything does."""
    front = specs if name == "mine" else [s for s in specs if s.name in FRONT]
    return (front, [s for s in specs if s not in front]) if front else (specs, [])


def _leads(spec: Spec) -> bool:
    return bool(POWERS & set(spec.who.split()))


def _offered(room: Room, seat: Seat, words: flags.Words, spec: Spec) -> bool:
    if spec.name == "undo":
        mine = next((r for r in reversed(room.recent) if r.by == seat.key), None)
        young = mine is not None and now() - mine.written < timedelta(seconds=room.rules.undo_seconds)
        return young and mine is not None and mine.undoable
    return flags.fits(words, spec.fits)


@sensitive_post_parameters("choice", "stance")
@never_cache
@seat_required
@require_http_methods(["GET", "POST"])
def act(request: SignedInRequest, reference: str, name: str) -> HttpResponse:
    """Fill in an act and do it. Refused: the same form with what was typed, why, and what to do (422)."""
    session, present, seat, audience = _entered(request, reference)
    spec = ACTS.get(name)
    if spec is None:
        raise Http404(_("There is no such act."))
    barred = _barred(present, seat, audience, spec, by_link(session))
    room = Room() if barred else present  # a form tells of the room only whom the act is for
    for_other = spec.behalf and seat.role == Role.SECRETARIAT and "others" in (request.GET | request.POST)
    options: dict[str, Any] = {"room": room, "session": session, "for_others": for_other, "late": spec.late,
                               "asker": seat.key}  # fmt: skip
    if for_other:
        options["able"] = _able(session, room, seat, spec)
    failed: Refused | None = None
    if request.method == "POST":
        form = spec.form(request.POST, **options)
        if barred:
            failed = worded(barred)
        elif form.is_valid():
            try:
                return _done(request, session, spec, _do(request, session, room, seat, spec, form), seat)
            except RoomRefused as refusal:
                failed, present = worded(refusal), seen(session, desk.settle(session.pk), audience)
                form.refused(present)
            except Refused as refusal:
                failed = refusal
    else:
        # No link fills in what nobody sees.
        hidden = {n for n, f in spec.form.base_fields.items() if f.widget.is_hidden}
        asked = {name: value for name, value in request.GET.items() if name not in hidden}
        form = spec.form(initial=asked, **options)
    context = {
        "session": session, "room": present, "spec": spec, "form": form, "failed": failed, "others": for_other,
        "warnings": spec.warns(session, room) if spec.warns and not barred else [],
        "back": reverse("room", args=[reference]),
        "instructs": _instructs(present, seat, spec), "dialog": bool(request.htmx),
    }  # fmt: skip
    page = "sessions/_act_form.html" if request.htmx else "sessions/act.html"
    return render(request, page, context, status=422 if request.method == "POST" else 200)


def _able(session: Session, room: Room, seat: Seat, spec: Spec) -> tuple[Place, ...]:
    """Those for whom the secretariat could do it now, as the rules say. Two queries."""
    known = facts.gather(session, room, RequestFloor())
    return behalf.those(room, seat.key, Role(seat.role), behalf.ASKS[spec.name], known)


def _barred(
    room: Room, seat: Seat, audience: Audience | None, spec: Spec, held_by_link: bool
) -> RoomRefused | None:  # fmt: skip
    """Why the act is not for this seat whatever it fills in, or None when that depends on the moment."""
    if spec.name == "ask_admission":
        return None
    if audience is None:
        return RoomRefused(Code.NOT_ADMITTED, seat=seat.key)
    words = flags.own(room, seat.key, Role(seat.role)) - (POWERS if held_by_link else set())
    powers = POWERS & set(spec.who.split())
    return None if not powers or powers & words else RoomRefused(Code.NOT_YOURS)


def _do(request: SignedInRequest, session: Session, room: Room, seat: Seat, spec: Spec, form: ActForm) -> desk.Done:
    data = form.cleaned_data
    behalf = data.get("behalf", "")
    via = Via(data["via"]) if behalf else Via.LINK if by_link(session) else Via.WEB
    via = Via.PAPER if via is Via.WEB and data.get("paper") and POWERS & set(spec.who.split()) else via
    asked = Asked(session, room, seat, request.user, data["key"], data, form, behalf, via, form.happened_at())
    return spec.do(asked)


def _done(request: SignedInRequest, session: Session, spec: Spec, done: desk.Done, seat: Seat) -> HttpResponse:
    """Without a script back to the room; with one, a line that says so and the way to take it back."""
    written = {x.seq for x in done.entries}
    undo = spec.undoable and any(r.undoable and written & set(r.entries) for r in done.room.recent)
    session.seq = done.room.seq
    audience = audience_of_seat(session, done.room, seat) or Audience.PUBLIC
    room = seen(session, done.room, audience)
    said = _told(spec, done, audience, room)
    address = reverse("room", args=[session.reference])
    if spec.repeats:
        kept = urlencode({"language": request.POST.get("language", "")[:8]})
        address = f"{reverse('act', args=[session.reference, spec.name])}?{kept}"
    if request.htmx:
        context = {"said": said, "undo": undo, "session": session, "room": room}
        return render(request, "sessions/_act_done.html", context)
    messages.success(request, said)
    return HttpResponse(status=303, headers={"Location": address})


def _told(spec: Spec, done: desk.Done, audience: Audience, room: Room) -> str:
    """What happened, as the journal says it; the act's own name where nothing new was written."""
    if done.again and (spec.name not in SEVERAL or spec.name == "roll_call"):
        return _("That was done already; it is not written twice.")
    if said := SEVERAL.get(spec.name):
        return said(done) if callable(said) else str(said)
    told = [line_of(entry, room) for entry in done.entries[:1] if told_to(audience, entry, done.room) is entry]
    words = [f"{line.sentence} {Truncator(line.said).words(20)}".strip() for line in told]
    return words[0] if words else _("Done: %(what)s.") % {"what": spec.label}


def _instructs(room: Room, seat: Seat, spec: Spec) -> bool:
    """Whether the record will say that the secretariat acted on the chair's instruction."""
    return seat.role == Role.SECRETARIAT and spec.who in ("chairs", "opens") and room.rules.chair_instructs
