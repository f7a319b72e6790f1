"""What is read of the exchange. Constant queries for any number of rows."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from consultations.exchange.models import Kind, Lesson, Share
from consultations.lifecycle import State
from consultations.models import Consultation
from consultations.modes.information.models import Item
from consultations.modes.information.queries import public_of
from incidencia.accounts.models import Person
from incidencia.text.fold import fold

MOST = 200  # of what a form offers to choose from


def received(consultation: Consultation) -> QuerySet[Share]:
    """Promise what it accepted from other processes, the newest first. One query."""
    rows = Share.objects.filter(to=consultation, accepted_at__isnull=False, source__published_at__isnull=False)
    return _readable(rows).select_related("source", "item", "lesson", "attachment").order_by("-accepted_at", "-pk")


def given(consultation: Consultation) -> QuerySet[Share]:
    """Promise what others accepted from it, the newest first. One query."""
    rows = Share.objects.filter(source=consultation, accepted_at__isnull=False, to__published_at__isnull=False)
    return _readable(rows).select_related("to", "item", "lesson", "attachment").order_by("-accepted_at", "-pk")


def in_hand(consultation: Consultation, viewer: Person | AnonymousUser, *, officer: bool) -> QuerySet[Share]:
    """Promise what is offered and not accepted: all of it to who convenes, their own to others. One query."""
    if not isinstance(viewer, Person):
        return Share.objects.none()
    rows = Share.objects.filter(accepted_at__isnull=True)
    incoming = Q(to=consultation, forwarded_at__isnull=False)
    rows = rows.filter(Q(source=consultation) | incoming) if officer else rows.filter(source=consultation, by=viewer)
    return rows.select_related("source", "to", "by").order_by("-at", "-pk")


def found(pk: int) -> Share | None:
    """Promise an offer with all that its page names."""
    rows = Share.objects.select_related(
        "source__agency", "source__coordinator__person", "to__agency", "to__coordinator__person", "item",
        "attachment", "lesson", "by", "forwarded_by", "accepted_by", "ended_by",
    )  # fmt: skip
    return rows.filter(pk=pk).first()


def others(consultation: Consultation) -> list[Consultation]:
    """Promise the processes to which something can be offered: public, not ended, not this one. One query."""
    rows = Consultation.objects.filter(published_at__isnull=False).exclude(pk=consultation.pk)
    return [row for row in rows.order_by("-published_at")[:MOST] if row.state is not State.CONCLUDED]


def documents(consultation: Consultation) -> list[Item]:
    """Promise the published items that everybody reads, the newest first, each with its `version`. Two queries."""
    rows = public_of(consultation).filter(item__reserved=False).prefetch_related("attachments")[:MOST]
    found = []
    for version in rows:
        version.item.version = version  # type: ignore[attr-defined]
        found.append(version.item)
    return found


def library(words: str = "", language: str = "", process: str = "") -> QuerySet[Lesson]:
    """Promise the lessons everybody reads, having every one of `words` (accents and case aside). One query."""
    rows = Lesson.objects.filter(
        published_at__isnull=False, ended_at__isnull=True, consultation__published_at__isnull=False
    )
    for word in fold(words).split():
        rows = rows.filter(folded__contains=word)
    if language:
        rows = rows.filter(language=language)
    if process:
        rows = rows.filter(consultation__reference=process)
    return rows.select_related("consultation", "author", "organization").order_by("-published_at", "-pk")


def lessons_of(consultation: Consultation) -> list[Lesson]:
    """Promise its lessons of the library, the newest first. One query."""
    return list(library().filter(consultation=consultation)[:MOST])


def lessons_waiting(consultation: Consultation) -> list[Lesson]:
    """Promise what members wrote and nobody decided. One query."""
    rows = Lesson.objects.filter(consultation=consultation, published_at__isnull=True, ended_at__isnull=True)
    return list(rows.select_related("author", "organization").order_by("at")[:MOST])


def lesson_found(pk: int) -> Lesson | None:
    """Promise a lesson with all that its page names."""
    rows = Lesson.objects.select_related(
        "consultation__agency",
        "consultation__coordinator__person",
        "author",
        "organization",
        "published_by",
        "ended_by",
    )
    return rows.filter(pk=pk).first()


def with_lessons() -> QuerySet[Consultation]:
    """Promise the processes of which the library has lessons. One query."""
    return Consultation.objects.filter(pk__in=library().order_by().values("consultation")).order_by("reference")


def _readable(rows: QuerySet[Share]) -> QuerySet[Share]:
    """Leave out what not everybody reads any more (A9)."""
    lesson = Q(kind=Kind.LESSON, lesson__ended_at__isnull=True, lesson__published_at__isnull=False)
    document = Q(
        kind=Kind.DOCUMENT, item__reserved=False, item__activity__visibility="public",
        item__activity__published_at__isnull=False,
    )  # fmt: skip
    return rows.filter(Q(kind=Kind.CHECKLIST) | lesson | document)
