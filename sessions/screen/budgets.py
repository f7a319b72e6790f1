"""The time of each side in the open item, and what is left of it."""

from dataclasses import dataclass, replace

from sessions.core.rules import budgets
from sessions.core.state import Room
from sessions.core.terms import Side
from sessions.screen.timers import Timer, minutes, timer
from sessions.wording.words import word


@dataclass(frozen=True, slots=True)
class Spent:
    """Minutes used of those a side has; the turn that runs is not counted here."""

    side: str
    used: int
    minutes: int
    over: bool


def spent(room: Room) -> list[Spent]:
    """The budgets of the open item."""
    found = []
    for side in (Side.CIVIL, Side.PUBLIC):
        budget = budgets.budget_of(room, side)
        if budget:
            used = minutes(budgets.used(room, side))
            found.append(Spent(word(side), used, budget.minutes, budgets.over(room, side)))
    return found


@dataclass(frozen=True, slots=True)
class Running:
    """The budget of the side that has the floor, with the turn that runs as a clock."""

    side: str
    minutes: int
    timer: Timer


def running(room: Room) -> Running | None:
    """The budget the present turn is using, if there is one."""
    speech = room.floor.speech
    seat = room.seats.get(speech.seat) if speech else None
    budget = budgets.budget_of(room, seat.side) if seat else None
    if speech is None or seat is None or budget is None:
        return None
    watch = replace(speech.watch, used=speech.watch.used + budgets.used(room, seat.side))
    clock = replace(timer(watch, budget.length), words=str(minutes(watch.used)))
    return Running(word(seat.side), budget.minutes, clock)
