"""Who may not admit, appeal and decide. What is not said here is denied."""

from typing import Any

import rules

from consultations.modes.opinion.models import Inadmission
from consultations.modes.opinion.referring.rules import answers_it
from consultations.modes.opinion.rules import wrote_it as is_its_author
from consultations.rules import is_official_of
from incidencia.organizations.rules import is_signed_in


@rules.predicate
def wrote_it(user: Any, inadmission: Inadmission | None) -> bool:
    """The author of what was not admitted."""
    return (
        inadmission is not None
        and is_signed_in(user)
        and inadmission.submission.contribution.author_id == user.pk
    )  # fmt: skip


@rules.predicate
def is_another_official(user: Any, inadmission: Inadmission | None) -> bool:
    """An official of the process, but neither who declared it nor who wrote it (G8.II)."""
    if inadmission is None:
        return False
    if user.pk in (inadmission.by_id, inadmission.submission.contribution.author_id):
        return False
    return is_official_of(user, inadmission.submission.contribution.consultation)


rules.add_perm("consultations.inadmission_declare", answers_it & ~is_its_author)
rules.add_perm("consultations.inadmission_appeal", wrote_it)
rules.add_perm("consultations.inadmission_decide", is_another_official)
