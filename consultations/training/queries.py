"""What is read of training. Each has a constant number of queries; nobody who attended is named."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from consultations.members.kinds import Side
from consultations.members.models import Membership
from consultations.models import Consultation
from consultations.training.models import Training
from consultations.training.topics import Direction, Topic
from incidencia.clock import now


@dataclass(frozen=True, slots=True)
class Covered:
    """One topic: how many trainings were held, how many people attended from each side, and others."""

    topic: Topic
    held: int = 0
    civil: int = 0
    public: int = 0
    others: int = 0
    planned: int = 0


def trainings_of(consultation: Consultation) -> QuerySet[Training]:
    """Promise every training, the latest first, with how many attended. One query."""
    rows = consultation.trainings.annotate(attended=Count("attendances"))
    return rows.order_by("-starts_at", "-pk")


def covered(consultation: Consultation) -> list[Covered]:
    """Promise the seven topics with what was held and attended. Two queries."""
    instant, standing = now(), Q(cancelled_at__isnull=True)
    counted: dict[str, Any] = {
        row["topic"]: row
        for row in consultation.trainings.filter(standing).order_by().values("topic").annotate(
            past=Count("pk", filter=Q(starts_at__lte=instant)), planned=Count("pk", filter=Q(starts_at__gt=instant))
        )
    }  # fmt: skip
    past = consultation.trainings.filter(standing, starts_at__lte=instant)
    attended: dict[str, Any] = {
        row["topic"]: row
        for row in past.order_by().values("topic").annotate(
            civil=Count("attendances", filter=Q(attendances__side=Side.CIVIL)),
            public=Count("attendances", filter=Q(attendances__side=Side.PUBLIC)),
            others=Count("attendances", filter=~Q(attendances__side__in=[Side.CIVIL, Side.PUBLIC])),
        )
    }  # fmt: skip
    return [
        Covered(
            topic, counted.get(topic, {}).get("past", 0), attended.get(topic, {}).get("civil", 0),
            attended.get(topic, {}).get("public", 0), attended.get(topic, {}).get("others", 0),
            counted.get(topic, {}).get("planned", 0),
        )
        for topic in Topic
    ]  # fmt: skip


def gaps(topics: list[Covered]) -> list[Topic]:
    """Promise the topics on which nothing was held yet. No query."""
    return [row.topic for row in topics if not row.held]


def directions(consultation: Consultation) -> dict[Direction, int]:
    """Promise how many trainings ran each way (E13). One query."""
    rows = consultation.trainings.filter(cancelled_at__isnull=True, starts_at__lte=now())
    counted = {row["direction"]: row["n"] for row in rows.order_by().values("direction").annotate(n=Count("pk"))}
    return {direction: counted.get(direction, 0) for direction in Direction}


def sides_of(training: Training) -> dict[str, int]:
    """Promise how many attended from each side. One query."""
    rows = training.attendances.order_by().values("side").annotate(n=Count("pk"))
    return {row["side"]: row["n"] for row in rows}


def members_to_record(training: Training) -> QuerySet[Membership]:
    """Promise the members of today, civil society first, of whom attendance can be recorded. One query."""
    rows = training.consultation.memberships.in_force().select_related("person", "organization", "agency")
    return rows.order_by("side", "person__name", "pk")
