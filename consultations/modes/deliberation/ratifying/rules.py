"""Who ratifies. Deny by default."""

from typing import Any

import rules

from consultations.modes.deliberation.ratifying.queries import empowered_in
from incidencia.organizations.rules import is_signed_in
from sessions.models import Agreement


@rules.predicate
def is_empowered(user: Any, agreement: Agreement | None) -> bool:
    """An official who is a member today with recorded power to make agreements (G22)."""
    if agreement is None or not is_signed_in(user) or not agreement.ad_referendum:
        return False
    return empowered_in(agreement.session.series, user) is not None


rules.add_perm("consultations.agreement_ratify", is_empowered)
