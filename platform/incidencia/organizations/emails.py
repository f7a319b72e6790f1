"""Letters about who speaks for whom."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from incidencia.accounts.emails import Addressee
from incidencia.accounts.models import Person
from incidencia.mail.services import send
from incidencia.organizations.models import Accreditation, Coordinator


def accreditation_offered(offer: Accreditation, *, known: Person | None) -> None:
    """To the person an organization wants to speak for it: who offers what, and where to answer.

    Without an account of their own they are written to in the language of whoever offers.
    """
    to = known or Addressee(offer.email, "", offer.made_by.language)
    link = _address("accreditation_page", to.language, offer.token)
    send("incidencia/organizations/emails/accreditation_offered", to, {"offer": offer, "link": link})


def coordinator_named(office: Coordinator, *, is_new: bool) -> None:
    """To who was named coordinator: of what, with which rank, and how to sign in."""
    link = _address("account_reset_password" if is_new else "account_login", office.person.language)
    context = {"office": office, "link": link, "is_new": is_new}
    send("incidencia/organizations/emails/coordinator_named", office.person, context)


def _address(name: str, language: str, *args: str) -> str:
    with translation.override(language):
        return settings.BASE_URL + reverse(name, args=args)
