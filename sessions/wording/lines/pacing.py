"""The time of a turn."""

from django.utils.translation import gettext as _

from sessions.core import events as e
from sessions.core.state import Room
from sessions.wording.lines.parts import Say
from sessions.wording.ruleset.sentences import length


def _set(ev: e.SpeakingTimeSet, x: e.Entry, room: Room) -> str:
    if not ev.seconds:
        return _("The chair goes back to the speaking time of the rules.")
    return _("The chair sets the speaking time on this item: each turn lasts %(length)s.") % {
        "length": length(ev.seconds)
    }


LINES: dict[type, Say] = {e.SpeakingTimeSet: _set}
