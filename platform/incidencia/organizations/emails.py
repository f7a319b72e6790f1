"""Letters about who speaks for whom."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from incidencia.mail.services import send
from incidencia.organizations.models import Accreditation, Coordinator


def accreditation_offered(offer: Accreditation, *, language: str) -> None:
    """To the person an organization wants to speak for it: who offers what, and where to answer."""
    link = _address("accreditation_page", language, offer.token)
    send("incidencia/organizations/accreditation_offered", offer.email, {"offer": offer, "link": link}, language=language)


def coordinator_named(office: Coordinator, *, is_new: bool) -> None:
    """To who was named coordinator: of what, with which rank, and how to sign in."""
    language = office.person.language
    link = _address("account_reset_password" if is_new else "account_login", language)
    context = {"office": office, "link": link, "is_new": is_new}
    send("incidencia/organizations/coordinator_named", office.person.email, context, language=language)


def _address(name: str, language: str, *args: str) -> str:
    with translation.override(language):
        return settings.BASE_URL + reverse(name, args=args)
