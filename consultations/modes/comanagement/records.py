"""Tasks as data, row by row, in constant memory."""

from collections.abc import Iterator, Mapping
from typing import Any

from consultations.activities.models import Activity
from consultations.modes.comanagement.models import Task
from consultations.modes.comanagement.queries import Standing, standing, whole

COLUMNS = (
    "reference", "proposed_at", "title", "goal", "state", "must_act", "agreement", "programme", "line", "weight",
    "lead_civil", "lead_public", "territory", "public_resources", "resources_programme", "resources_amount",
    "baseline_on", "due_on", "started_at", "delivered_at", "done_at", "cancelled_at",
)  # fmt: skip
CHUNK = 200


def of_activity(activity: Activity) -> Iterator[Mapping[str, Any]]:
    """Promise one row for each task of an activity, the oldest first; five queries for each 200.

    What moderation hides is left out, but not that there is a task.
    """
    rows = whole().filter(contribution__activity=activity).order_by("pk")
    last = 0
    while chunk := list(rows.filter(pk__gt=last)[:CHUNK]):
        yield from (_row(standing(task)) for task in chunk)
        last = chunk[-1].pk


def _row(row: Standing) -> Mapping[str, Any]:
    task: Task = row.task
    contribution, hidden = task.contribution, task.contribution.hidden_at is not None
    return {
        "reference": contribution.reference, "proposed_at": contribution.at, "title": contribution.shown_title,
        "goal": "" if hidden else task.goal, "state": row.state.value, "must_act": " ".join(sorted(row.waits)),
        "agreement": task.agreement.reference if task.agreement else "",
        "programme": task.line.objective.programme.number if task.line else "", "line": str(task.line or ""),
        "weight": task.weight, "lead_civil": _lead(row, "civil"), "lead_public": _lead(row, "public"),
        "territory": "" if hidden else task.territory, "public_resources": "yes" if task.uses_public_money else "no",
        "resources_programme": "" if hidden else task.money_programme, "resources_amount": task.money_amount or "",
        "baseline_on": task.baseline_on, "due_on": task.due_on, "started_at": task.started_at or "",
        "delivered_at": task.delivered_at or "", "done_at": task.done_at or "",
        "cancelled_at": task.cancelled_at or "",
    }  # fmt: skip


def _lead(row: Standing, side: str) -> str:
    lead = row.leads.get(side)
    return lead.person.name if lead else ""
