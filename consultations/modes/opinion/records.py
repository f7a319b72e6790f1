"""Submissions and their responses as data, row by row, in constant memory."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Q, QuerySet

from consultations.activities.models import Activity, Visibility
from consultations.models import Consultation
from consultations.modes.opinion.models import Response, Submission

COLUMNS = (
    "reference", "at", "author", "organization", "capacity", "question", "title", "position", "text", "language",
    "version", "hash", "response", "disposition", "reasons", "changed", "paragraph", "answered_at",
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
    everybody = Q(contribution__activity__isnull=True) | Q(contribution__activity__visibility=Visibility.PUBLIC)
    return Submission.objects.filter(everybody, contribution__consultation=consultation)


def _all(rows: QuerySet[Submission]) -> Iterator[Mapping[str, Any]]:
    rows = rows.select_related("contribution__author", "contribution__organization", "question")
    last = (None, 0)
    while True:
        chunk = list(_after(rows, last).order_by("contribution__at", "pk")[:CHUNK])
        if not chunk:
            return
        yield from _told(chunk)
        last = (chunk[-1].contribution.at, chunk[-1].pk)


def _after(rows: Any, last: tuple[Any, int]) -> Any:
    at, pk = last
    if at is None:
        return rows
    return rows.filter(contribution__at__gte=at).exclude(contribution__at=at, pk__lte=pk)


def _told(chunk: list[Submission]) -> Iterator[Mapping[str, Any]]:
    published = Response.objects.filter(published_at__isnull=False, to__submission__in=chunk)
    answers = {
        row["to__submission"]: row
        for row in published.order_by("to__round").values(
            "to__submission", "to__paragraph", "reference", "disposition", "reasons", "changed", "published_at"
        )
    }
    nothing: dict[str, Any] = {}
    for one in chunk:
        contribution, answer = one.contribution, answers.get(one.pk, nothing)
        hidden = contribution.hidden_at is not None
        yield {
            "reference": contribution.reference, "at": contribution.at,
            "author": "" if hidden else contribution.author.name,
            "organization": contribution.organization.name if contribution.organization and not hidden else "",
            "capacity": "" if hidden else contribution.capacity,
            "question": one.question.place if one.question else "",
            "title": contribution.shown_title, "position": one.position,
            "text": "" if hidden else one.text,
            "language": contribution.language, "version": one.current, "hash": contribution.hash,
            "response": answer.get("reference", ""), "disposition": answer.get("disposition", ""),
            "reasons": answer.get("reasons", ""), "changed": answer.get("changed", ""),
            "paragraph": answer.get("to__paragraph", ""), "answered_at": answer.get("published_at", ""),
        }  # fmt: skip
