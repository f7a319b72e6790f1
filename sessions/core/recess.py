"""A recess to another day (a session in permanence): when it goes on. Pure."""

from datetime import datetime, timedelta

from sessions.core.circulation import day_of
from sessions.core.state import Room
from sessions.core.terms import ItemState, Phase


def goes_on(room: Room) -> datetime | None:
    """The instant announced on another day, while the session is suspended until then; else None."""
    until = room.suspended_until
    since = room.sittings[-1].ended if room.sittings else None
    if room.phase is not Phase.SUSPENDED or until is None or since is None:
        return None
    return until if day_of(until, room.zone) != day_of(since, room.zone) else None


def left(room: Room) -> timedelta:
    """What the items still to come, and the open one, have left of their planned time."""
    open_ = [i for i in room.items if i.state is ItemState.OPEN]
    rest = timedelta(minutes=sum(i.plan.minutes for i in room.items if i.state is ItemState.PENDING))
    for item in open_:
        rest += max(timedelta(minutes=item.plan.minutes) - item.watch.used, timedelta())
    return rest
