"""Letters about who speaks for whom, what the desk decided, vouchers and networks."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from incidencia.accounts.emails import Addressee
from incidencia.accounts.models import Person
from incidencia.mail.services import send
from incidencia.organizations import queries
from incidencia.organizations.models import Accreditation, Affiliation, Coordinator, Verification, Voucher


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


def affiliation_proposed(proposal: Affiliation) -> None:
    """To everyone who speaks for the organization: which network lists it, and where to answer."""
    for mandate in queries.representatives_of(proposal.member):
        context = {"proposal": proposal, "link": _address("affiliation_page", mandate.person.language, proposal.pk)}
        send("incidencia/organizations/emails/affiliation_proposed", mandate.person, context)


def voucher_asked(voucher: Voucher) -> None:
    """To everyone who speaks for a verified organization: which group asks it to vouch, and where to answer."""
    for mandate in queries.representatives_of(voucher.organization):
        link = _address("voucher_give", mandate.person.language, voucher.pk)
        context = {"voucher": voucher, "subject": voucher.verification.organization, "link": link}
        send("incidencia/organizations/emails/voucher_asked", mandate.person, context)


def verification_decided(verification: Verification) -> None:
    """To whoever asked: what the desk decided, why, and what can be done."""
    to = verification.asked_by
    link = _address("verification_page", to.language, verification.pk)
    context = {"verification": verification, "organization": verification.organization, "link": link}
    send("incidencia/organizations/emails/verification_decided", to, context)


def _address(name: str, language: str, *args: object) -> str:
    with translation.override(language):
        return settings.BASE_URL + reverse(name, args=args)
