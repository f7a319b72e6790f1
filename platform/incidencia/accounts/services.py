"""What people do with their own account."""

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext as _

from incidencia.accounts import notices
from incidencia.accounts.models import Acceptance, Person
from incidencia.web.refusals import Refused


@transaction.atomic
def notice_accept(*, person: Person, version: int) -> Acceptance:
    """Record that `person` accepts the notice. Accepting again changes nothing.

    Raises Refused when `version` is not the one in force.
    """
    notice = notices.current()
    if notice.version != version:
        raise Refused(
            "notice-changed",
            _("The privacy notice has a new version."),
            advice=_("Read it and accept it again."),
        )
    return Acceptance.objects.get_or_create(person=person, notice=notice)[0]


@transaction.atomic
def profile_change(*, person: Person, name: str, language: str, zone: str) -> Person:
    """Change what a person decides about themself."""
    person.name, person.language, person.zone = name, language, zone
    person.save(update_fields=["name", "language", "zone"])
    return person


@transaction.atomic
def person_bring_in(*, email: str, name: str, language: str) -> Person:
    """Promise the person with this e-mail, made without password when there is none yet.

    A new one sets their password through "I forgot my password": the letter proves the address is theirs.
    """
    person = Person.objects.filter(email=email.strip().lower()).first()
    if person is None:
        person = Person.objects.create_user(email, name=name, language=language)
        EmailAddress.objects.create(user=person, email=person.email, primary=True, verified=False)
    return person
