"""The agenda: what was planned beside what was used, papers, and what earlier sessions left open."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sessions.audiences import Audience
from sessions.before.late import late_words, short_by
from sessions.core.events import Pending
from sessions.core.overrun import overrun
from sessions.core.rules.meeting import begins
from sessions.core.state import Conflict, Item, Paper, Room
from sessions.core.terms import ItemState, Purpose
from sessions.models import Session
from sessions.screen.reserves import marked
from sessions.screen.timers import Timer, minutes, timer
from sessions.wording.purposes import purpose
from sessions.wording.words import name_of, titled, word


@dataclass(frozen=True, slots=True)
class Circulated:
    """A paper and, if it came late for the hour the session has, by how much in words (G27.I).

    `waived`: why the chair let it through.
    """

    id: str
    title: str
    late: str
    waived: str


@dataclass(frozen=True, slots=True)
class Point:
    """One item as it is shown. `timer` runs while it is open."""

    id: str
    title: str
    state: ItemState
    word: str
    planned: int
    used: int
    over: bool
    timer: Timer | None
    outcome: str
    papers: list[Circulated]
    pending: tuple[Pending, ...]
    conflicts: list[tuple[str, Conflict]]
    reserved: bool = False
    purpose: str = ""
    deferred_to: str = ""
    decision: bool = False  # opening it takes a look at what there is to know before


def agenda(session: Session, room: Room, audience: Audience) -> dict[str, Any]:
    """The items in order."""
    points = [_point(room, item) for item in room.items]
    return {
        "points": points,
        "adopted_at": room.order.adopted_at,
        "overrun": _overrun(room) if audience is Audience.DESK else None,
        "untreated": ("pending", "deferred"),
        "loose": [_paper(room, p) for p in room.papers if not p.item],
    }


@dataclass(frozen=True, slots=True)
class Late:
    """One row of what an overrun would mean, with the numbers of the items that fall off."""

    more: int
    item_ends: datetime
    ends: datetime
    falls_off: list[int]


def _overrun(room: Room) -> dict[str, Any] | None:
    """What becomes of the rest if the open item takes longer; nothing while its clock stands."""
    told = overrun(room)
    if told is None:
        return None
    numbers = {i.plan.id: n for n, i in enumerate(room.items, 1)}
    rows = [Late(r.more, r.item_ends, r.ends, [numbers[i] for i in r.falls_off]) for r in told.rows]
    return {"planned": told.planned, "fits_until": told.fits_until, "rows": rows}


def _point(room: Room, item: Item) -> Point:
    plan, open_ = item.plan, item.state is ItemState.OPEN
    used = item.watch.used
    return Point(
        plan.id, titled(plan), item.state, word(item.state), plan.minutes, minutes(used),
        used.total_seconds() > plan.minutes * 60, timer(item.watch, used) if open_ else None, item.outcome,
        [_paper(room, p) for p in room.papers if p.item == plan.id], item.pending,
        [(name_of(room, x.seat), x) for x in room.conflicts if x.item == plan.id], marked(room, plan.id),
        purpose(plan.decides), item.deferred_to, plan.decides is Purpose.DECISION,
    )  # fmt: skip


def _paper(room: Room, paper: Paper) -> Circulated:
    starts = begins(room, paper.circulated_at)
    short = short_by(paper.circulated_at, starts, room.zone, room.rules.papers_days)
    return Circulated(paper.id, paper.title, late_words(short) if short else "", paper.waived)
