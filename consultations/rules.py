"""Who may do what in a consultation. What is not said here is denied."""

from typing import Any

import rules

from consultations.capacities import office_held
from consultations.members.kinds import Side
from consultations.members.models import Application
from consultations.models import Consultation
from incidencia.organizations.rules import holds_its_office, is_signed_in


@rules.predicate
def is_published(user: Any, consultation: Consultation | None) -> bool:
    """The call is public, and with it the consultation."""
    return consultation is not None and consultation.published_at is not None


@rules.predicate
def is_in_charge(user: Any, consultation: Consultation | None) -> bool:
    """The officer in charge, while in office (G18.VI)."""
    if consultation is None or not is_signed_in(user):
        return False
    return consultation.coordinator.person_id == user.pk and consultation.coordinator.is_in_force()


@rules.predicate
def succeeds_in_charge(user: Any, consultation: Consultation | None) -> bool:
    """Whoever holds the agency's office after the officer in charge left: it is an office, not a person."""
    if consultation is None or not is_signed_in(user) or consultation.coordinator.is_in_force():
        return False
    return office_held(user, consultation.agency) is not None


@rules.predicate
def is_applicant(user: Any, application: Application | None) -> bool:
    """The person whose application it is."""
    return application is not None and is_signed_in(user) and application.person_id == user.pk


@rules.predicate
def convenes_it(user: Any, application: Application | None) -> bool:
    """Who convenes the consultation somebody applied to."""
    return application is not None and convenes(user, application.consultation)


convenes = is_in_charge | succeeds_in_charge


def is_official_of(user: Any, consultation: Consultation) -> bool:
    """Who convenes, and the officials who are its members: they answer, and reserve binds them. One query at most."""
    if not is_signed_in(user):
        return False
    if convenes(user, consultation):
        return True
    return consultation.memberships.in_force().filter(person=user, side=Side.PUBLIC).exists()


rules.add_perm("consultations.consultation_found", holds_its_office)
rules.add_perm("consultations.consultation_view", is_published | convenes)
rules.add_perm("consultations.consultation_edit", convenes)
rules.add_perm("consultations.office_take", succeeds_in_charge)
rules.add_perm("consultations.call_publish", convenes)
rules.add_perm("consultations.operation_start", convenes)
rules.add_perm("consultations.apply", is_signed_in & is_published)
rules.add_perm("consultations.application_list", convenes)
rules.add_perm("consultations.application_decide", convenes_it)
rules.add_perm("consultations.application_view", is_applicant | convenes_it)
rules.add_perm("consultations.application_withdraw", is_applicant)
rules.add_perm("consultations.application_appeal", is_applicant)
rules.add_perm("consultations.invitation_send", convenes)
