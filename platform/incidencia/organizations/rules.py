"""Who may do what with organizations and agencies. What is not said here is denied."""

from typing import Any

import rules

from incidencia.organizations import queries
from incidencia.organizations.models import (
    Affiliation,
    Agency,
    Organization,
    Representation,
    Verification,
    Voucher,
)


@rules.predicate
def is_signed_in(user: Any) -> bool:
    """Somebody with an account."""
    return user.is_authenticated and user.is_active


@rules.predicate
def is_superuser(user: Any) -> bool:
    """Whoever runs the installation."""
    return is_signed_in(user) and user.is_superuser


@rules.predicate
def speaks_for_it(user: Any, organization: Organization | None) -> bool:
    """A representative of the organization, today."""
    return organization is not None and is_signed_in(user) and queries.speaks_for(user, organization)


@rules.predicate
def nobody_speaks_for_it(user: Any, organization: Organization | None) -> bool:
    """The organization lost its last representative."""
    return organization is not None and not queries.has_voice(organization)


@rules.predicate
def is_the_speaker(user: Any, representation: Representation | None) -> bool:
    """The person whose representation it is."""
    return representation is not None and is_signed_in(user) and representation.person_id == user.pk


@rules.predicate
def speaks_for_the_same(user: Any, representation: Representation | None) -> bool:
    """A representative of the same organization."""
    return representation is not None and speaks_for_it(user, representation.organization)


@rules.predicate
def holds_its_office(user: Any, agency: Agency | None) -> bool:
    """The coordinator of the agency, today (G23)."""
    return agency is not None and is_signed_in(user) and queries.coordinates(user, agency)


@rules.predicate
def coordinates_something(user: Any) -> bool:
    """Whoever holds an office of coordination today."""
    return is_signed_in(user) and queries.offices_of(user).exists()


@rules.predicate
def asks_for_it(user: Any, verification: Verification | None) -> bool:
    """A representative of the organization that asks."""
    return verification is not None and speaks_for_it(user, verification.organization)


@rules.predicate
def sits_at_its_desk(user: Any, verification: Verification | None) -> bool:
    """The coordinator of the agency that was asked, or whoever runs the installation."""
    if verification is None or not is_signed_in(user):
        return False
    return user.is_superuser or queries.coordinates(user, verification.agency)


@rules.predicate
def refused_what_is_appealed(user: Any, verification: Verification | None) -> bool:
    """Whoever took the decision against which this is the appeal."""
    appealed = verification.appeal_of if verification is not None else None
    return appealed is not None and appealed.decided_by_id == user.pk


@rules.predicate
def is_asked_to_vouch(user: Any, voucher: Voucher | None) -> bool:
    """A representative of the organization whose voucher is asked."""
    return voucher is not None and speaks_for_it(user, voucher.organization)


@rules.predicate
def is_network(user: Any, organization: Organization | None) -> bool:
    """The organization is a network."""
    return organization is not None and organization.is_network


@rules.predicate
def speaks_for_the_member(user: Any, affiliation: Affiliation | None) -> bool:
    """A representative of the organization listed, or to be listed, in a network."""
    return affiliation is not None and speaks_for_it(user, affiliation.member)


@rules.predicate
def speaks_for_the_network(user: Any, affiliation: Affiliation | None) -> bool:
    """A representative of the network."""
    return affiliation is not None and speaks_for_it(user, affiliation.network)


rules.add_perm("organizations.organization_register", is_signed_in)
rules.add_perm("organizations.organization_edit", speaks_for_it)
rules.add_perm("organizations.organization_speak", speaks_for_it)
rules.add_perm("organizations.representation_offer", speaks_for_it | (is_superuser & nobody_speaks_for_it))
rules.add_perm("organizations.representation_end", is_the_speaker | speaks_for_the_same)
rules.add_perm("organizations.agency_found", is_superuser)
rules.add_perm("organizations.coordinator_name", is_superuser)
rules.add_perm("organizations.agency_convene", holds_its_office)
rules.add_perm("organizations.verification_ask", speaks_for_it)
rules.add_perm("organizations.verification_desk", coordinates_something | is_superuser)
rules.add_perm("organizations.verification_view", asks_for_it | sits_at_its_desk)
rules.add_perm("organizations.verification_answer", asks_for_it)
rules.add_perm("organizations.verification_decide", sits_at_its_desk & ~asks_for_it & ~refused_what_is_appealed)
rules.add_perm("organizations.voucher_answer", is_asked_to_vouch)
rules.add_perm("organizations.network_edit", speaks_for_it & is_network)
rules.add_perm("organizations.affiliation_accept", speaks_for_the_member)
rules.add_perm("organizations.affiliation_end", speaks_for_the_member | speaks_for_the_network)
