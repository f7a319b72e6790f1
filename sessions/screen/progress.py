"""The agenda beside a session that is going on or over: what became of each item."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from sessions.core.state import Item, Room
from sessions.core.terms import ItemState, Phase
from sessions.wording.words import word

TONES = {ItemState.OPEN: "live", ItemState.DEFERRED: "near"}


@dataclass(frozen=True, slots=True)
class Row:
    """An item with what became of it, empty where that is not told. `outcome`: in the chair's words."""

    item: Item
    word: str = ""
    tone: str = ""
    outcome: str = ""


def progress(room: Room, *, told: bool) -> list[Row]:
    """The items in order. With `told`, once the session was opened, each with what became of it."""
    if not told or room.opened_at is None:
        return [Row(i) for i in room.items]
    return [_row(room, i) for i in room.items]


def _row(room: Room, item: Item) -> Row:
    if item.state is ItemState.WITHDRAWN:  # says so itself, with its reason
        return Row(item)
    agreed = [a.id for a in room.agreements if a.item == item.plan.id and not a.superseded]
    if agreed and item.state is ItemState.CONCLUDED:
        return Row(item, _("Agreed: %(ids)s") % {"ids": ", ".join(agreed)}, "ok", item.outcome)
    if item.state is ItemState.PENDING and room.phase in (Phase.CLOSED, Phase.SEALED):
        return Row(item, pgettext("agenda item", "Not reached"), "near")
    return Row(item, word(item.state), TONES.get(item.state, ""), item.outcome)
