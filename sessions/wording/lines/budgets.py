"""Speaking time by side."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sessions.core import events as e
from sessions.core.state import Room
from sessions.wording.lines.parts import Say, item
from sessions.wording.words import word


def _set(ev: e.BudgetSet, x: e.Entry, room: Room) -> str:
    facts = {"side": word(ev.side), "title": item(room, ev.item), "n": ev.minutes}
    if not ev.minutes:
        return _("The time of one side in “%(title)s” is no longer limited: %(side)s.") % facts
    return ngettext("Speaking time in “%(title)s”: %(side)s, %(n)d minute.",
                    "Speaking time in “%(title)s”: %(side)s, %(n)d minutes.", ev.minutes) % facts  # fmt: skip


LINES: dict[type, Say] = {e.BudgetSet: _set}
