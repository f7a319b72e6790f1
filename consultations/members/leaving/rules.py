"""Who may leave, give notice, reply and decide. What is not said here is denied."""

from typing import Any

import rules

from consultations.members.leaving.officials import decides
from consultations.members.models import Membership, SeparationNotice
from consultations.members.renewal.rules import convenes_it, is_its_member
from consultations.rules import convenes
from incidencia.organizations.rules import is_signed_in


@rules.predicate
def is_in_force(user: Any, membership: Membership | None) -> bool:
    """The membership holds today."""
    return membership is not None and membership.is_in_force()


@rules.predicate
def is_told(user: Any, notice: SeparationNotice | None) -> bool:
    """The member whom the notice concerns; also after they left."""
    return notice is not None and is_signed_in(user) and notice.membership.person_id == user.pk


@rules.predicate
def convenes_its_process(user: Any, notice: SeparationNotice | None) -> bool:
    """Who convenes the consultation of the notice."""
    return notice is not None and convenes(user, notice.membership.consultation)


@rules.predicate
def decides_it(user: Any, notice: SeparationNotice | None) -> bool:
    """The official who was named to decide, or who stands in for them (G21)."""
    return notice is not None and is_signed_in(user) and decides(user, notice)


rules.add_perm("consultations.resign", is_its_member & is_in_force)
rules.add_perm("consultations.membership_conclude", convenes_it & ~is_its_member & is_in_force)
rules.add_perm("consultations.notice_give", convenes_it & ~is_its_member & is_in_force)
rules.add_perm("consultations.notice_list", convenes)
rules.add_perm("consultations.notice_view", is_told | (convenes_its_process & ~is_told) | decides_it)
rules.add_perm("consultations.notice_reply", is_told)
rules.add_perm("consultations.separation_decide", decides_it)
