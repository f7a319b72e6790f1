"""A list of tasks: what was asked for, who must act, how many wait for each side."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.paginator import Paginator
from django.utils.translation import gettext as _

from consultations.activities.models import Activity
from consultations.moderation.queries import rules_of
from consultations.modes.comanagement import seats
from consultations.modes.comanagement.queries import Standing, tasks_of
from consultations.modes.comanagement.states import CIVIL, PUBLIC, SIDES, State
from consultations.modes.comanagement.wording import STATES
from incidencia.accounts.models import Person

PER_PAGE = 50
BOARD = "tablero"
COLUMNS = (State.PROPOSED, State.IN_PROGRESS, State.BLOCKED, State.DISPUTED, State.DELIVERED, State.DONE)


def listed(viewer: Person | None, activity: Activity, asked: Mapping[str, str]) -> dict[str, Any]:
    """Promise what the list or the board shows of the tasks of an activity. Constant queries."""
    member = seats.seat_of(viewer, activity.consultation) if viewer is not None else None
    rows = tasks_of(activity)
    choices = filters(member.side if member else "")
    chosen = asked.get("filtro", "")
    chosen = chosen if chosen in dict(choices) else ""
    shown = [row for row in rows if kept(row, chosen, viewer, member.side if member else "")]
    page = Paginator(shown, PER_PAGE).get_page(asked.get("page"))
    on_board = asked.get("vista") == BOARD
    here = shown if on_board else list(page.object_list)
    hidden = rules_of([row.task.contribution for row in here])
    told = [(row, hidden.get(row.task.contribution_id)) for row in here]
    return {
        "rows": told, "page": page, "count": len(rows), "choices": choices, "chosen": chosen, "board": on_board,
        "columns": columns(told) if on_board else [], "load": load(rows), "is_member": member is not None,
    }  # fmt: skip


def filters(side: str) -> list[tuple[str, str]]:
    """Promise the filters that make sense to a reader: members are told of the other side, others of both."""
    if side:
        which = [("mias", _("Mine")), ("otra", _("Waiting for the other side"))]
    else:
        which = [("civil", _("Waiting for civil society")), ("publica", _("Waiting for the public service"))]
    return [("", _("All")), *which, ("vencidas", _("Past their date"))]


def kept(row: Standing, chosen: str, viewer: Person | None, side: str) -> bool:
    """Promise whether a row passes a filter."""
    if chosen == "mias":
        return row.led_by(viewer)
    if chosen == "otra":
        return bool(row.waits & SIDES - {side})
    if chosen in ("civil", "publica"):
        return (CIVIL if chosen == "civil" else PUBLIC) in row.waits
    return row.is_late if chosen == "vencidas" else True


def columns(rows: Sequence[tuple[Standing, Any]]) -> list[tuple[str, list[tuple[Standing, Any]]]]:
    """Promise the board: a column for each state, and what stands in it; what is cancelled is only in the list."""
    return [(str(STATES[state]), [one for one in rows if one[0].state is state]) for state in COLUMNS]


def load(rows: Sequence[Standing]) -> list[tuple[str, int]]:
    """Promise how many open tasks wait for each side, for both, and for somebody else. Sides, never persons."""
    waiting = [row.waits for row in rows if row.is_open]
    return [
        (_("Civil society"), sum(one == {CIVIL} for one in waiting)),
        (_("Public service"), sum(one == {PUBLIC} for one in waiting)),
        (_("Both sides"), sum(one == SIDES for one in waiting)),
        (_("Somebody else"), sum("third" in one for one in waiting)),
    ]
