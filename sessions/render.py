"""Regions and journal lines as HTML: the very partials the page includes, from folded state, in one language.

The result depends on the session's fields, the room, the audience and the language; never on who looks or when.
"""

from collections.abc import Iterable

from django.template.loader import render_to_string
from django.utils import translation

from sessions import screen
from sessions.audiences import Audience, told
from sessions.core.events import Entry
from sessions.core.state import Room
from sessions.core.touches import DESK_REGIONS
from sessions.models import Session
from sessions.veiled import seen
from sessions.wording.rehearsal import WATERMARK


def region(name: str, session: Session, room: Room, audience: Audience, language: str) -> str:
    """One region of the room as this audience may see it. What is for the desk alone is empty for everybody else."""
    if name in DESK_REGIONS and audience is not Audience.DESK:
        return ""
    with translation.override(language):
        context = screen.context(name, session, seen(session, room, audience), audience)
        return str(render_to_string(f"sessions/parts/_{name}.html", context))


def regions(names: Iterable[str], session: Session, room: Room, audience: Audience, language: str) -> dict[str, str]:
    """Several regions by name, in the order of their names."""
    return {name: region(name, session, room, audience, language) for name in sorted(names)}


def line(entry: Entry, session: Session, room: Room, audience: Audience, language: str) -> str:
    """One line of the journal as this audience is told it; empty when it is not told."""
    heard = told(audience, entry, room)
    if heard is None:
        return ""
    with translation.override(language):
        context = screen.line(heard, session, seen(session, room, audience), audience)
        return str(render_to_string("sessions/parts/_line.html", context))


def watermark(language: str) -> str:
    """The words that stand over every page and frame of a rehearsal."""
    with translation.override(language):
        return str(WATERMARK)
