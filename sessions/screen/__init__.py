"""What each region of the room shows: from the session's fields, the folded room and the audience. Nothing else.

Never from who looks, nor from the present instant: timers are facts that the browser reads.
"""

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import reverse

from sessions import flags
from sessions.audiences import Audience
from sessions.core.events import Entry
from sessions.core.state import Room
from sessions.core.touches import (
    AGENDA,
    AGREEMENTS,
    CAPTIONS,
    DECISION,
    FLOOR,
    LIST,
    LOBBY,
    NEXT,
    PEOPLE,
    QUESTIONS,
    STATUS,
    TEXT,
)
from sessions.models import Session
from sessions.screen import agenda, captions, decision, floor, next_act, people, questions, reserves, status, text
from sessions.wording.lines import line as line_of

Shown = Callable[[Session, Room, Audience], dict[str, Any]]

OF: dict[str, Shown] = {
    STATUS: status.status,
    AGENDA: agenda.agenda,
    FLOOR: floor.floor,
    LIST: floor.speakers,
    DECISION: decision.decision,
    AGREEMENTS: decision.agreements,
    PEOPLE: people.people,
    LOBBY: people.lobby,
    QUESTIONS: questions.questions,
    NEXT: next_act.next_act,
    TEXT: text.text,
    CAPTIONS: captions.captions,
}


def context(name: str, session: Session, room: Room, audience: Audience) -> dict[str, Any]:
    """What `templates/sessions/parts/_<name>.html` needs, in the active language.

    `desk` says whether the desk looks; `acts` is the address under which every act has its page.
    """
    inside = audience is not Audience.PUBLIC  # outside nobody is told who comes and goes
    return {
        **OF[name](session, room, audience),
        "session": session,
        "room": room,
        "desk": audience is Audience.DESK,
        "acts": reverse("act_list", args=[session.reference]),
        "flags": flags.said(flags.OF[name](room)),
        "inside": inside,
        **reserves.sealed(room, audience),
        "marks": flags.marked(name, room) if inside else "",
    }


def line(entry: Entry, session: Session, room: Room, audience: Audience) -> dict[str, Any]:
    """What `templates/sessions/parts/_line.html` needs: the same live and after a reload."""
    told = {"entry": entry, "line": line_of(entry, room), "zone": session.zone, "undoes": _undoes(entry)}
    zone = ZoneInfo(session.zone)
    return told | {"dated": entry.at.astimezone(zone).date() != session.starts_at.astimezone(zone).date()}


def _undoes(entry: Entry) -> str:
    return " ".join(str(n) for n in getattr(entry.event, "entries", ()))
