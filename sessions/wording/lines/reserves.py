"""Off the record, reserved items, and who may hear them."""

from django.utils.translation import gettext as _

from incidencia.web import times
from sessions.core import events as e
from sessions.core.state import Room
from sessions.core.terms import Circle
from sessions.wording.lines.parts import Say, item, who
from sessions.wording.words import name_of


def _off(ev: e.WentOffRecord, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("The room goes off the record: nothing is decided nor noted until it is back."), ev.reason


def _on(ev: e.CameOnRecord, x: e.Entry, room: Room) -> str:
    return _("The room is back on record.")


def _classified(ev: e.ItemClassified, x: e.Entry, room: Room) -> tuple[str, str]:
    closed = ev.circle is Circle.CLOSED
    said = (
        _("“%(title)s” is reserved until %(until)s by %(name)s: only those cleared by the desk hear it. %(ground)s "
          "(%(article)s). What can be told:")
        if closed
        else _("“%(title)s” is reserved until %(until)s by %(name)s: only those admitted hear it. %(ground)s "
               "(%(article)s). What can be told:")
    )  # fmt: skip
    facts = {
        "title": item(room, ev.item), "until": times.short_day(ev.until, room.zone), "name": who(x, room),
        "ground": ev.ground, "article": ev.article,
    }  # fmt: skip
    return said % facts, ev.told or _("nothing, because: %(reason)s") % {"reason": ev.untold}


def _confirmed(ev: e.ReserveConfirmed, x: e.Entry, room: Room) -> str:
    return _("The Transparency Committee confirmed the reserve of “%(title)s”: decision %(number)s of %(day)s.") % {
        "title": _title(room, ev.reserve), "number": ev.decision, "day": times.short_day(ev.decided_on, room.zone),
    }  # fmt: skip


def _declassified(ev: e.ItemDeclassified, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("“%(title)s” is not reserved any more: what was kept is open.") % {
        "title": _title(room, ev.reserve)
    }, ev.reason  # fmt: skip


def _title(room: Room, reserve: str) -> str:
    found = next((r.item for r in room.reserves if r.id == reserve), "")
    return item(room, found)


def _cleared(ev: e.SeatCleared, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("%(name)s may hear closed items.") % {"name": ev.name}, ev.undertaking


def _uncleared(ev: e.SeatUncleared, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("%(name)s may not hear closed items any more.") % {"name": name_of(room, ev.seat)}, ev.reason


LINES: dict[type, Say] = {
    e.WentOffRecord: _off, e.CameOnRecord: _on, e.ItemClassified: _classified, e.ReserveConfirmed: _confirmed,
    e.ItemDeclassified: _declassified, e.SeatCleared: _cleared, e.SeatUncleared: _uncleared,
}  # fmt: skip
