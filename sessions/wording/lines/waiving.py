"""Terms that were not met, and what the chair waived."""

from django.utils.translation import gettext as _

from sessions.core import events as e
from sessions.core.state import Room
from sessions.wording.lines.parts import Say


def _circulation(ev: e.CirculationWaived, x: e.Entry, room: Room) -> tuple[str, str]:
    title = next((p.title for p in room.papers if p.id == ev.paper), ev.paper)
    return _("The chair waives the term of the late paper “%(title)s”:") % {"title": title}, ev.reason


def _closed(ev: e.AmendmentsClosed, x: e.Entry, room: Room) -> str:
    return _("The term for amendments to the text on the table has ended.")


def _deadline(ev: e.DeadlineWaived, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("The chair waives the term for amendments:"), ev.reason


LINES: dict[type, Say] = {
    e.CirculationWaived: _circulation, e.AmendmentsClosed: _closed, e.DeadlineWaived: _deadline,
}  # fmt: skip
