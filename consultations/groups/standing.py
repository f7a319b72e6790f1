"""Who stands where towards a group: belongs to it, coordinates it, may join it; and in which capacity they act."""

from django.utils.translation import gettext as _

from consultations.groups.models import Belonging, Group
from consultations.members.kinds import Side
from consultations.members.models import Membership
from consultations.models import Consultation
from incidencia.accounts.models import Person
from incidencia.organizations import capacities
from incidencia.web.refusals import Refused

CONVENE = (Side.CIVIL, Side.PUBLIC)  # guests are on neither side


def membership_in(consultation: Consultation, person: Person) -> Membership | None:
    """Promise the membership a person holds today, or None. One query."""
    rows = consultation.memberships.in_force().filter(person=person)
    return rows.select_related("organization", "agency", "person").first()


def belonging_of(group: Group, person: Person) -> Belonging | None:
    """Promise that a person belongs to a group today, or None. One query."""
    rows = Belonging.objects.standing().filter(group=group, person=person)
    return rows.select_related("membership__organization", "membership__agency", "person").first()


def pending_of(group: Group, person: Person) -> Belonging | None:
    """Promise what a person asked for or was invited to, while it waits. One query."""
    rows = Belonging.objects.pending().filter(group=group, person=person)
    return rows.select_related("membership__organization", "membership__agency", "person").first()


def capacity_of(membership: Membership) -> str:
    """Promise the words of the record for a member, as they are now, never translated."""
    parts = [part for part in (membership.capacity, membership.speaks_for) if part]
    return ", ".join(parts) or capacities.ONESELF


def fits(group: Group, membership: Membership) -> bool:
    """Whether a member's side may join: any, or the one side of a group of one side alone."""
    return not group.side or membership.side == group.side


def belongs_or_refused(group: Group, person: Person) -> Belonging:
    """Promise that the person belongs to the group today. Raises Refused."""
    row = belonging_of(group, person)
    if row is None:
        raise Refused("not-in-group", _("You don't belong to this group."), rule="G26", advice=_("Join it first."))
    return row


def coordinates_or_refused(group: Group, person: Person) -> Belonging:
    """Promise that the person coordinates the group today. Raises Refused."""
    row = belongs_or_refused(group, person)
    if not row.coordinates:
        raise Refused(
            "not-coordinating", _("Only the coordination of the group does that."), rule="G26",
            advice=_("Ask them; the page of the group names them."),
        )  # fmt: skip
    return row


def has_coordination(group: Group) -> bool:
    """Whether somebody coordinates it today: their membership may have ended since. One query."""
    return Belonging.objects.standing().filter(group=group, coordinates=True).exists()
