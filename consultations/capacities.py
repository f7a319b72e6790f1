"""In which capacity somebody acts. It is written beside the person in every row, as it was at that moment."""

from consultations.models import Consultation, Membership
from incidencia.accounts.models import Person
from incidencia.organizations import capacities
from incidencia.organizations import queries as organizations
from incidencia.organizations.models import Agency, Coordinator


def office_held(person: Person, agency: Agency) -> Coordinator | None:
    """Promise the office of coordination that `person` holds in `agency` today, or None. One query."""
    return organizations.coordinators_of(agency).filter(person=person).first()


def of_convener(person: Person, consultation: Consultation) -> str:
    """Promise the words for who convenes: rank and agency. No query while the officer in charge acts."""
    named = consultation.coordinator
    office = named if named.person_id == person.pk else office_held(person, consultation.agency)
    return describe(office) if office else ""


def of_official(person: Person, consultation: Consultation) -> str:
    """Promise the words for an official: the office that convenes, else what their membership says.

    Who answers for another agency, by referral, acts in the office held there.
    """
    if office := of_convener(person, consultation):
        return office
    member = consultation.memberships.in_force().filter(person=person).first()
    if member is not None:
        return f"{member.capacity}, {member.speaks_for}"
    elsewhere = organizations.offices_of(person).first()
    return describe(elsewhere) if elsewhere else ""


def of_member(member: Membership) -> str:
    """Promise the words for who takes part: capacity and whom they speak for, or that they speak for themselves.

    Ask for `organization` and `agency` with the membership.
    """
    return ", ".join(part for part in (member.capacity, member.speaks_for) if part) or capacities.ONESELF


def describe(office: Coordinator) -> str:
    """Promise rank and agency as they are recorded, not translated: `Dirección de área, DGAG`."""
    return f"{office.rank}, {office.agency.name_es or office.agency.name_en}"
