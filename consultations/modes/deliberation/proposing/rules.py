"""Who proposes items and who decides on them. When it is too late is the services' to say. Deny by default."""

from typing import Any

import rules

from consultations.models import Consultation
from consultations.modes.deliberation.models import ItemProposal
from consultations.rules import convenes
from incidencia.organizations.rules import is_signed_in
from sessions.core.terms import Role
from sessions.models import Session
from sessions.queries import seat_of

PROPOSE = (Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER, Role.ADVISER)


@rules.predicate
def sits_in_it(user: Any, session: Session | None) -> bool:
    """Members and advisers accredited to a session that was announced or convened."""
    if session is None or (session.announced_at is None and session.convened_at is None):
        return False
    seat = seat_of(session, user)
    return seat is not None and seat.role in PROPOSE


@rules.predicate
def convenes_its_process(user: Any, proposal: ItemProposal | None) -> bool:
    """Who convenes the process whose session it is."""
    if proposal is None or not is_signed_in(user):
        return False
    rows = Consultation.objects.select_related("agency", "coordinator__person")
    return convenes(user, rows.filter(reference=proposal.session.series).first())


@rules.predicate
def proposed_it(user: Any, proposal: ItemProposal | None) -> bool:
    """Who proposed it."""
    return proposal is not None and is_signed_in(user) and proposal.by_id == user.pk


rules.add_perm("consultations.item_propose", sits_in_it)
rules.add_perm("consultations.proposal_decide", convenes_its_process)
rules.add_perm("consultations.proposal_withdraw", proposed_it)
