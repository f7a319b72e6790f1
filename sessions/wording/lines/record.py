"""Corrections, and acts taken back."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sessions.core import events as e
from sessions.core.state import Room
from sessions.core.terms import Slip
from sessions.wording.lines.parts import Say
from sessions.wording.words import name_of, word


def _corrected(ev: e.SlipCorrected, x: e.Entry, room: Room) -> tuple[str, str]:
    was, now = ev.was, ev.now
    if ev.slip is Slip.TURN_SPEAKER:
        was, now = name_of(room, was), name_of(room, now)
    said = _("Correction (%(what)s, %(ref)s): it said “%(was)s”; it says “%(now)s”.")
    return said % {"what": word(ev.slip), "ref": ev.ref, "was": was, "now": now}, ev.reason


def _undone(ev: e.ActUndone, x: e.Entry, room: Room) -> str:
    lines = ", ".join(str(n) for n in ev.entries)
    return ngettext("Line %(lines)s is undone.", "Lines %(lines)s are undone.", len(ev.entries)) % {"lines": lines}


LINES: dict[type, Say] = {
    e.SlipCorrected: _corrected,
    e.ActUndone: _undone,
}
