"""Who may act on terms. What is not said here is denied."""

from typing import Any

import rules

from consultations.members.models import Membership
from consultations.rules import convenes
from incidencia.organizations.rules import is_signed_in


@rules.predicate
def is_its_member(user: Any, membership: Membership | None) -> bool:
    """The person whose membership it is."""
    return membership is not None and is_signed_in(user) and membership.person_id == user.pk


@rules.predicate
def convenes_it(user: Any, membership: Membership | None) -> bool:
    """Who convenes the consultation of the membership."""
    return membership is not None and convenes(user, membership.consultation)


# Nobody decides on their own term.
rules.add_perm("consultations.term_change", convenes_it & ~is_its_member)
rules.add_perm("consultations.seats_release", convenes)
