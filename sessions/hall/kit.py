"""What is printed before a session for the hour in which nothing else works: sheets, each numbered and dated."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sessions.core.state import Room
from sessions.models import Session
from sessions.wording.ruleset import SAID
from sessions.wording.words import titled, word

# So many fit on a sheet of A4 and of letter paper, with two lines each.
PER_SHEET = {"people": 17, "roll_call": 17, "ballots": 8, "slips": 2, "turns": 16}
LINES = 34  # of an agenda; long titles and papers take more than one
SLIPS = 4  # agreements one may write by hand
TURNS = 32  # turns of a morning without a screen


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: what it is, its rows, and its place among all of them."""

    kind: str
    rows: Sequence[Any] = ()
    first: bool = True  # the first sheet of its kind
    number: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class Point:
    """An item of the agenda at the hour it is planned for."""

    number: int
    title: str
    at: datetime | None
    minutes: int
    papers: Sequence[str]

    @property
    def lines(self) -> int:
        """How much room it takes on a sheet."""
        return 2 + len(self.title) // 50 + sum(1 + len(p) // 60 for p in self.papers)


def kit(session: Session, room: Room) -> list[Sheet]:
    """Everything a session needs on paper, as it stands now. One query."""
    seats = list(session.seats.order_by("name", "id"))
    electors = [s for s in seats if s.votes]
    return numbered(
        Sheet("steps"),
        *_agenda_sheets(agenda(room)),
        *_sheets("people", seats),
        *_sheets("turns", range(1, TURNS + 1)),
        *_sheets("slips", range(1, SLIPS + 1)),
        *_sheets("roll_call", electors),
        *_sheets("ballots", electors),
        Sheet("rules"),
    )


def attendance(session: Session) -> list[Sheet]:
    """Everybody accredited, by name, with their badge and room for a signature. One query."""
    return numbered(*_sheets("people", list(session.seats.order_by("name", "id"))))


def agenda(room: Room) -> list[Point]:
    """The items in order, each at the hour that the plan gives it, with its papers."""
    at, points = room.starts_at, []
    for number, item in enumerate(room.items, 1):
        papers = [p.title for p in room.papers if p.item == item.plan.id]
        points.append(Point(number, titled(item.plan), at, item.plan.minutes, papers))
        at = at + timedelta(minutes=item.plan.minutes) if at else None
    return points


def brief(room: Room) -> dict[str, Any]:
    """The rules of the session that people ask for, in figures and words."""
    rules = room.rules
    return {
        "quorum": [SAID["quorum_over_percent"](rules), SAID["quorum_to_decide"](rules)],
        "speech": rules.speech_seconds // 60 or 1, "points": SAID["points"](rules), "window": rules.objection_seconds,
        "votes": [SAID[name](rules) for name in ("majority", "base", "majority_whole", "methods", "tie")],
        "balance": word(rules.balance), "observers": rules.observers_speak, "instructs": rules.chair_instructs,
    }  # fmt: skip


def numbered(*sheets: Sheet) -> list[Sheet]:
    """The sheets with their numbers."""
    return [replace(sheet, number=n, of=len(sheets)) for n, sheet in enumerate(sheets, 1)]


def _sheets(kind: str, rows: Sequence[Any]) -> Iterator[Sheet]:
    """As many sheets as the rows need; none for nothing."""
    most = PER_SHEET[kind]
    for start in range(0, len(rows), most):
        yield Sheet(kind, rows[start : start + most], start == 0)


def _agenda_sheets(points: Sequence[Point]) -> Iterator[Sheet]:
    """As many sheets as the agenda needs; an item stands on one of them, whole."""
    rows: list[Point] = []
    first = True
    for point in points:
        if rows and sum(p.lines for p in rows) + point.lines > LINES:
            yield Sheet("agenda", tuple(rows), first)
            rows, first = [], False
        rows.append(point)
    if rows:
        yield Sheet("agenda", tuple(rows), first)
