"""Submissions and their responses as data, row by row, in constant memory."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Q, QuerySet

from consultations.activities.models import Activity
from consultations.models import Consultation
from consultations.modes.opinion.models import Response, Submission
from consultations.spine.models import shown
from consultations.spine.queries import for_everybody

COLUMNS = (
    "reference", "at", "author", "organization", "capacity", "question", "title", "position", "text", "language",
    "version", "hash", "response", "disposition", "reasons", "changed", "paragraph", "answered_at",
    "not_admitted_by", "not_admitted_because",
)  # fmt: skip
READ = (
    "pk", "contribution__reference", "contribution__at", "contribution__author__name",
    "contribution__organization__name", "contribution__capacity", "contribution__title", "contribution__hidden_at",
    "contribution__language", "contribution__hash", "question__place", "position", "text", "current",
    "inadmission__rule", "inadmission__reason", "inadmission__lifted",
)  # fmt: skip
ANSWERED = (
    "to__submission", "to__paragraph", "reference", "disposition", "reasons", "changed", "published_at",
)  # fmt: skip
CHUNK = 500


def of_activity(activity: Activity) -> Iterator[Mapping[str, Any]]:
    """Promise one row for each submission, the oldest first; two queries for each 500."""
    yield from _all(Submission.objects.filter(contribution__activity=activity))


def of_consultation(consultation: Consultation) -> Iterator[Mapping[str, Any]]:
    """Promise the same of all that everybody may read in a consultation: its public activities and its issues."""
    yield from _all(public_in(consultation))


def public_in(consultation: Consultation) -> QuerySet[Submission]:
    """Promise what was sent to public activities of a consultation, and the issues raised in it."""
    return Submission.objects.filter(for_everybody("contribution__"), contribution__consultation=consultation)


def _all(rows: QuerySet[Submission]) -> Iterator[Mapping[str, Any]]:
    # Plain values: whole rows point at each other and wait for the collector of cycles by the thousand.
    plain = rows.values(*READ).order_by("contribution__at", "pk")
    last = (None, 0)
    while True:
        chunk = list(_after(plain, last)[:CHUNK])
        if not chunk:
            return
        yield from _told(chunk)
        last = (chunk[-1]["contribution__at"], chunk[-1]["pk"])


def _after(rows: Any, last: tuple[Any, int]) -> Any:
    at, pk = last
    if at is None:
        return rows
    return rows.filter(Q(contribution__at__gt=at) | Q(contribution__at=at, pk__gt=pk))


def _told(chunk: list[dict[str, Any]]) -> Iterator[Mapping[str, Any]]:
    published = Response.objects.filter(
        published_at__isnull=False, to__submission__in=[row["pk"] for row in chunk]
    ).order_by("to__round")  # fmt: skip
    answers = {row["to__submission"]: row for row in published.values(*ANSWERED)}
    nothing: dict[str, Any] = {}
    for row in chunk:
        answer, hidden = answers.get(row["pk"], nothing), row["contribution__hidden_at"] is not None
        yield {
            "reference": row["contribution__reference"], "at": row["contribution__at"],
            "author": "" if hidden else row["contribution__author__name"],
            "organization": "" if hidden else row["contribution__organization__name"] or "",
            "capacity": "" if hidden else row["contribution__capacity"], "question": row["question__place"] or "",
            "title": shown(row["contribution__title"], hidden), "position": row["position"],
            "text": "" if hidden else row["text"], "language": row["contribution__language"],
            "version": row["current"], "hash": row["contribution__hash"],
            "response": answer.get("reference", ""), "disposition": answer.get("disposition", ""),
            "reasons": answer.get("reasons", ""), "changed": answer.get("changed", ""),
            "paragraph": answer.get("to__paragraph", ""), "answered_at": answer.get("published_at", ""),
            "not_admitted_by": "" if row["inadmission__lifted"] else row["inadmission__rule"] or "",
            "not_admitted_because": "" if row["inadmission__lifted"] else row["inadmission__reason"] or "",
        }  # fmt: skip
