"""The language of a turn. Captions have a line for whoever reads the log at the desk; no journal tells it."""

from django.utils.translation import gettext as _

from sessions.core import events as e
from sessions.core.state import Room
from sessions.wording.lines.parts import Say
from sessions.wording.tongues import tongue


def _marked(ev: e.LanguageMarked, x: e.Entry, room: Room) -> str:
    return _("Language of turn %(n)s: %(language)s.") % {
        "n": ev.turn[1:], "language": tongue(ev.language),
    }  # fmt: skip


def _appended(ev: e.CaptionAppended, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("Caption of turn %(n)s (%(language)s):") % {
        "n": ev.turn[1:], "language": tongue(ev.language),
    }, ev.words  # fmt: skip


LINES: dict[type, Say] = {e.LanguageMarked: _marked, e.CaptionAppended: _appended}
