"""The chat: that it opened or closed."""

from django.utils.translation import gettext as _

from sessions.core import events as e
from sessions.core.state import Room
from sessions.wording.lines.parts import Say


def _opened(ev: e.ChatOpened, x: e.Entry, room: Room) -> str:
    return _("The chat is open. It is not part of the minutes.")


def _closed(ev: e.ChatClosed, x: e.Entry, room: Room) -> str:
    return _("The chat is closed.")


LINES: dict[type, Say] = {e.ChatOpened: _opened, e.ChatClosed: _closed}
