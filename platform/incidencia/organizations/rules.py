"""Who may do what with organizations and agencies. What is not said here is denied."""

from typing import Any

import rules

from incidencia.organizations import queries
from incidencia.organizations.models import Agency, Organization, Representation


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


rules.add_perm("organizations.organization_register", is_signed_in)
rules.add_perm("organizations.organization_edit", speaks_for_it)
rules.add_perm("organizations.organization_speak", speaks_for_it)
rules.add_perm("organizations.representation_offer", speaks_for_it | (is_superuser & nobody_speaks_for_it))
rules.add_perm("organizations.representation_end", is_the_speaker | speaks_for_the_same)
rules.add_perm("organizations.agency_found", is_superuser)
rules.add_perm("organizations.coordinator_name", is_superuser)
rules.add_perm("organizations.agency_convene", holds_its_office)
