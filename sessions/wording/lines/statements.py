"""Written statements: that one was received. Its words are in the annex."""

from django.utils.translation import gettext as _

from sessions.core import events as e
from sessions.core.state import Room
from sessions.wording.lines.parts import Say
from sessions.wording.words import name_of


def _received(ev: e.WrittenStatementReceived, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("Written statement received from %(name)s:") % {"name": name_of(room, ev.seat)}, ev.title


LINES: dict[type, Say] = {e.WrittenStatementReceived: _received}
