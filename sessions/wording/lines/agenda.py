"""The agenda and its time."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sessions.core import events as e
from sessions.core.state import Room
from sessions.wording.lines.parts import Say, item
from sessions.wording.words import titled


def _item_added(ev: e.ItemAdded, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("An item is added to the agenda: “%(title)s”.") % {"title": titled(ev.item)}, ev.reason


def _item_opened(ev: e.ItemOpened, x: e.Entry, room: Room) -> str:
    return _("The chair opens “%(title)s”.") % {"title": item(room, ev.item)}


def _pending(ev: e.PendingListed, x: e.Entry, room: Room) -> str:
    late = sum(1 for a in ev.agreements if a.overdue)
    open_ = ngettext("%(n)d agreement of earlier sessions is open", "%(n)d agreements of earlier sessions are open",
                     len(ev.agreements)) % {"n": len(ev.agreements)}  # fmt: skip
    return _("%(open)s; overdue: %(late)d.") % {"open": open_, "late": late}


def _item_concluded(ev: e.ItemConcluded, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("“%(title)s” is concluded.") % {"title": item(room, ev.item)}, ev.outcome


def _item_deferred(ev: e.ItemDeferred, x: e.Entry, room: Room) -> tuple[str, str]:
    if ev.to:
        facts = {"title": item(room, ev.item), "session": ev.to}
        return _("“%(title)s” is deferred to session %(session)s.") % facts, ev.reason
    return _("“%(title)s” is deferred.") % {"title": item(room, ev.item)}, ev.reason


def _item_reopened(ev: e.ItemReopened, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("“%(title)s” is reopened.") % {"title": item(room, ev.item)}, ev.reason


def _item_time(ev: e.ItemTimeSet, x: e.Entry, room: Room) -> tuple[str, str]:
    return (
        ngettext("“%(title)s” now has %(n)d minute.", "“%(title)s” now has %(n)d minutes.", ev.minutes)
        % {"title": item(room, ev.item), "n": ev.minutes}
    ), ev.reason  # fmt: skip


LINES: dict[type, Say] = {
    e.ItemAdded: _item_added,
    e.ItemOpened: _item_opened,
    e.PendingListed: _pending,
    e.ItemConcluded: _item_concluded,
    e.ItemDeferred: _item_deferred,
    e.ItemReopened: _item_reopened,
    e.ItemTimeSet: _item_time,
}
