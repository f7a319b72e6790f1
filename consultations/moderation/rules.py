"""Who may hide, appeal and decide. What is not said here is denied."""

from typing import Any

import rules

from consultations.moderation.models import Hiding
from consultations.rules import is_official_of
from consultations.spine.models import Contribution
from consultations.spine.rules import answers_it, is_author
from incidencia.organizations.rules import is_signed_in


@rules.predicate
def is_not_its_own(user: Any, contribution: Contribution | None) -> bool:
    """Nobody moderates what they wrote themselves."""
    return contribution is not None and contribution.author_id != user.pk


@rules.predicate
def wrote_what_is_hidden(user: Any, hiding: Hiding | None) -> bool:
    """The author of what was hidden."""
    return hiding is not None and is_author(user, hiding.contribution)


@rules.predicate
def is_another_official(user: Any, hiding: Hiding | None) -> bool:
    """An official of the process, but not who hid it (G8.II)."""
    if hiding is None or not is_signed_in(user) or hiding.by_id == user.pk:
        return False
    return is_official_of(user, hiding.contribution.consultation)


@rules.predicate
def is_official(user: Any, hiding: Hiding | None) -> bool:
    """An official of the process."""
    return hiding is not None and is_signed_in(user) and is_official_of(user, hiding.contribution.consultation)


rules.add_perm("consultations.contribution_hide", answers_it & is_not_its_own)
rules.add_perm("consultations.hiding_appeal", wrote_what_is_hidden)
rules.add_perm("consultations.hiding_decide", is_another_official)
rules.add_perm("consultations.hiding_lift", is_official)
