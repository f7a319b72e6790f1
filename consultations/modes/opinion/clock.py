"""The term in which a submission or an issue is owed its answer: computed from facts, never stored (G8.I)."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects

from consultations.modes.opinion.models import Inadmission, ResponseTo, Submission
from consultations.spine.models import Contribution
from incidencia.deadlines.deadline import Deadline, Extension, Pause
from incidencia.deadlines.queries import Calendars, calendars

WHOLE = ("contribution__activity", "contribution__consultation__agency", "inadmission")  # what a term is made of


@dataclass(frozen=True, slots=True)
class Round:
    """One round of answering: from when its term runs, when it was met, when its author's "no" ended it."""

    starts_at: datetime
    met_at: datetime | None = None
    ended_at: datetime | None = None
    given_from: datetime | None = None  # more days count that were given from then on; None: all of them


def deadline_of(submission: Submission) -> Deadline:
    """Promise the term that runs, or ran last. Six queries."""
    return deadlines_of([submission])[submission.pk]


def clocks_of(contributions: Iterable[Contribution]) -> Mapping[int, Deadline]:
    """Promise the term of those that are submissions or issues, by the key of the contribution. Five queries."""
    rows = list(
        Submission.objects.filter(contribution__in=[one.pk for one in contributions]).select_related(*WHOLE)
    )
    terms = deadlines_of(rows)
    return {row.contribution_id: terms[row.pk] for row in rows}


def rounds_of(submission: Submission) -> Mapping[int, Deadline]:
    """Promise the term of each round that began, by its number. Six queries."""
    closed = _gathered([submission], None).of(submission.contribution.consultation.agency.acronym)
    return {number: _of(submission, one, closed) for number, one in enumerate(_rounds(submission), 1)}


def deadlines_of(submissions: Iterable[Submission], closed: Calendars | None = None) -> Mapping[int, Deadline]:
    """Promise the term of each, by its key: of the second round where its author was not answered in the first.

    Its days run from the close of the activity, an issue's from its receipt. Six queries for any number; two where
    they come `WHOLE` and the `closed` days are given.
    """
    rows = list(submissions)
    closed = _gathered(rows, closed)
    known: dict[tuple[Any, ...], Deadline] = {}
    return {row.pk: _shared(row, closed.of(row.contribution.consultation.agency.acronym), known) for row in rows}


def _gathered(rows: list[Submission], closed: Calendars | None) -> Calendars:
    """Read all that the terms of `rows` are made of; promise the closed days."""
    prefetch_related_objects(
        rows, "contribution__activity", "contribution__consultation__agency", "pauses", "more_time", "inadmission",
        Prefetch("responses", ResponseTo.objects.select_related("response", "verdict").order_by("round")),
    )  # fmt: skip
    return closed or (calendars() if rows else Calendars({}))


def _shared(row: Submission, closed: Container[date], known: dict[tuple[Any, ...], Deadline]) -> Deadline:
    """The same term for all that have the same facts: most of an activity's, counted out once."""
    last = _rounds(row)[-1]
    if row.pauses.all() or row.more_time.all() or _inadmission(row):
        return _of(row, last, closed)
    facts = (last, row.contribution.activity_id, row.contribution.consultation_id)
    if facts not in known:
        known[facts] = _of(row, last, closed)
    return known[facts]


def _of(row: Submission, of: Round, closed: Container[date]) -> Deadline:
    """A first round keeps what was given before its term began: the days count from its end, whenever promised."""
    contribution, activity = row.contribution, row.contribution.activity
    return Deadline(
        of.starts_at, days=activity.answer_days if activity else contribution.consultation.answer_days,
        closed=closed, zone=contribution.consultation.zone, met_at=of.met_at,
        pauses=tuple(
            Pause(max(one.start, of.starts_at), one.end, reason=one.reason, by=one.by)
            for one in _stood_still(row)
            if (one.end is None or one.end > of.starts_at) and (of.ended_at is None or one.start < of.ended_at)
        ),
        extensions=tuple(
            Extension(one.at, one.days, reason=one.reason, by=one.acted_as)
            for one in row.more_time.all()
            if (of.given_from is None or one.at >= of.given_from) and (of.ended_at is None or one.at < of.ended_at)
        ),
    )  # fmt: skip


def _rounds(row: Submission) -> list[Round]:
    """The first round, and the second one that a "no" opened."""
    answers = {one.round: one for one in row.responses.all()}
    first, second = answers.get(1), answers.get(2)
    verdict = getattr(first, "verdict", None) if first else None
    met_at = first.response.published_at if first else None
    if verdict is None or verdict.answers:
        if met_at is None and row.not_admitted is not None:
            met_at = row.not_admitted.at
        return [Round(_starts(row), met_at)]
    again = Round(verdict.at, second.response.published_at if second else None, given_from=verdict.at)
    return [Round(_starts(row), met_at, ended_at=verdict.at), again]


def _inadmission(row: Submission) -> Inadmission | None:
    """That it was not admitted, if so. No query once it was prefetched."""
    return getattr(row, "inadmission", None)


def _stood_still(row: Submission) -> list[Pause]:
    """Its pauses; and the days in which it was not admitted, where an appeal admitted it."""
    found = [Pause(one.start, one.end, reason=one.reason, by=one.acted_as) for one in row.pauses.all()]
    refused = _inadmission(row)
    if refused is not None and refused.lifted and refused.decided_at is not None:
        found.append(Pause(refused.at, refused.decided_at, reason=refused.reason, by=refused.acted_as))
    return found


def _starts(row: Submission) -> datetime:
    """The close of its activity, or its cancelling if that came first; an issue's receipt."""
    contribution, activity = row.contribution, row.contribution.activity
    ends = [at for at in (activity.closes_at, activity.cancelled_at) if at is not None] if activity else []
    return max([contribution.at, min(ends)] if ends else [contribution.at])
