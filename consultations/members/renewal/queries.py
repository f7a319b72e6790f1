"""What is read about terms. Each has a constant number of queries."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby

from django.db.models import Exists, OuterRef, QuerySet

from consultations.members.models import Membership, TermChange
from consultations.members.renewal.staggering import Crowd, Ending, crowds, staggered
from consultations.models import Consultation
from incidencia.organizations.terms import today
from sessions import queries as sessions
from sessions.core.terms import Role
from sessions.models import Seat

SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Month:
    """The terms that end in one month."""

    first: date
    rows: list[Membership]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A later end proposed for a term, so that the ends are staggered."""

    membership: Membership
    before: date
    after: date


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a consultation as they stand today."""

    months: list[Month] = field(default_factory=list)
    endless: list[Membership] = field(default_factory=list)
    crowds: list[Crowd] = field(default_factory=list)
    suggestions: list[Suggestion] = field(default_factory=list)


def terms_of(consultation: Consultation) -> Terms:
    """Promise the calendar of ends, where too many end at once, and how they would be staggered. One query."""
    rows = list(
        consultation.memberships.in_force().select_related("person", "organization", "agency")
        .order_by("ends_on", "joined_at", "pk")
    )  # fmt: skip
    ending = [row for row in rows if row.ends_on is not None]
    voting = [Ending(row.pk, row.side, row.ends_on) for row in rows if row.vote]
    known = {row.pk: row for row in rows}
    return Terms(
        [Month(first, list(of)) for first, of in groupby(ending, key=_month)],
        [row for row in rows if row.ends_on is None],
        crowds(voting),
        [Suggestion(known[one.key], one.before, one.after) for one in staggered(voting)],
    )


def _month(row: Membership) -> date:
    return (row.ends_on or today()).replace(day=1)


def changes_of(consultation: Consultation) -> QuerySet[TermChange]:
    """Promise every change of a term, the latest first. One query."""
    rows = TermChange.objects.filter(membership__consultation=consultation)
    return rows.select_related("membership__person", "by").order_by("-at", "-pk")


def lapsed(consultation: Consultation) -> QuerySet[Membership]:
    """Promise the last membership of each person whose term ran out and who takes part no more. One query."""
    later = consultation.memberships.filter(person=OuterRef("person"), pk__gt=OuterRef("pk"))
    rows = consultation.memberships.filter(~Exists(later), ends_on__lt=today(), ended_at__isnull=True)
    return rows.select_related("person", "organization", "agency").order_by("-ends_on", "pk")


def ending_soon(consultations: Collection[int]) -> QuerySet[Membership]:
    """Promise the memberships in those consultations whose term ends within SOON. No query yet."""
    day = today()
    return Membership.objects.in_force(day).filter(
        consultation__in=consultations, ends_on__isnull=False, ends_on__lte=day + SOON
    )


def seats_of_the_left(consultation: Consultation) -> list[Seat]:
    """Promise the seats that people who take part no more still hold in sessions to come. One query."""
    members = consultation.memberships
    left = members.exclude(person__in=members.in_force().values("person")).values("person")
    return list(
        Seat.objects.filter(
            session__series=consultation.reference, session__phase__in=sessions.AHEAD, person__in=left
        )
        .exclude(role=Role.SECRETARIAT)
        .select_related("session", "person")
    )
