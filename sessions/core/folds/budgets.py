"""Folds of speaking time by side."""

from dataclasses import replace

from sessions.core import events as e
from sessions.core.folds.fold import Fold
from sessions.core.state import Budget, Room


def _set(room: Room, ev: e.BudgetSet, x: e.Entry) -> Room:
    others = tuple(b for b in room.budgets if (b.item, b.side) != (ev.item, ev.side))
    made = (Budget(ev.item, ev.side, ev.minutes),) if ev.minutes else ()
    return replace(room, budgets=(*others, *made))


FOLDS: dict[type, Fold] = {e.BudgetSet: _set}
