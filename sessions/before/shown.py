"""What the page of a session shows of what happens before it opens."""

from typing import Any

from sessions.before import late, queries
from sessions.before.forms import AttendanceForm
from sessions.before.holding import is_before
from sessions.before.objecting import is_untreated
from sessions.before.proposable import proposals_until
from sessions.core.state import Room
from sessions.models import Paper, PaperObjection, Seat, Session


def papers_shown(session: Session, room: Room, seat: Seat | None, papers: list[Paper]) -> dict[str, Any]:
    """Promise which papers came late and by how much, who objected, and to which this seat may. One query."""
    short = late.late_ones(session, papers)
    objected = queries.objections_of(session) if seat and short else {}
    open_ = [p.pk for p in papers if p.pk in short and is_untreated(room, p)]
    mine = {pk: o for pk, rows in objected.items() for o in rows if seat and o.seat_id == seat.pk}
    return {
        "late": short, "objected": objected, "mine": mine, "untreated": open_,
        "objectable": [pk for pk in open_ if seat and seat.votes and pk not in mine],
    }  # fmt: skip


def attendance_shown(session: Session, seat: Seat | None) -> dict[str, Any]:
    """Promise the totals of the answers, this seat's own and its alternate; nothing once it opened. Two queries."""
    if seat is None or not is_before(session):
        return {}
    answers = queries.answers_of(session)
    own = next((a for a in answers if a.seat.pk == seat.pk), None)
    return {
        "forecast": queries.forecast_of(session, answers), "own_answer": own,
        "attendance_form": AttendanceForm(initial={"answer": own.answer if own else None}),
        "alternate": queries.alternate_of(seat), "proposals_until": proposals_until(session),
    }  # fmt: skip


def objected_papers(session: Session, room: Room) -> list[tuple[Paper, list[PaperObjection]]]:
    """Promise the papers objected to whose item was not opened, with the objections. One query."""
    found = queries.objections_of(session).values()
    there = {p.id for p in room.papers}  # the room as somebody may see it: a reserved paper is not in it
    open_ = (rows for rows in found if str(rows[0].paper.pk) in there)
    return [(rows[0].paper, rows) for rows in open_ if is_untreated(room, rows[0].paper)]
