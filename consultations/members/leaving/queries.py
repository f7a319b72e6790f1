"""What is read about leaving. Each has a constant number of queries."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from consultations.members.models import Membership, SeparationNotice
from consultations.members.tables.separation import Cause
from consultations.models import Consultation
from incidencia.organizations.terms import today


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody who left: why, since when, and what is published of it."""

    membership: Membership
    cause: Cause
    on: date
    words: str = ""
    acted_as: str = ""


def left(consultation: Consultation) -> QuerySet[Membership]:
    """Promise the memberships that ended, by an act or because their term ran out, the latest first. One query.

    A term that ran out and was renewed is nobody's leaving.
    """
    renewed = consultation.memberships.filter(person=OuterRef("person"), pk__gt=OuterRef("pk"), renews__isnull=False)
    over = Q(ended_at__isnull=False) | (Q(ends_on__lt=today()) & ~Exists(renewed))
    rows = consultation.memberships.filter(over).select_related("person", "organization", "agency", "separation__by")
    return rows.order_by("-ends_on", "-pk")


def told(membership: Membership) -> Left:
    """Promise what everybody reads of an end; a term that ran out concludes by the clock. No query."""
    separation = getattr(membership, "separation", None)
    if separation is None:
        return Left(membership, Cause.CONCLUSION, membership.ends_on or today())
    by = f"{separation.by.name}, {separation.acted_as}" if separation.cause != Cause.RESIGNATION else ""
    return Left(membership, Cause(separation.cause), separation.on, separation.public_words, by)


def whole(consultation: Consultation) -> QuerySet[SeparationNotice]:
    """Promise the notices of a consultation with all that their pages name. One query."""
    rows = SeparationNotice.objects.filter(membership__consultation=consultation)
    return rows.select_related(
        "membership__person", "membership__organization", "membership__agency",
        "membership__consultation__agency", "membership__consultation__coordinator__person",
        "by", "decider", "decided_by", "separation",
    )  # fmt: skip


def heard_without_separation(consultation: Consultation) -> int:
    """Promise how many notices were decided without separating anybody. One query."""
    return SeparationNotice.objects.filter(membership__consultation=consultation, separates=False).count()
