"""What is read of referrals."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from consultations.models import Consultation
from consultations.modes.opinion.answering.queries import waiting_anywhere
from consultations.modes.opinion.models import Referral, ResponseTo, Submission
from incidencia.deadlines.deadline import Deadline
from incidencia.deadlines.queries import Calendars, closed_days
from incidencia.organizations.models import Agency
from incidencia.organizations.queries import agencies_coordinated_by


def standing(submissions: Iterable[Submission]) -> dict[int, Referral]:
    """Promise who holds each of these by referral, by submission. One query."""
    rows = Referral.objects.filter(submission__in=[one.pk for one in submissions], returned_at__isnull=True)
    return {row.submission_id: row for row in rows.select_related("agency")}


def clock_of(referral: Referral, closed: Calendars | None = None) -> Deadline:
    """Promise the clock of whoever holds it: met when it is answered or given back. Two queries; none for one of
    `unanswered` where the `closed` days are given.
    """
    consultation = referral.submission.contribution.consultation
    acronym = referral.agency.acronym if referral.agency else consultation.agency.acronym
    met_at = referral.answered_at if hasattr(referral, "answered_at") else _answered_at(referral)
    return Deadline(
        referral.at, days=referral.days, closed=closed.of(acronym) if closed else closed_days(acronym),
        zone=consultation.zone, met_at=referral.returned_at or met_at,
    )  # fmt: skip


def _answered_at(referral: Referral) -> datetime | None:
    rows = ResponseTo.objects.filter(submission=referral.submission_id, response__published_at__gte=referral.at)
    return rows.order_by("round").values_list("response__published_at", flat=True).first()


def history_of(submission: Submission) -> list[tuple[Referral, Deadline]]:
    """Promise every referral with its clock, the latest first."""
    rows = submission.referrals.select_related("agency", "by", "returned_by").order_by("-at", "-pk")
    found = []
    for row in rows:
        row.submission = submission
        found.append((row, clock_of(row)))
    return found


def held_by(person: Any, consultation: Consultation | None = None) -> QuerySet[Referral]:
    """Promise what the agencies `person` coordinates hold by referral today."""
    rows = Referral.objects.filter(returned_at__isnull=True, agency__in=agencies_coordinated_by(person))
    return rows if consultation is None else rows.filter(submission__contribution__consultation=consultation)


def agencies_for(consultation: Consultation) -> QuerySet[Agency]:
    """Promise the agencies something can be referred to."""
    return Agency.objects.exclude(pk=consultation.agency_id).order_by("acronym")


def unanswered(agencies: Collection[int]) -> QuerySet[Referral]:
    """Promise what those agencies hold and nobody answers yet, the oldest first. One query."""
    held = Referral.objects.filter(returned_at__isnull=True, agency__in=agencies)
    processes = held.values("submission__contribution__consultation")
    rows = held.filter(submission__in=waiting_anywhere(processes).values("pk"))
    answers = ResponseTo.objects.filter(
        submission=OuterRef("submission"), response__published_at__gte=OuterRef("at")
    ).order_by("round")
    rows = rows.annotate(answered_at=Subquery(answers.values("response__published_at")[:1]))
    return rows.select_related(
        "agency", "submission__contribution__consultation__agency", "submission__contribution__activity"
    ).order_by("at", "pk")
