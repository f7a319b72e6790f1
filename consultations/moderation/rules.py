"""Who may hide, appeal and decide. What is not said here is denied."""

from typing import Any

import rules

from consultations.models import Consultation
from consultations.moderation.models import Hiding
from consultations.rules import convenes, is_official_of
from consultations.spine.models import Contribution
from consultations.spine.rules import answers_it
from incidencia.organizations.rules import is_signed_in


@rules.predicate
def is_not_its_own(user: Any, contribution: Contribution | None) -> bool:
    """Nobody moderates what they wrote themselves."""
    return contribution is not None and contribution.author_id != user.pk


@rules.predicate
def wrote_what_is_hidden(user: Any, hiding: Hiding | None) -> bool:
    """The author of what was hidden."""
    return hiding is not None and is_signed_in(user) and hiding.author.pk == user.pk


@rules.predicate
def is_another_official(user: Any, hiding: Hiding | None) -> bool:
    """An official of the process, but neither who hid it nor who wrote it (G8.II)."""
    if hiding is None or user.pk in (hiding.by_id, hiding.author.pk):
        return False
    return is_official_of(user, hiding.contribution.consultation)


@rules.predicate
def is_official(user: Any, hiding: Hiding | None) -> bool:
    """An official of the process who did not write it."""
    if hiding is None or hiding.author.pk == user.pk:
        return False
    return is_official_of(user, hiding.contribution.consultation)


@rules.predicate
def belongs(user: Any, consultation: Consultation | None) -> bool:
    """Who convenes, and the members: they read what only members read."""
    if consultation is None or not is_signed_in(user):
        return False
    return bool(convenes(user, consultation)) or consultation.memberships.in_force().filter(person=user).exists()


rules.add_perm("consultations.moderation_read_inner", belongs)
rules.add_perm("consultations.contribution_hide", answers_it & is_not_its_own)
rules.add_perm("consultations.hiding_appeal", wrote_what_is_hidden)
rules.add_perm("consultations.hiding_decide", is_another_official)
rules.add_perm("consultations.hiding_lift", is_official)
