"""What the page of a contribution shows of a task."""

from typing import Any

from consultations.mode import Panel
from consultations.modes.comanagement import seats
from consultations.modes.comanagement.history import Happened, history, read
from consultations.modes.comanagement.models import Task
from consultations.modes.comanagement.queries import Standing, standing, whole
from consultations.modes.comanagement.states import State
from consultations.modes.comanagement.wording import NEXT
from consultations.spine.models import Contribution
from incidencia.accounts.models import Person
from incidencia.text import clean

MOST_NOTES = 50


def task(viewer: Person | None, contribution: Contribution) -> Panel:
    """Promise its state and who must act, its leads, deliverables, results and keys, dates, notes and history.

    Constant queries.
    """
    row = whole().get(pk=contribution.pk)
    row.contribution = contribution
    stands, happened = standing(row), read(row)
    words = contribution.hidden_at is None or bool(
        viewer and viewer.has_perm("consultations.contribution_words", contribution)
    )
    notes = row.notes.select_related("by").prefetch_related("attachments").order_by("-at", "-pk")
    context: dict[str, Any] = {
        "task": row,
        "standing": stands,
        "words": words,
        "next": NEXT[stands.state],
        "goal": clean.render(row.goal) if words else "",
        "risks": clean.render(row.risks) if words and row.risks else "",
        "deliverables": list(row.deliverables.all()) if words else [],
        "result": _latest(happened) if words else None,
        "notes": [(one, clean.render(one.text)) for one in notes[:MOST_NOTES]] if words else [],
        "shifts": [one for one in happened.shifts if one.assented and one.after is not None],
        "dispute": next((one for one in happened.disputes if one.settled_at is None), None) if words else None,
        "history": history(row, happened) if words else [],
        "led_to": _led_to(contribution),
        **_acts(viewer, row, stands),
    }
    return Panel("consultations/modes/comanagement/_task.html", context)


def _latest(happened: Happened) -> dict[str, Any] | None:
    if not happened.results:
        return None
    row = happened.results[-1]
    told = [(one.deliverable, clean.render(one.text)) for one in row.evidence.all()]
    return {
        "row": row,
        "evidence": told,
        "links": row.links.splitlines(),
        "keys": {k.side: k for k in row.keys.all()},
    }


def _led_to(contribution: Contribution) -> list[Contribution]:
    links = contribution.came_from.select_related("earlier").order_by("pk")
    return [one.earlier for one in links]


def _acts(viewer: Person | None, row: Task, stands: Standing) -> dict[str, Any]:
    """What this viewer may do now. Two queries at most."""
    nothing: dict[str, Any] = {"seat": None, "asked": False, "leads": False}
    if viewer is None:
        return nothing
    seat = seats.seat_of(viewer, row.contribution.consultation)
    mine = stands.leads.get(seat.side) if seat else None
    own = mine is not None and seat is not None and mine.person_id == viewer.pk
    leads = own and mine is not None and mine.accepted_at is not None
    state, shift = stands.state, stands.shift
    turned = seat is not None and any(key.side == seat.side for key in stands.facts.keys)
    under_way = leads and stands.is_open and stands.facts.started
    return {
        "seat": seat, "leads": leads, "may_note": seat is not None,
        "asked": own and not leads and stands.is_open,
        "may_name": seat is not None and stands.is_open,
        "may_deliver": leads and state is State.IN_PROGRESS,
        "may_accept": leads and state is State.DELIVERED and not turned,
        "may_return": leads and state is State.DELIVERED,
        "may_block": leads and state is State.IN_PROGRESS,
        "may_unblock": leads and state is State.BLOCKED,
        "may_dispute": leads and state in (State.IN_PROGRESS, State.BLOCKED, State.DELIVERED),
        "may_settle": leads and state is State.DISPUTED,
        "may_shift": under_way and shift is None,
        "may_answer": under_way and shift is not None and seat is not None and shift.side != seat.side,
        "may_withdraw": viewer.pk == row.contribution.author_id and state is State.PROPOSED,
    }  # fmt: skip
