"""What falls off the agenda if the open item takes longer. Pure, and computed from recorded facts alone.

It informs the desk and decides nothing. No present instant is needed: each row says when the item would end, so a
row whose hour has passed is plainly past.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sessions.core.recess import left
from sessions.core.rules.amending import FIXED
from sessions.core.state import Room
from sessions.core.terms import ItemState

STEPS = (0, 10, 20)


@dataclass(frozen=True, slots=True)
class Row:
    """The open item takes `more` minutes than planned: when it ends, when everything would, and what falls off.

    `falls_off` are the items that no longer fit before the planned end, from the last one backwards; attendance,
    reading of agreements and closing belong to every session and stay.
    """

    more: int
    item_ends: datetime
    ends: datetime
    falls_off: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overrun:
    """`planned`: the end the session was convened for; None where no end is left to compare with.

    `fits_until`: nothing falls off if the open item ends by then; None where something falls off anyway.
    """

    planned: datetime | None
    fits_until: datetime | None
    rows: tuple[Row, ...]


def planned_end(room: Room) -> datetime | None:
    """The end for which the session was convened; on a later day, the time it had not used by then."""
    if room.ends_at is None or room.starts_at is None or not room.sittings:
        return room.ends_at
    if len(room.sittings) == 1:
        return room.ends_at
    sat = sum(((s.ended or s.began) - s.began for s in room.sittings[:-1]), timedelta())
    rest = room.ends_at - room.starts_at - sat
    return room.sittings[-1].began + rest if rest > timedelta() else None


def overrun(room: Room) -> Overrun | None:
    """What becomes of the rest of the agenda; None while no item is open or its clock stands still."""
    item = room.item(room.current)
    if item is None or item.watch.since is None:
        return None
    as_planned = item.watch.since + max(timedelta(minutes=item.plan.minutes) - item.watch.used, timedelta())
    rest = left(room) - max(timedelta(minutes=item.plan.minutes) - item.watch.used, timedelta())
    end = planned_end(room)
    rows = tuple(_row(room, as_planned + timedelta(minutes=n), rest, end, n) for n in STEPS)
    fits = end - rest if end is not None and not rows[0].falls_off else None
    return Overrun(end, fits, rows)


def _row(room: Room, item_ends: datetime, rest: timedelta, end: datetime | None, more: int) -> Row:
    over = item_ends + rest - end if end is not None else timedelta()
    gone: list[str] = []
    for item in reversed([i for i in room.items if i.state is ItemState.PENDING and i.plan.kind not in FIXED]):
        if over <= timedelta():
            break
        gone.append(item.plan.id)
        over -= timedelta(minutes=item.plan.minutes)
    return Row(more, item_ends, item_ends + rest, tuple(reversed(gone)))
