"""What every fold is: room, event, its entry → next room."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sessions.core.events import Entry
from sessions.core.state import Room

Fold = Callable[[Room, Any, Entry], Room]


def changed(rows: tuple[Any, ...], row_id: str, **changes: object) -> tuple[Any, ...]:
    """`rows` with the one of that id changed. Looked for from the end: nearly always one of the last changes."""
    for n in range(len(rows) - 1, -1, -1):
        if rows[n].id == row_id:
            return (*rows[:n], replace(rows[n], **changes), *rows[n + 1 :])
    return rows
