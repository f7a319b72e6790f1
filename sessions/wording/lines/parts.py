"""What sentences are built of: names, items, instants, counts."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidencia.web import times
from sessions.core import events as e
from sessions.core.state import Room
from sessions.wording.words import name_of, titled

# Our sentence, or our sentence and the words somebody said.
Say = Callable[[Any, e.Entry, Room], tuple[str, str] | str]


def who(entry: e.Entry, room: Room) -> str:
    return name_of(room, entry.on_behalf_of or entry.by)


def item(room: Room, item_id: str) -> str:
    item = room.item(item_id)
    return titled(item.plan) if item else item_id


def when(room: Room, at: Any) -> str:
    return f"{times.long_day(at, room.zone)}, {times.hour(at, room.zone)}"


def count(count: e.Count) -> str:
    present = ngettext("%(n)d present with a vote", "%(n)d present with a vote", count.present) % {"n": count.present}
    said = _("%(present)s of %(entitled)d entitled, %(required)d needed") % {
        "present": present, "entitled": count.entitled, "required": count.required,
    }  # fmt: skip
    empowered = ngettext("%(n)d official with powers", "%(n)d officials with powers", count.empowered)
    return f"{said}; {empowered % {'n': count.empowered}}"
