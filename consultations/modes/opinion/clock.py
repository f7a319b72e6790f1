"""The term in which a submission or an issue is owed its answer: computed from facts, never stored (G8.I)."""

from collections.abc import Container, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects

from consultations.modes.opinion.models import ResponseTo, Submission
from incidencia.deadlines.deadline import Deadline, Extension, Pause
from incidencia.deadlines.queries import closed_days


def deadline_of(submission: Submission) -> Deadline:
    """Promise the term that runs, or ran last. Five queries."""
    return deadlines_of([submission])[submission.pk]


def deadlines_of(submissions: Iterable[Submission]) -> Mapping[int, Deadline]:
    """Promise the term of each, by its key: of the second round where its author was not answered in the first.

    Its days run from the close of the activity, an issue's from its receipt. Six queries for any number.
    """
    rows = list(submissions)
    prefetch_related_objects(
        rows, "contribution__activity", "contribution__consultation__agency", "pauses", "more_time",
        Prefetch("responses", ResponseTo.objects.select_related("response", "verdict").order_by("round")),
    )  # fmt: skip
    closed: dict[str, Container[date]] = {}
    for row in rows:
        acronym = row.contribution.consultation.agency.acronym
        if acronym not in closed:
            closed[acronym] = closed_days(acronym)
    known: dict[tuple[Any, ...], Deadline] = {}
    return {row.pk: _shared(row, closed[row.contribution.consultation.agency.acronym], known) for row in rows}


def _shared(row: Submission, closed: Container[date], known: dict[tuple[Any, ...], Deadline]) -> Deadline:
    """The same term for all that have the same facts: most of an activity's, counted out once."""
    if row.pauses.all() or row.more_time.all():
        return _of(row, closed)
    contribution = row.contribution
    facts = (*_round(row), contribution.activity_id, contribution.consultation_id)
    if facts not in known:
        known[facts] = _of(row, closed)
    return known[facts]


def _of(row: Submission, closed: Container[date]) -> Deadline:
    contribution = row.contribution
    starts_at, met_at = _round(row)
    activity = contribution.activity
    days = activity.answer_days if activity else contribution.consultation.answer_days
    return Deadline(
        starts_at, days=days, closed=closed, zone=contribution.consultation.zone, met_at=met_at,
        pauses=tuple(
            Pause(max(one.start, starts_at), one.end, reason=one.reason, by=one.acted_as)
            for one in row.pauses.all() if one.end is None or one.end > starts_at
        ),
        extensions=tuple(
            Extension(one.at, one.days, reason=one.reason, by=one.acted_as)
            for one in row.more_time.all() if one.at >= starts_at
        ),
    )  # fmt: skip


def _round(row: Submission) -> tuple[datetime, datetime | None]:
    """When the term of the present round starts, and when it was met."""
    contribution, starts_at = row.contribution, row.contribution.at
    if contribution.activity and contribution.activity.closes_at:
        starts_at = max(starts_at, contribution.activity.closes_at)
    rounds = {one.round: one for one in row.responses.all()}
    first, second = rounds.get(1), rounds.get(2)
    if first is None:
        return starts_at, None
    verdict = getattr(first, "verdict", None)
    if verdict is None or verdict.answers:
        return starts_at, first.response.published_at
    return verdict.at, second.response.published_at if second else None
