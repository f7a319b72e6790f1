"""What is read of responses."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse

from consultations.models import Consultation
from consultations.modes.opinion.clock import deadlines_of, rounds_of
from consultations.modes.opinion.models import Response, ResponseTo, Submission
from incidencia.accounts.models import Person
from incidencia.deadlines.deadline import Deadline
from incidencia.text import clean


def waiting_in(consultation: Consultation) -> QuerySet[Submission]:
    """Promise what waits for an answer and is in no response that is being written; the oldest first."""
    return waiting_anywhere([consultation.pk])


def waiting_anywhere(consultations: Any) -> QuerySet[Submission]:
    """Promise the same of several consultations: their keys, or a query for them."""
    rows = Submission.objects.filter(contribution__consultation__in=consultations).select_related(
        "contribution__author", "contribution__organization", "contribution__activity", "question"
    )
    standing = ResponseTo.objects.filter(submission=OuterRef("pk")).order_by("-round")
    rows = rows.annotate(
        last_round=Subquery(standing.values("round")[:1]),
        last_verdict=Subquery(standing.values("verdict__answers")[:1]),
    )
    rows = rows.filter(Q(inadmission__isnull=True) | Q(inadmission__lifted=True))
    unanswered = rows.filter(last_round__isnull=True) | rows.filter(last_round=1, last_verdict=False)
    return unanswered.order_by("contribution__at", "pk")


def in_work(consultation: Consultation) -> list[tuple[Response, Deadline | None]]:
    """Promise the unpublished responses, each with the earliest term it answers; first what is due first.

    Constant queries.
    """
    rows = consultation.responses.filter(published_at__isnull=True)
    rows = rows.select_related("drafted_by", "read_by", "signed_by")
    found = list(rows.annotate(answers=Count("to")).prefetch_related("to__submission__contribution"))
    clocks = deadlines_of([to.submission for one in found for to in one.to.all()])
    terms = {one.pk: [clocks[to.submission_id] for to in one.to.all()] for one in found}
    due = [(one, min(terms[one.pk], key=_last_day, default=None)) for one in found]
    return sorted(due, key=lambda row: (_last_day(row[1]) if row[1] else date.max, row[0].pk))


def _last_day(term: Deadline) -> date:
    return term.due_on or date.max


def shown_to(viewer: Person | None, submission: Submission) -> Mapping[str, Any]:
    """Promise the published responses to a submission, and the one `viewer` may still judge; each with the
    term it was owed in. Constant queries.
    """
    rows = list(
        ResponseTo.objects.filter(submission=submission, response__published_at__isnull=False)
        .select_related("response__agency", "response__signed_by", "verdict")
        .annotate(same=Count("response__to"))
        .order_by("round")
    )
    terms = rounds_of(submission) if rows else {}
    shown = [(row, clean.render(row.response.reasons), terms.get(row.round)) for row in rows]
    is_author = viewer is not None and viewer.pk == submission.contribution.author_id
    last = rows[-1] if rows else None
    asks = last if last and is_author and not hasattr(last, "verdict") else None
    return {"responses": shown, "asks_verdict": asks}


def first_round_of(rows: Iterable[ResponseTo]) -> list[tuple[ResponseTo, str]]:
    """Promise, for those of `rows` that are answered again, the first answer with the author's "no". One query."""
    again = [row.submission_id for row in rows if row.round > 1]
    found = ResponseTo.objects.filter(submission__in=again, round=1, verdict__answers=False)
    named = found.select_related("response", "verdict", "submission__contribution").order_by("pk")
    return [(one, clean.render(one.response.reasons)) for one in named]


def found(reference: str) -> Response | None:
    """Promise a response with all that its page names."""
    rows = Response.objects.select_related(
        "consultation__agency", "consultation__coordinator__person", "agency", "drafted_by", "read_by", "signed_by"
    )
    return rows.filter(reference=reference.upper()).first()


def answered_by(response: Response, reader: Any) -> list[ResponseTo]:
    """Promise what a response answers and `reader` may read. One query, and one where an activity is not public."""
    rows = response.to.select_related(
        "submission__contribution__author", "submission__contribution__organization",
        "submission__contribution__activity", "submission__contribution__consultation__coordinator__person",
        "submission__contribution__consultation__agency",
    )  # fmt: skip
    known: dict[int | None, bool] = {}
    for row in rows:
        contribution = row.submission.contribution
        if contribution.activity_id not in known:
            known[contribution.activity_id] = reader.has_perm("consultations.contribution_view", contribution)
    return [row for row in rows if known[row.submission.contribution.activity_id]]


def address(reference: str) -> str | None:
    """Promise the address of the page of a published response, in the active language; None if there is none."""
    known = Response.objects.filter(reference=reference, published_at__isnull=False).exists()
    return reverse("response_page", args=[reference]) if known else None
