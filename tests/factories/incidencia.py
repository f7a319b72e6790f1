"""People, organizations and agencies for tests: plain functions, sensible defaults, everything can be said otherwise.

A person made here has confirmed the e-mail and accepted the privacy notice, so that no page is intercepted.
"""

from datetime import date
from typing import Any

from allauth.account.models import EmailAddress

from incidencia.accounts.models import Acceptance, Person
from incidencia.accounts.notices import current, ship_first
from incidencia.organizations.categories import Category
from incidencia.organizations.models import Agency, Coordinator, Organization, Representation
from incidencia.organizations.terms import today
from incidencia.text.fold import fold

PASSWORD = "agua de jamaica fría"
LONG_AGO = date(2020, 1, 1)


def person(name: str = "Nadie Particular", *, email: str = "", accepted: bool = True, **fields: Any) -> Person:
    """A person who can sign in with PASSWORD. Their e-mail is made of the name: `alba.ruiz@example.org`."""
    made = Person.objects.create_user(
        email or f"{fold(name).replace(' ', '.')}@example.org", PASSWORD, name=name, **fields
    )
    EmailAddress.objects.create(user=made, email=made.email, verified=True, primary=True)
    if accepted:
        accept_notice(made)
    return made


def accept_notice(someone: Person) -> Acceptance:
    """Accept the notice in force. A test that empties tables takes the shipped notice away: it is shipped again."""
    ship_first()
    return Acceptance.objects.get_or_create(person=someone, notice=current())[0]


def superuser(name: str = "Raíz Sistema", **fields: Any) -> Person:
    """A superuser: founds agencies and names coordinators, nothing else."""
    return person(name, is_superuser=True, is_staff=True, **fields)


def agency(acronym: str = "DGAG", *, coordinator: Person | None = None, rank: str = "", **fields: Any) -> Agency:
    """An agency; with `coordinator`, that person holds its office since LONG_AGO."""
    fields.setdefault("name_es", "Dirección General de Asuntos Globales")
    fields.setdefault("name_en", "Directorate for Global Affairs")
    made = Agency.objects.create(acronym=acronym, **fields)
    if coordinator:
        office(made, coordinator, rank=rank)
    return made


def office(of: Agency, holder: Person, *, rank: str = "", **fields: Any) -> Coordinator:
    """The office of coordination of an agency, held by somebody."""
    fields.setdefault("starts_on", LONG_AGO)
    return Coordinator.objects.create(agency=of, person=holder, rank=rank or "Dirección de área", **fields)


def organization(name: str = "Red Norte", *, by: Person, represented: bool = True, **fields: Any) -> Organization:
    """An organization registered by somebody, who speaks for it unless `represented` is false."""
    fields.setdefault("category", Category.CSO)
    made = Organization.objects.create(name=name, registered_by=by, **fields)
    if represented:
        representation(made, by)
    return made


def representation(of: Organization, speaker: Person, **fields: Any) -> Representation:
    """That somebody speaks for an organization, since LONG_AGO and without end unless said otherwise."""
    fields.setdefault("scope", "En todo")
    fields.setdefault("starts_on", LONG_AGO)
    fields.setdefault("made_by", speaker)
    return Representation.objects.create(organization=of, person=speaker, **fields)


def day(offset: int = 0) -> date:
    """The day `offset` days from today, where the institutions work."""
    return date.fromordinal(today().toordinal() + offset)
