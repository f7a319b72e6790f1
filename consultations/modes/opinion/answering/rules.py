"""Who may answer. What is not said here is denied."""

from typing import Any

import rules

from consultations.models import Consultation
from consultations.modes.opinion.models import Response, ResponseTo
from consultations.rules import convenes, is_official_of
from incidencia.organizations.rules import is_signed_in


@rules.predicate
def answers_here(user: Any, consultation: Consultation | None) -> bool:
    """Who convenes, and the officials who are members."""
    return consultation is not None and is_signed_in(user) and is_official_of(user, consultation)


@rules.predicate
def answers_it(user: Any, response: Response | None) -> bool:
    """The same, of the consultation of a response."""
    return response is not None and answers_here(user, response.consultation)


@rules.predicate
def convenes_it(user: Any, response: Response | None) -> bool:
    """The officer in charge signs."""
    return response is not None and convenes(user, response.consultation)


@rules.predicate
def asked_for_it(user: Any, row: ResponseTo | None) -> bool:
    """The author of what was answered."""
    return row is not None and is_signed_in(user) and row.submission.contribution.author_id == user.pk


@rules.predicate
def is_out(user: Any, response: Response | None) -> bool:
    """It was published."""
    return response is not None and response.published_at is not None


rules.add_perm("consultations.answer_desk", answers_here)
rules.add_perm("consultations.response_edit", answers_it)
rules.add_perm("consultations.response_sign", convenes_it)
rules.add_perm("consultations.response_view", is_out | answers_it)
rules.add_perm("consultations.verdict_give", asked_for_it)
