"""Who may refer and give back. What is not said here is denied."""

from typing import Any

import rules

from consultations.modes.opinion.models import Referral, Submission
from consultations.rules import is_official_of
from incidencia.organizations.queries import coordinates
from incidencia.organizations.rules import is_signed_in


@rules.predicate
def answers_it(user: Any, submission: Submission | None) -> bool:
    """An official of its process."""
    return submission is not None and is_official_of(user, submission.contribution.consultation)


@rules.predicate
def holds_it(user: Any, referral: Referral | None) -> bool:
    """Who coordinates the agency that holds it; for a unit of the convening agency, an official of the process."""
    if referral is None or not is_signed_in(user):
        return False
    if referral.agency is not None:
        return coordinates(user, referral.agency)
    return is_official_of(user, referral.submission.contribution.consultation)


rules.add_perm("consultations.submission_refer", answers_it)
rules.add_perm("consultations.clock_change", answers_it)
rules.add_perm("consultations.referral_return", holds_it)
