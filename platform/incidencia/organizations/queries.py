"""What is read about organizations and agencies, and about who speaks for them."""

from collections.abc import Collection
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Q, QuerySet

from incidencia.accounts.models import Person
from incidencia.organizations.models import Accreditation, Agency, Coordinator, Organization, Representation
from incidencia.organizations.terms import in_force, today
from incidencia.text.fold import fold


def representations_of(person: Person, on: date | None = None) -> QuerySet[Representation]:
    """Promise the representations `person` holds on that day (today when absent), with their organizations."""
    return person.representations.in_force(on).select_related("organization").order_by("organization__folded_name")


def representatives_of(organization: Organization, on: date | None = None) -> QuerySet[Representation]:
    """Promise who speaks for `organization` on that day (today when absent), with the people."""
    return organization.representations.in_force(on).select_related("person")


def representatives_among(organizations: Collection[int]) -> dict[int, list[Person]]:
    """Promise who speaks today for each of these organizations, by its key. One query."""
    found: dict[int, list[Person]] = {}
    for one in Representation.objects.in_force().filter(organization__in=organizations).select_related("person"):
        found.setdefault(one.organization_id, []).append(one.person)
    return found


def speaks_for(person: Person | AnonymousUser, organization: Organization, on: date | None = None) -> bool:
    """Promise whether `person` may speak for `organization` on that day (today when absent)."""
    return person.is_authenticated and organization.representations.in_force(on).filter(person=person).exists()


def has_voice(organization: Organization) -> bool:
    """Promise whether anybody speaks for `organization` today."""
    return organization.representations.in_force().exists()


def offices_of(person: Person, on: date | None = None) -> QuerySet[Coordinator]:
    """Promise the offices of coordination `person` holds on that day (today when absent), with their agencies."""
    return person.offices.in_force(on).select_related("agency").order_by("agency__acronym")


def agencies_coordinated_by(person: Person | AnonymousUser, on: date | None = None) -> QuerySet[Agency]:
    """Promise the agencies `person` convenes for on that day (today when absent)."""
    if not person.is_authenticated:
        return Agency.objects.none()
    return Agency.objects.filter(in_force(on or today(), "coordinators__"), coordinators__person=person).distinct()


def coordinates(person: Person | AnonymousUser, agency: Agency, on: date | None = None) -> bool:
    """Promise whether `person` holds the office of coordination of `agency` on that day (today when absent)."""
    return person.is_authenticated and agency.coordinators.in_force(on).filter(person=person).exists()


def coordinators_of(agency: Agency, on: date | None = None) -> QuerySet[Coordinator]:
    """Promise the offices of `agency` held on that day (today when absent), with the people."""
    return agency.coordinators.in_force(on).select_related("person")


def organizations_found(words: str = "", category: str = "", state: str = "") -> QuerySet[Organization]:
    """Promise the organizations that carry every one of `words` (accents and case aside), with `.voices`."""
    voices = Count("representations", filter=in_force(today(), "representations__"))
    found = Organization.objects.annotate(voices=voices).order_by("folded_name", "pk")
    for word in fold(words).split():
        found = found.filter(folded__contains=word)
    if category:
        found = found.filter(category=category)
    if state:
        found = found.filter(state=state)
    return found


def agencies_shown() -> QuerySet[Agency]:
    """Promise every agency, with `.offices`, how many offices of coordination it has today."""
    offices = Count("coordinators", filter=in_force(today(), "coordinators__"))
    return Agency.objects.annotate(offices=offices).order_by("acronym")


def accreditations_awaiting(person: Person) -> QuerySet[Accreditation]:
    """Promise the accreditations offered to the e-mail of `person` and not yet answered."""
    return Accreditation.objects.filter(email=person.email, answered_at__isnull=True).select_related(
        "organization", "made_by"
    )


def accreditations_open(organization: Organization) -> QuerySet[Accreditation]:
    """Promise the unanswered accreditations of `organization`. They carry e-mails: for representatives only."""
    return organization.accreditations.filter(answered_at__isnull=True).select_related("made_by")


def overlaps(person: Person, organization: Organization, starts_on: date, ends_on: date | None) -> bool:
    """Promise whether `person` already speaks for `organization` on some day of that term."""
    same = Representation.objects.filter(person=person, organization=organization)
    ends_later = Q(ends_on__isnull=True) | Q(ends_on__gt=starts_on) | Q(ends_on=starts_on, ended_at__isnull=True)
    begins_before = Q(starts_on__lte=ends_on) if ends_on else Q()
    return same.filter(ends_later & begins_before).exists()


def agencies_with_a_coordinator() -> QuerySet[Agency]:
    """Promise the agencies for which somebody holds the office of coordination today."""
    return Agency.objects.filter(in_force(today(), "coordinators__")).distinct().order_by("acronym")
