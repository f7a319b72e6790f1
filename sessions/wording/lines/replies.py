"""Rights of reply."""

from django.utils.translation import gettext as _

from sessions.core import events as e
from sessions.core.state import Room
from sessions.wording.lines.parts import Say
from sessions.wording.words import name_of


def _asked(ev: e.ReplyAsked, x: e.Entry, room: Room) -> tuple[str, str]:
    return (
        _("%(name)s, named in turn %(n)s, asks for a right of reply:")
        % {"name": name_of(room, ev.seat), "n": ev.to[1:]}
    ), ev.reason  # fmt: skip


def _withdrawn(ev: e.ReplyWithdrawn, x: e.Entry, room: Room) -> str:
    return _("%(name)s gives up the right of reply.") % {"name": name_of(room, ev.seat)}


def _granted(ev: e.ReplyGranted, x: e.Entry, room: Room) -> str:
    return _("The chair grants %(name)s a right of reply, at the end of the list.") % {
        "name": name_of(room, ev.seat)
    }


def _refused(ev: e.ReplyRefused, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("The chair gives %(name)s no right of reply.") % {"name": name_of(room, ev.seat)}, ev.reason


def _given(ev: e.ReplyGiven, x: e.Entry, room: Room) -> str:
    return _("Turn %(n)s is a right of reply.") % {"n": ev.turn[1:]}


LINES: dict[type, Say] = {
    e.ReplyAsked: _asked,
    e.ReplyWithdrawn: _withdrawn,
    e.ReplyGranted: _granted,
    e.ReplyRefused: _refused,
    e.ReplyGiven: _given,
}
