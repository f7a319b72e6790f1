"""Speaking time by side: set by the chair, used by turns. It silences nobody: beyond it the chair says why."""

from datetime import timedelta

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.facts import Facts
from sessions.core.refusals import Code, refuse_if
from sessions.core.rules import limits
from sessions.core.rules.meeting import BEFORE, SITTING, phase
from sessions.core.state import Budget, Room
from sessions.core.terms import Side


def set_budget(room: Room, ask: c.SetBudget, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, *BEFORE, *SITTING)
    refuse_if(not room.rules.budgets, Code.BUDGETS_OFF)
    refuse_if(room.item(ask.item) is None, Code.UNKNOWN_ITEM)
    refuse_if(ask.side is Side.GUEST, Code.NO_SIDE)
    return (e.BudgetSet(ask.item, ask.side, limits.between(ask.minutes, 0, 600)),)


def budget_of(room: Room, side: Side, item: str = "") -> Budget | None:
    """What this side may use in that item, else in the open one; None: no limit."""
    there = item or room.current
    if not room.rules.budgets:
        return None
    return next((b for b in room.budgets if b.item == there and b.side is side), None)


def used(room: Room, side: Side, item: str = "") -> timedelta:
    """The time of the turns this side has taken in that item, without the one that runs."""
    there = item or room.current
    taken = (t for t in room.turns if t.item == there and t.seat in room.seats and room.seats[t.seat].side is side)
    return sum((t.used for t in taken), timedelta())


def over(room: Room, side: Side) -> bool:
    """Whether the turns of this side have used up its budget in the open item."""
    budget = budget_of(room, side)
    return budget is not None and used(room, side) >= budget.length
