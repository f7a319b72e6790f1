"""In which order what waits is due: one light row each, and a whole clock only where somebody touched it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q, QuerySet

from consultations.modes.opinion.clock import deadlines_of
from consultations.modes.opinion.models import MoreTime, Pause, Submission
from incidencia.deadlines.deadline import Deadline
from incidencia.deadlines.queries import closed_days

NEVER = date.max
LIGHT = (
    "pk", "contribution__at", "contribution__consultation", "contribution__consultation__zone",
    "contribution__consultation__answer_days", "contribution__consultation__agency__acronym",
    "contribution__activity", "contribution__activity__answer_days", "contribution__activity__closes_at",
    "contribution__activity__cancelled_at",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Due:
    """A submission, its process and the last day of its term; `NEVER` while it stands paused."""

    pk: int
    consultation: int
    day: date


def last_days(rows: QuerySet[Submission]) -> list[Due]:
    """Promise the last day of each of `rows`, as `answering.queries.waiting_in` finds them. Constant queries.

    The terms of those that nobody paused, prolonged or sent back are counted out once for each day they start on.
    """
    touched = Q(Exists(Pause.objects.filter(submission=OuterRef("pk"))))
    touched |= Q(Exists(MoreTime.objects.filter(submission=OuterRef("pk")))) | Q(last_round__isnull=False)
    plain = list(rows.exclude(touched).order_by().values_list(*LIGHT))
    closed = {acronym: closed_days(acronym) for acronym in {row[5] for row in plain}}
    known: dict[tuple[Any, ...], date] = {}
    found = [Due(row[0], row[2], _day(row, closed[row[5]], known)) for row in plain]
    # The whole clock needs whole rows: those of `rows` that somebody touched, and none of the many others.
    whole = list(rows.filter(touched))
    clocks = deadlines_of(whole)
    return [*found, *(Due(one.pk, one.contribution.consultation_id, clocks[one.pk].due_on or NEVER) for one in whole)]


def first_on_top(found: Iterable[Due]) -> list[int]:
    """Promise the keys, what is due first on top and what stands paused last."""
    return [one.pk for one in sorted(found, key=lambda one: (one.day, one.pk))]


def _day(row: tuple[Any, ...], closed: Any, known: dict[tuple[Any, ...], date]) -> date:
    _pk, at, _process, zone, of_process, acronym, activity, of_activity, closes_at, cancelled_at = row
    ends = [instant for instant in (closes_at, cancelled_at) if instant is not None]
    starts_at: datetime = max(at, min(ends)) if ends else at
    days = of_activity if activity is not None else of_process
    facts = (starts_at.astimezone(ZoneInfo(zone)).date(), days, zone, acronym)
    if facts not in known:
        known[facts] = Deadline(starts_at, days=days, closed=closed, zone=zone).due_on or NEVER
    return known[facts]
