"""Invited experts."""

from django.utils.translation import gettext as _

from sessions.core import events as e
from sessions.core.state import Room
from sessions.wording.lines.parts import Say
from sessions.wording.words import name_of


def _asked(ev: e.ExpertAsked, x: e.Entry, room: Room) -> tuple[str, str]:
    return (
        _("%(name)s asks that %(expert)s be heard as an expert (G28), on:")
        % {"name": name_of(room, ev.seat), "expert": ev.name}
    ), ev.topic  # fmt: skip


def _invited(ev: e.ExpertInvited, x: e.Entry, room: Room) -> tuple[str, str]:
    return (
        _("The chair invites %(name)s to speak in this item as an expert, on:") % {"name": name_of(room, ev.seat)}
    ), ev.topic


LINES: dict[type, Say] = {e.ExpertAsked: _asked, e.ExpertInvited: _invited}
