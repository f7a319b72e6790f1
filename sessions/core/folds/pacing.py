"""Folds of the time of a turn."""

from dataclasses import replace

from sessions.core import events as e
from sessions.core.folds.fold import Fold
from sessions.core.state import Room


def _set(room: Room, ev: e.SpeakingTimeSet, x: e.Entry) -> Room:
    items = tuple(replace(i, turn_seconds=ev.seconds) if i.plan.id == ev.item else i for i in room.items)
    return replace(room, items=items)


FOLDS: dict[type, Fold] = {e.SpeakingTimeSet: _set}
