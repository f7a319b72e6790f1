"""Positions beside an agreement."""

from django.utils.translation import gettext as _

from sessions.core import events as e
from sessions.core.state import Room
from sessions.wording.lines.parts import Say
from sessions.wording.words import name_of


def _explained(ev: e.PositionExplained, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("%(name)s explains their position on agreement %(agreement)s:") % _who(ev, room), ev.text


def _dissociated(ev: e.Dissociated, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("%(name)s dissociates from agreement %(agreement)s:") % _who(ev, room), ev.text


def _handed_in(ev: e.TextHandedIn, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("%(name)s hands in the written text on agreement %(agreement)s:") % _who(ev, room), ev.text


def _who(ev: e.PositionExplained | e.Dissociated | e.TextHandedIn, room: Room) -> dict[str, str]:
    return {"name": name_of(room, ev.seat), "agreement": ev.agreement}


LINES: dict[type, Say] = {
    e.PositionExplained: _explained,
    e.Dissociated: _dissociated,
    e.TextHandedIn: _handed_in,
}
