"""Holding and releasing every clock of the room at once: speech, item, window."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from sessions.core.state import Item, Room
from sessions.core.stopwatch import Stopwatch
from sessions.core.terms import Hold

Turn = Callable[[Stopwatch], Stopwatch]


def hold_all(room: Room, why: Hold, at: datetime) -> Room:
    """Every clock stands still because of `why`."""
    return _each(room, lambda w: w.hold(why, at))


def release_all(room: Room, why: Hold, at: datetime) -> Room:
    """`why` no longer holds any clock."""
    return _each(room, lambda w: w.release(why, at))


def _each(room: Room, turn: Turn) -> Room:
    speech, proposal = room.floor.speech, room.proposal
    floor = replace(room.floor, speech=replace(speech, watch=turn(speech.watch)) if speech else None)
    items = tuple(_item(i, turn) if i.plan.id == room.current else i for i in room.items)
    held = replace(proposal, watch=turn(proposal.watch)) if proposal else None
    return replace(room, floor=floor, items=items, proposal=held)


def _item(item: Item, turn: Turn) -> Item:
    return replace(item, watch=turn(item.watch))


def running(at: datetime) -> Stopwatch:
    """A clock that runs from `at`."""
    return Stopwatch().start(at)
