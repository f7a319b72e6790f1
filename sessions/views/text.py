"""The page of a text: as it is worked on, clean, what changed, and the history of each paragraph."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from incidencia.text.difference import Piece
from sessions import flags
from sessions.acting import Spec
from sessions.acts import ACTS, TEXTING
from sessions.audiences import Audience
from sessions.core.rules.table import on_table
from sessions.core.state import Room
from sessions.core.state.text import Paragraph, Text
from sessions.core.terms import Role
from sessions.models import Seat
from sessions.screen import text as screen
from sessions.views.room import entered
from sessions.wording import text as wording
from sessions.wording.words import name_of, word

VIEWS = {
    "working": gettext_lazy("Working version"), "clean": gettext_lazy("Clean version"),
    "changes": gettext_lazy("What changed"), "history": gettext_lazy("History"),
}  # fmt: skip
# The acts that begin at a paragraph.
HERE = ("submit_amendment", "place_bracket", "edit_paragraph", "agree_paragraph", "reopen_paragraph")


@dataclass(frozen=True, slots=True)
class Step:
    """A version of a paragraph: how it came about, and how it differs from the one before."""

    number: int
    how: str
    ref: str
    by: str
    at: Any
    words: str
    pieces: tuple[Piece, ...]


@never_cache
@require_safe
def room_text(request: HttpRequest, reference: str) -> HttpResponse:
    """A text of the session for whoever may hear its room; the door for whoever waits. 404 for an unknown one."""
    session, room, seat, audience = entered(request, reference)
    if audience is None:
        if seat:
            return redirect("room", reference)
        return render(request, "sessions/_outside.html", {"session": session, "room": room}, status=403)
    text = _chosen(room, request.GET.get("text", ""))
    view = request.GET.get("view", "working")
    context = {
        "session": session, "room": room, "seat": seat, "table": text, "view": view if view in VIEWS else "working",
        "views": VIEWS.items(), "texts": room.texts, "inside": audience is not Audience.PUBLIC,
    }  # fmt: skip
    if text:
        context |= screen.shown(room, text) | _told(room, text) | _offered(room, seat, text)
    return render(request, "sessions/room_text.html", context)


def _chosen(room: Room, name: str) -> Text | None:
    """The text that was asked for, else the one on the table, else the last one. Raises Http404."""
    if name:
        found = next((t for t in room.texts if t.id == name), None)
        if found is None:
            raise Http404(_("This session has no such text."))
        return found
    return on_table(room) or (room.texts[-1] if room.texts else None)


def _told(room: Room, text: Text) -> dict[str, Any]:
    agreed = room.agreement(text.agreement) if text.agreement else None
    return {
        "agreement": agreed,
        "corrected": agreed is not None and agreed.text != text.clean,
        "histories": [(p, text.label(p.id), _steps(room, p), _lifted(room, text, p)) for p in text.paragraphs],
        "changed": [(p, text.label(p.id), _since(p)) for p in text.paragraphs],
    }


def _lifted(room: Room, text: Text, p: Paragraph) -> list[tuple[str, str, str]]:
    """The brackets that stood in a paragraph: which, around which words, whose and how they ended."""
    told = []
    for b in text.brackets:
        if b.paragraph == p.id and b.lifted:
            whose = ", ".join(screen.called(room, s) for s in b.placers) or _("unattributed by rule")
            told.append((wording.bracket(text, b), b.quote, f"{whose} · {word(b.lifted)}"))
    return told


def _since(p: Paragraph) -> tuple[Piece, ...]:
    """From the words that were presented to those that stand; all of them new where an amendment added it."""
    return screen.changes("" if p.after else p.history[0].words, p.words)


def _steps(room: Room, p: Paragraph) -> list[Step]:
    before, told = "", []
    for v in p.history:
        pieces = screen.changes(before, v.words) if before else ()
        ref = wording.number(v.ref) if v.ref else ""
        by = name_of(room, v.by) if v.by else ""
        told.append(Step(v.number, word(v.how), ref, by, v.at, v.words, pieces))
        before = v.words
    return told


def _offered(room: Room, seat: Seat | None, text: Text) -> dict[str, Any]:
    """The acts of this seat that fit now: those that begin at a paragraph, and the others."""
    on = on_table(room)
    if seat is None or on is None or on.id != text.id:
        return {}
    words = flags.own(room, seat.key, Role(seat.role))
    fit: list[Spec] = [ACTS[n] for n in TEXTING if flags.fits(words, ACTS[n].fits)]
    return {"here": [s for s in fit if s.name in HERE], "others": [s for s in fit if s.name not in HERE]}
