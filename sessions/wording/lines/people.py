"""The door."""

from django.utils.translation import gettext as _

from sessions.core import events as e
from sessions.core.state import Room
from sessions.wording.lines.parts import Say
from sessions.wording.words import name_of, word


def _knocked(ev: e.AdmissionAsked, x: e.Entry, room: Room) -> str:
    return _("%(name)s asks to be admitted.") % {"name": ev.name}


def _admitted(ev: e.PersonAdmitted, x: e.Entry, room: Room) -> str:
    provisional = _("provisional accreditation") if ev.provisional else ""
    what = ", ".join(p for p in (ev.capacity or word(ev.role), ev.organization, provisional) if p)
    return _("%(name)s joins (%(what)s).") % {"name": ev.name, "what": what}


def _not_admitted(ev: e.AdmissionRefused, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("%(name)s is not admitted.") % {"name": ev.name}, ev.reason


def _left(ev: e.PersonLeft, x: e.Entry, room: Room) -> str:
    return _("%(name)s leaves.") % {"name": name_of(room, ev.seat)}


def _removed(ev: e.PersonRemoved, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("%(name)s is removed from the room.") % {"name": name_of(room, ev.seat)}, ev.reason


def _confirmed(ev: e.AccreditationConfirmed, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("The accreditation of %(name)s is confirmed.") % {"name": name_of(room, ev.seat)}, ev.document


LINES: dict[type, Say] = {
    e.AdmissionAsked: _knocked,
    e.PersonAdmitted: _admitted,
    e.AdmissionRefused: _not_admitted,
    e.PersonLeft: _left,
    e.PersonRemoved: _removed,
    e.AccreditationConfirmed: _confirmed,
}
