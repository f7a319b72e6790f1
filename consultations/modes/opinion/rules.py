"""Who may ask, send, correct and sign on at level III. What is not said here is denied."""

from typing import Any

import rules

from consultations.activities.models import Activity, Visibility
from consultations.activities.rules import takes_part
from consultations.activities.window import State
from consultations.lifecycle import State as Life
from consultations.models import Consultation
from consultations.modes.opinion.models import Submission
from consultations.rules import convenes, is_official_of
from incidencia.organizations.rules import is_signed_in


@rules.predicate
def asks(user: Any, activity: Activity | None) -> bool:
    """Who convenes writes the questions of a draft; once it is published people rely on them."""
    return activity is not None and activity.state is State.DRAFT and convenes(user, activity.consultation)


@rules.predicate
def sends_here(user: Any, activity: Activity | None) -> bool:
    """Anybody with an account; where only members read, its members. Never those who have to answer."""
    if activity is None or not is_signed_in(user) or activity.state is State.DRAFT:
        return False
    if is_official_of(user, activity.consultation):
        return False
    return activity.visibility == Visibility.PUBLIC or takes_part(user, activity)


@rules.predicate
def raises_here(user: Any, consultation: Consultation | None) -> bool:
    """Anybody with an account, in any process that is published and has not ended (G8.I, G8.III, A3)."""
    if consultation is None or not is_signed_in(user):
        return False
    if consultation.state in (Life.DRAFT, Life.CONCLUDED):
        return False
    return not is_official_of(user, consultation)


@rules.predicate
def wrote_it(user: Any, submission: Submission | None) -> bool:
    """Its author."""
    return submission is not None and is_signed_in(user) and submission.contribution.author_id == user.pk


@rules.predicate
def may_join_it(user: Any, submission: Submission | None) -> bool:
    """Whoever could have sent one like it, but its author."""
    if submission is None or wrote_it(user, submission):
        return False
    contribution = submission.contribution
    if contribution.activity is None:
        return raises_here(user, contribution.consultation)
    return sends_here(user, contribution.activity)


rules.add_perm("consultations.question_write", asks)
rules.add_perm("consultations.submission_send", sends_here)
rules.add_perm("consultations.issue_raise", raises_here)
rules.add_perm("consultations.submission_correct", wrote_it)
rules.add_perm("consultations.submission_receipt", wrote_it)
rules.add_perm("consultations.submission_sign", may_join_it)
