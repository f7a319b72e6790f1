"""Entry → the sentence of the journal, in the active language. One row for every event.

A sentence rests on the entry and on names of seats and items alone, never on what may change later:
what is read after a reload is what was read live.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _

from incidencia.web import times
from sessions.core import events as e
from sessions.core.state import Room
from sessions.core.terms import Via
from sessions.wording.lines import (
    agenda,
    amending,
    budgets,
    captions,
    chat,
    credentials,
    decisions,
    experts,
    floor,
    meeting,
    motions,
    pacing,
    people,
    positions,
    questions,
    record,
    replies,
    reserves,
    statements,
    text,
    votes,
    waiving,
)
from sessions.wording.lines.parts import Say
from sessions.wording.words import name_of, word

LATE_ENTRY = timedelta(seconds=20)

LINES: dict[type, Say] = {
    **meeting.LINES, **people.LINES, **agenda.LINES, **floor.LINES, **decisions.LINES, **record.LINES,
    **votes.LINES, **questions.LINES, **text.LINES, **amending.LINES, **credentials.LINES, **positions.LINES,
    **budgets.LINES, **replies.LINES, **experts.LINES, **motions.LINES, **captions.LINES, **reserves.LINES,
    **statements.LINES,
    **chat.LINES,
    **waiving.LINES,
    **pacing.LINES,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the journal: our sentence; the words somebody said, in their language; how it got there."""

    sentence: str
    said: str = ""
    language: str = ""
    notes: tuple[str, ...] = ()


def line(entry: e.Entry, room: Room) -> Line:
    """The line for an entry. Raises KeyError for an event without a row (a test looks)."""
    told = LINES[type(entry.event)](entry.event, entry, room)
    sentence, said = (told, "") if isinstance(told, str) else told
    return Line(sentence, said, getattr(entry.event, "language", ""), tuple(_notes(entry, room)))


def _notes(entry: e.Entry, room: Room) -> list[str]:
    found = []
    if entry.instructed_by:
        found.append(_("on the chair's instruction"))
    if entry.on_behalf_of:
        found.append(
            _("entered by the secretariat for %(name)s, %(via)s")
            % {"name": name_of(room, entry.on_behalf_of), "via": word(entry.via)}
        )
    elif entry.via is not Via.WEB:
        found.append(word(entry.via))
    if entry.by and entry.written - entry.at > LATE_ENTRY:
        found.append(
            _("happened at %(at)s, entered at %(written)s")
            % {"at": times.hour(entry.at, room.zone), "written": times.hour(entry.written, room.zone)}
        )
    return found
