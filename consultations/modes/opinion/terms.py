"""The terms of many: one light row each, and a whole clock only where somebody touched it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from consultations.modes.opinion.clock import WHOLE, deadlines_of
from consultations.modes.opinion.models import Inadmission, MoreTime, Pause, ResponseTo, Submission
from incidencia.deadlines.deadline import Deadline
from incidencia.deadlines.queries import Calendars, calendars

NEVER = date.max
LIGHT = (
    "pk", "contribution__at", "contribution__consultation", "contribution__consultation__zone",
    "contribution__consultation__answer_days", "contribution__consultation__agency__acronym",
    "contribution__activity", "contribution__activity__answer_days", "contribution__activity__closes_at",
    "contribution__activity__cancelled_at", "answered_at",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    """A submission, its process and its clock."""

    pk: int
    consultation: int
    deadline: Deadline
    inadmissible: bool = False

    @property
    def last_day(self) -> date:
        """The last day of the term; `NEVER` while it stands paused."""
        return self.deadline.due_on or NEVER


def terms_of(rows: QuerySet[Submission], closed: Calendars | None = None) -> list[Term]:
    """Promise the clock of each of `rows`, in no order. Constant queries, one less where `closed` days are given.

    Those that nobody paused, prolonged or sent back share one clock for each day they start and end on.
    """
    touched = Q(Exists(Pause.objects.filter(submission=OuterRef("pk"))))
    touched |= Q(Exists(Inadmission.objects.filter(submission=OuterRef("pk"))))
    touched |= Q(Exists(MoreTime.objects.filter(submission=OuterRef("pk"))))
    answers = ResponseTo.objects.filter(submission=OuterRef("pk"))
    touched |= Q(Exists(answers.filter(verdict__answers=False)))
    first = answers.filter(round=1).values("response__published_at")
    plain = list(rows.exclude(touched).order_by().annotate(answered_at=Subquery(first[:1])).values_list(*LIGHT))
    closed = closed or calendars()
    known: dict[tuple[Any, ...], Deadline] = {}
    found = [Term(row[0], row[2], _shared(row, closed.of(row[5]), known)) for row in plain]
    # The whole clock needs whole rows: those of `rows` that somebody touched, and none of the many others.
    whole = list(rows.filter(touched).select_related(*WHOLE))
    clocks = deadlines_of(whole, closed)
    for one in whole:
        refused = one.not_admitted is not None
        found.append(Term(one.pk, one.contribution.consultation_id, clocks[one.pk], refused))
    return found


def first_on_top(found: Iterable[Term]) -> list[int]:
    """Promise the keys, what is due first on top and what stands paused last."""
    return [one.pk for one in sorted(found, key=lambda one: (one.last_day, one.pk))]


def _shared(row: tuple[Any, ...], closed: Any, known: dict[tuple[Any, ...], Deadline]) -> Deadline:
    _pk, at, _process, zone, of_process, acronym, activity, of_activity, closes_at, cancelled_at, met_at = row
    ends = [instant for instant in (closes_at, cancelled_at) if instant is not None]
    starts_at: datetime = max(at, min(ends)) if ends else at
    days = of_activity if activity is not None else of_process
    place = ZoneInfo(zone)
    facts = (starts_at.astimezone(place).date(), met_at and met_at.astimezone(place).date(), days, zone, acronym)
    if facts not in known:
        known[facts] = Deadline(starts_at, days=days, closed=closed, zone=zone, met_at=met_at)
    return known[facts]
