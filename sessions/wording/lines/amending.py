"""The agenda as a whole."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sessions.core import events as e
from sessions.core.state import Room
from sessions.core.terms import AgendaChange
from sessions.wording.lines.parts import Say, item
from sessions.wording.words import titled


def _adopted(ev: e.AgendaAdopted, x: e.Entry, room: Room) -> str:
    many = ngettext("%(n)d item", "%(n)d items", len(ev.items)) % {"n": len(ev.items)}
    if ev.amended:
        return _("The agenda is adopted as amended, with %(items)s: no objection was heard.") % {"items": many}
    return _("The agenda is adopted, with %(items)s: no objection was heard.") % {"items": many}


def _amended(ev: e.AgendaAmended, x: e.Entry, room: Room) -> tuple[str, str]:
    title = item(room, ev.item)
    if ev.change is AgendaChange.MOVED:
        said = _("“%(title)s” is moved before “%(before)s”.") % {"title": title, "before": item(room, ev.before)}
    elif ev.change is AgendaChange.WITHDRAWN:
        said = _("“%(title)s” is withdrawn from the agenda.") % {"title": title}
    else:
        said = _("An item of the agenda now reads “%(title)s”.") % {"title": titled(ev)}
    return said, ev.reason


def _extended(ev: e.ItemExtended, x: e.Entry, room: Room) -> tuple[str, str]:
    return (
        ngettext("“%(title)s” gets %(n)d minute more.", "“%(title)s” gets %(n)d minutes more.", ev.minutes)
        % {"title": item(room, ev.item), "n": ev.minutes}
    ), ev.reason  # fmt: skip


LINES: dict[type, Say] = {e.AgendaAdopted: _adopted, e.AgendaAmended: _amended, e.ItemExtended: _extended}
