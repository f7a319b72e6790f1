"""A programme as data: a row for each line, and for each task under it that everybody may read."""

from collections.abc import Iterator, Mapping
from typing import Any

from consultations.activities.models import Visibility
from consultations.modes.comanagement.models import Programme
from consultations.modes.comanagement.programmes.counting import LineCount, ObjectiveCount, counted
from consultations.modes.comanagement.queries import Standing

COLUMNS = (
    "kind", "objective", "objective_es", "objective_en", "objective_weight", "line", "line_es", "line_en",
    "line_weight", "line_done", "task", "task_title", "task_weight", "task_state", "task_due_on",
)  # fmt: skip
NO_TASK = dict.fromkeys(("task", "task_title", "task_weight", "task_state", "task_due_on"), "")


def rows_of(programme: Programme) -> Iterator[Mapping[str, Any]]:
    """Promise the tree row by row, in its order. Seven queries."""
    for objective in counted(programme).objectives:
        for line in objective.lines:
            told = _line(programme, objective, line)
            yield {**told, **NO_TASK}
            yield from ({**told, **_task(row)} for row in line.tasks if _is_public(row))


def _line(programme: Programme, of: ObjectiveCount, line: LineCount) -> dict[str, Any]:
    return {
        "kind": programme.kind, "objective": of.objective.place, "objective_es": of.objective.text_es,
        "objective_en": of.objective.text_en, "objective_weight": of.objective.weight, "line": line.line.place,
        "line_es": line.line.text_es, "line_en": line.line.text_en, "line_weight": line.line.weight,
        "line_done": f"{float(line.done):.4f}",
    }  # fmt: skip


def _task(row: Standing) -> dict[str, Any]:
    contribution = row.task.contribution
    return {
        "task": contribution.reference, "task_title": contribution.shown_title, "task_weight": row.task.weight,
        "task_state": row.state.value, "task_due_on": row.task.due_on,
    }  # fmt: skip


def _is_public(row: Standing) -> bool:
    activity = row.task.contribution.activity
    return activity is not None and activity.visibility == Visibility.PUBLIC
