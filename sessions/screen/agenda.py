"""The agenda: what was planned beside what was used, papers, and what earlier sessions left open."""

from dataclasses import dataclass
from typing import Any

from sessions.audiences import Audience
from sessions.before.late import late_words, short_by
from sessions.core.events import Pending
from sessions.core.state import Item, Paper, Room
from sessions.core.terms import ItemState, Phase
from sessions.models import Session
from sessions.screen.reserves import marked
from sessions.screen.script import to_the_next
from sessions.screen.timers import Timer, minutes, timer
from sessions.wording.words import titled, word


@dataclass(frozen=True, slots=True)
class Circulated:
    """A paper and, if it came late for the hour the session has, by how much in words (G27.I)."""

    id: str
    title: str
    late: str


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
    reserved: bool = False


def agenda(session: Session, room: Room, audience: Audience) -> dict[str, Any]:
    """The items in order; for the desk, which comes next and the sentence that opens it."""
    points = [_point(room, item) for item in room.items]
    free = room.phase is Phase.OPEN
    following = next((p for p in points if p.state is ItemState.PENDING), None) if free else None
    return {
        "points": points,
        "following": following,
        "loose": [_paper(room, p) for p in room.papers if not p.item],
        "script": to_the_next(following.title) if following and audience is Audience.DESK else "",
    }


def _point(room: Room, item: Item) -> Point:
    plan, open_ = item.plan, item.state is ItemState.OPEN
    used = item.watch.used
    return Point(
        plan.id, titled(plan), item.state, word(item.state), plan.minutes, minutes(used),
        used.total_seconds() > plan.minutes * 60, timer(item.watch, used) if open_ else None, item.outcome,
        [_paper(room, p) for p in room.papers if p.item == plan.id], item.pending, marked(room, plan.id),
    )  # fmt: skip


def _paper(room: Room, paper: Paper) -> Circulated:
    starts = room.starts_at or paper.circulated_at
    short = short_by(paper.circulated_at, starts, room.zone, room.rules.papers_days)
    return Circulated(paper.id, paper.title, late_words(short) if short else "")
