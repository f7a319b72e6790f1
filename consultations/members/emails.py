"""Letters about taking part."""

from consultations.members.models import Application, Decision, Invitation, Membership
from incidencia.mail.links import link
from incidencia.mail.services import send


def application_received(application: Application) -> None:
    """To the applicant: it arrived, what happens next, where it stands."""
    _to_applicant("application_received", application)


def application_admitted(application: Application, membership: Membership) -> None:
    """To the applicant: they take part, with which voice and vote."""
    _to_applicant("application_admitted", application, membership=membership)


def application_declined(application: Application, decision: Decision) -> None:
    """To the applicant: which published requirement is not met, why, and what can be done."""
    _to_applicant("application_declined", application, decision=decision)


def invitation_sent(invitation: Invitation) -> None:
    """To whoever is invited: to what, as what, until when, and their personal link."""
    context = {
        "invitation": invitation,
        "consultation": invitation.consultation,
        "link": address_of(invitation),
    }
    send("consultations/emails/invitation_sent", invitation, context)


def address_of(invitation: Invitation) -> str:
    """Promise the personal link of an invitation, in the language of whoever is invited."""
    return link("invitation_accept", invitation.token, language=invitation.language)


def _to_applicant(name: str, application: Application, **more: object) -> None:
    consultation, person = application.consultation, application.person
    context = {
        "application": application,
        "consultation": consultation,
        "page": link("consultation_page", consultation.reference, language=person.language),
        "link": link("application_page", consultation.reference, application.pk, language=person.language),
        **more,
    }
    send(f"consultations/emails/{name}", person, context)
