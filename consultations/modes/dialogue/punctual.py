"""How punctual the authority is with its turns: each one is a duty, also the one lost to silence."""

from collections.abc import Iterator
from datetime import datetime

from consultations.modes.dialogue.clock import Closed
from consultations.modes.dialogue.models import Turn
from consultations.modes.dialogue.turn import Side
from consultations.punctuality.row import Owed
from consultations.spine.queries import for_everybody
from incidencia.deadlines.deadline import Deadline
from incidencia.deadlines.punctuality import Duty
from incidencia.deadlines.queries import closed_days

LIGHT = (
    "thread__contribution__consultation", "thread__contribution__consultation__zone",
    "thread__contribution__consultation__agency__acronym", "since", "days", "ended_at", "met",
)  # fmt: skip


def owed() -> Iterator[Owed]:
    """Promise the turns of the authority in public threads, with their terms. One query, and one per agency."""
    rows = Turn.objects.filter(
        for_everybody("thread__contribution__"), side=Side.PUBLIC.value,
        thread__contribution__consultation__published_at__isnull=False,
    )  # fmt: skip
    closed: dict[str, Closed] = {}
    for process, zone, acronym, since, days, ended_at, met in rows.order_by("pk").values_list(*LIGHT):
        if acronym not in closed:
            closed[acronym] = closed_days(acronym)
        met_at: datetime | None = ended_at if met else None
        yield Owed(process, Duty(Deadline(since, days=days, closed=closed[acronym], zone=zone, met_at=met_at)))
