"""What a page says of reserves: to those who may not hear, in the item's place; to those who may, beside it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sessions.audiences import Audience, hidden
from sessions.core.state import Reserve, Room
from sessions.core.terms import Circle
from sessions.wording.words import name_of, titled


@dataclass(frozen=True, slots=True)
class Notice:
    """The public version of a reserve. `heard`: whoever reads may hear what it keeps."""

    title: str
    heard: bool
    closed: bool
    ground: str
    article: str
    by: str
    at: datetime
    until: date
    told: str
    untold: str
    language: str
    decision: str
    decided_on: date | None
    confirm_by: date | None
    lifted: bool
    over: bool
    reservable: bool


def notice(room: Room, reserve: Reserve, *, heard: bool) -> Notice:
    """The notice of one reserve."""
    item = room.item(reserve.item)
    return Notice(
        titled(item.plan) if item else reserve.item, heard, reserve.circle is Circle.CLOSED, reserve.ground,
        reserve.article, name_of(room, reserve.by), reserve.at, reserve.until, reserve.told, reserve.untold,
        reserve.language, reserve.decision, reserve.decided_on, reserve.confirm_by, reserve.lifted is not None,
        not _stands(room, reserve), reserve.reservable,
    )  # fmt: skip


def sealed(room: Room, audience: Audience) -> dict[str, Any]:
    """For every region: `off_record`, the notice of the open item, and whether this audience does not hear it."""
    reserve = room.reserve_on(room.current) if room.current else None
    if reserve is None or not _stands(room, reserve):
        return {"off_record": room.off_record, "reserve": None, "unheard": False}
    unheard = reserve.id in hidden(audience, room)
    told = notice(room, reserve, heard=not unheard)
    return {"off_record": room.off_record, "reserve": told, "unheard": unheard}


def all_of(room: Room, audience: Audience) -> list[Notice]:
    """Every reserve of the session, the latest first."""
    kept = hidden(audience, room)
    return [notice(room, r, heard=r.id not in kept) for r in reversed(room.reserves)]


def marked(room: Room, item: str) -> bool:
    """Whether the agenda marks this item as reserved."""
    reserve = room.reserve_on(item)
    return reserve is not None and _stands(room, reserve)


def _stands(room: Room, reserve: Reserve) -> bool:
    """As hidden from the public, to whom every reserve that is not over applies."""
    return reserve.id in hidden(Audience.PUBLIC, room)
