"""Who may answer. What is not said here is denied."""

from typing import Any

import rules

from consultations.models import Consultation
from consultations.modes.opinion.models import Response, ResponseTo
from consultations.modes.opinion.referring.queries import held_by
from consultations.rules import convenes, is_official_of
from incidencia.organizations.queries import coordinates
from incidencia.organizations.rules import is_signed_in


@rules.predicate
def answers_here(user: Any, consultation: Consultation | None) -> bool:
    """Who convenes, the officials who are members, and who coordinates an agency that holds something here."""
    if consultation is None or not is_signed_in(user):
        return False
    return is_official_of(user, consultation) or held_by(user, consultation).exists()


@rules.predicate
def answers_it(user: Any, response: Response | None) -> bool:
    """An official of the process, or who coordinates the agency that answers by referral."""
    if response is None or not is_signed_in(user):
        return False
    return is_official_of(user, response.consultation) or coordinates(user, response.agency)


@rules.predicate
def writes_it(user: Any, response: Response | None) -> bool:
    """Who acts for the agency that answers: another one may read it second, and changes no word (G8.IV)."""
    if response is None or not is_signed_in(user):
        return False
    if response.agency_id == response.consultation.agency_id:
        return is_official_of(user, response.consultation)
    return coordinates(user, response.agency)


@rules.predicate
def convenes_it(user: Any, response: Response | None) -> bool:
    """The officer in charge signs; for another agency, who coordinates it."""
    if response is None:
        return False
    if response.agency_id == response.consultation.agency_id:
        return bool(convenes(user, response.consultation))
    return is_signed_in(user) and coordinates(user, response.agency)


@rules.predicate
def asked_for_it(user: Any, row: ResponseTo | None) -> bool:
    """The author of what was answered."""
    return row is not None and is_signed_in(user) and row.submission.contribution.author_id == user.pk


@rules.predicate
def is_out(user: Any, response: Response | None) -> bool:
    """It was published."""
    return response is not None and response.published_at is not None


@rules.predicate
def answers_for_it(user: Any, consultation: Consultation | None) -> bool:
    """Who convenes, and the officials who are members."""
    return consultation is not None and is_official_of(user, consultation)


rules.add_perm("consultations.answer_desk", answers_here)
rules.add_perm("consultations.assignment_make", answers_for_it)
rules.add_perm("consultations.response_edit", answers_it)
rules.add_perm("consultations.response_write", writes_it)
rules.add_perm("consultations.response_sign", convenes_it)
rules.add_perm("consultations.response_view", is_out | answers_it)
rules.add_perm("consultations.verdict_give", asked_for_it)
