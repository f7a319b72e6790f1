"""Powers of officials, conflicts of interest."""

from django.utils.translation import gettext as _

from sessions.core import events as e
from sessions.core.state import Room
from sessions.wording.lines.parts import Say, item
from sessions.wording.words import name_of


def _recorded(ev: e.CredentialsRecorded, x: e.Entry, room: Room) -> tuple[str, str]:
    name = {"name": name_of(room, ev.seat)}
    if not ev.empowered:
        return _("%(name)s states that they have no powers to agree.") % name, ev.document
    return _("%(name)s shows powers to agree:") % name, ". ".join(p for p in (ev.powers, ev.document) if p)


def _withdrawn(ev: e.CredentialsWithdrawn, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("The powers of %(name)s no longer count.") % {"name": name_of(room, ev.seat)}, ev.reason


def _conflict(ev: e.ConflictDeclared, x: e.Entry, room: Room) -> tuple[str, str]:
    return (
        _("%(name)s declares a conflict of interest in “%(title)s”:")
        % {"name": name_of(room, ev.seat), "title": item(room, ev.item)}
    ), ev.text  # fmt: skip


LINES: dict[type, Say] = {
    e.CredentialsRecorded: _recorded,
    e.CredentialsWithdrawn: _withdrawn,
    e.ConflictDeclared: _conflict,
}
