"""Who takes part in tasks: members of either side, today, and in which words they act."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from consultations.members.kinds import Side
from consultations.models import Consultation, Membership
from incidencia.accounts.models import Person
from incidencia.organizations import capacities

BOTH = (Side.CIVIL, Side.PUBLIC)


def members_of(consultation: Consultation, side: str = "") -> QuerySet[Membership]:
    """Promise the members in force of a side, or of both; guests are on neither (G17)."""
    rows = consultation.memberships.in_force().filter(side__in=[side] if side else BOTH)
    found: QuerySet[Membership] = rows.select_related("person", "organization", "agency")
    return found


def seat_of(person: Person, consultation: Consultation) -> Membership | None:
    """Promise the seat that `person` holds on one of the two sides today, or None. One query."""
    return members_of(consultation).filter(person=person).first()


def with_seat(leads: QuerySet[Any]) -> QuerySet[Any]:
    """Promise leads that know by `sits` whether they are members of their side today, under whatever term."""
    seat = Membership.objects.in_force().filter(
        consultation=OuterRef("task__contribution__consultation"), person=OuterRef("person"), side=OuterRef("side")
    )
    return leads.annotate(sits=Exists(seat))


def words(member: Membership) -> str:
    """Promise in which capacity a member acts, in the words of the record: never translated."""
    if member.side == Side.PUBLIC:
        return ", ".join(part for part in (member.capacity, member.speaks_for) if part)
    if member.organization is None:
        return capacities.ONESELF
    return ", ".join(part for part in (member.capacity or "integrante", member.organization.name) if part)
