"""Who may plan, record and attend training. What is not said here is denied."""

from typing import Any

import rules

from consultations.members.queries import membership_of
from consultations.rules import convenes, is_published
from consultations.training.models import Training
from consultations.training.topics import Audience
from incidencia.organizations.rules import is_signed_in


@rules.predicate
def reads_its_process(user: Any, training: Training | None) -> bool:
    """Whoever may read the consultation."""
    if training is None:
        return False
    return is_published(user, training.consultation) or convenes(user, training.consultation)


@rules.predicate
def convenes_its_process(user: Any, training: Training | None) -> bool:
    """Who convenes the consultation."""
    return training is not None and convenes(user, training.consultation)


@rules.predicate
def may_attend(user: Any, training: Training | None) -> bool:
    """Members and who convenes; where it is open to everybody, anybody with an account."""
    if training is None or not is_signed_in(user):
        return False
    if training.audience == Audience.EVERYBODY:
        return reads_its_process(user, training)
    if convenes(user, training.consultation):
        return True
    return membership_of(training.consultation, user) is not None


@rules.predicate
def was_held(user: Any, training: Training | None) -> bool:
    """Its hour has come."""
    return training is not None and training.held


rules.add_perm("consultations.training_plan", convenes)
rules.add_perm("consultations.training_view", reads_its_process)
rules.add_perm("consultations.training_keep", convenes_its_process)
rules.add_perm("consultations.training_join", may_attend)  # where it is, and its materials for members alone
rules.add_perm("consultations.training_attend", may_attend & was_held)
rules.add_perm("consultations.training_record", convenes_its_process & was_held)
