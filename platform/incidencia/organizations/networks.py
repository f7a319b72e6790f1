"""What is read about networks and their members, and how they are counted."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from incidencia.organizations import counting
from incidencia.organizations.models import Affiliation, Organization
from incidencia.organizations.queries import organizations_found


def affiliations_in_force(on: date | None = None) -> QuerySet[Affiliation]:
    """Promise the memberships of networks that both sides confirmed and that hold on that day (today when absent)."""
    return Affiliation.objects.in_force(on).filter(is_accepted=True)


def members_of(network: Organization) -> QuerySet[Affiliation]:
    """Promise the members of `network` today, with the organizations."""
    return affiliations_in_force().filter(network=network).select_related("member")


def networks_of(organization: Organization) -> QuerySet[Affiliation]:
    """Promise the networks `organization` belongs to today, with the networks."""
    return affiliations_in_force().filter(member=organization).select_related("network").order_by(
        "network__folded_name", "pk"
    )  # fmt: skip


def proposals_of(network: Organization) -> QuerySet[Affiliation]:
    """Promise what `network` proposed and nobody answered yet."""
    return Affiliation.objects.filter(network=network, answered_at__isnull=True).select_related("member")


def proposals_to(organization: Organization) -> QuerySet[Affiliation]:
    """Promise what networks proposed to `organization` and it has not answered."""
    return Affiliation.objects.filter(member=organization, answered_at__isnull=True).select_related("network")


def proposals_to_any(organizations: Collection[int]) -> QuerySet[Affiliation]:
    """Promise what networks proposed to any of those organizations, not answered. One query."""
    rows = Affiliation.objects.filter(member__in=organizations, answered_at__isnull=True)
    return rows.select_related("network", "member")


def pairs(on: date | None = None) -> list[tuple[int, int]]:
    """Promise (network, member) of every membership on that day (today when absent). One query."""
    return list(affiliations_in_force(on).values_list("network_id", "member_id"))


def counted_once(organization_ids: Collection[int], on: date | None = None) -> set[int]:
    """Promise those that count on that day: a network and its member never both do (A8). One query.

    The rule is in `counting`: present networks count, their members (near and far) do not count in addition.
    """
    return counting.counted_once(organization_ids, pairs(on))


def count(organization_ids: Collection[int], on: date | None = None) -> int:
    """Promise how many organizations count, networks and their members never twice (A8). One query."""
    return len(counted_once(organization_ids, on))


def candidates(network: Organization, words: str) -> QuerySet[Organization]:
    """Promise the organizations that carry every one of `words` and that `network` could propose to."""
    open_ones = Q(answered_at__isnull=True) | Q(pk__in=members_of(network).values("pk"))
    taken = Affiliation.objects.filter(open_ones, network=network)
    return organizations_found(words).exclude(pk=network.pk).exclude(pk__in=taken.values("member"))
