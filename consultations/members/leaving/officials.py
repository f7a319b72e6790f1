"""Who may decide whether a member leaves: an official other than who gave the notice, where there is one (G21)."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from consultations.members.kinds import Side
from consultations.members.models import Membership, SeparationNotice
from consultations.models import Consultation
from incidencia.accounts.models import Person
from incidencia.organizations.queries import coordinators_of


def officials_of(consultation: Consultation) -> QuerySet[Person]:
    """Promise who holds the office that convenes, and the officials who are members today. One query."""
    seats = consultation.memberships.in_force().filter(side=Side.PUBLIC)
    offices = coordinators_of(consultation.agency)
    return Person.objects.filter(
        Q(pk__in=seats.values("person")) | Q(pk__in=offices.values("person")), is_active=True
    ).order_by("name", "pk")


def deciders(membership: Membership, notifier: Person) -> QuerySet[Person]:
    """Promise who may decide a notice that `notifier` gives: officials, neither the member nor who gives it."""
    return officials_of(membership.consultation).exclude(pk__in=[membership.person_id, notifier.pk])


def decides(user: Person | AnonymousUser, notice: SeparationNotice) -> bool:
    """Promise whether `user` decides: whoever was named; if they hold no office any more, another official.

    Who gave the notice decides only where there is no other; of one decided, who decided it. Three queries at most.
    """
    membership = notice.membership
    if user.pk == membership.person_id or (notice.decided_by_id not in (None, user.pk)):
        return False
    known = officials_of(membership.consultation)
    if user.pk is None:
        return False
    if notice.decided_by_id is not None:
        return known.filter(pk=user.pk).exists()
    if notice.decider_id != notice.by_id and known.filter(pk=notice.decider_id).exists():
        return bool(user.pk == notice.decider_id)
    if not known.filter(pk=user.pk).exists():
        return False
    return user.pk != notice.by_id or not deciders(membership, notice.by).exists()
