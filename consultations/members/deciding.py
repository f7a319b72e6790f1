"""Decisions on applications. A refusal rests on a published requirement and says why (G8.II)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from consultations.capacities import of_convener
from consultations.members import emails
from consultations.members.applying import locked
from consultations.members.kinds import ApplicationState, Role, Side
from consultations.members.models import Application, Decision, Membership
from consultations.members.once import refuse_backwards, refuse_twice
from consultations.models import Requirement
from consultations.services import locked as consultation_locked
from incidencia.accounts.models import Person
from incidencia.web.refusals import Refused


@transaction.atomic
def application_admit(
    *, application: Application, by: Person, role: str = Role.MEMBER, ends_on: date | None = None
) -> Membership:
    """Admit: the applicant becomes a member on the civil side until `ends_on`, if said, and gets a letter.

    Raises Refused once it is decided, for who takes part already, and for a term that ends before it begins.
    """
    application = _open(application, by)
    consultation, role = consultation_locked(application.consultation), Role(role)
    refuse_twice(consultation, application.person, advice=_("They may have joined by an invitation."))
    refuse_backwards(ends_on)
    acted_as = of_convener(by, consultation)
    Decision.objects.create(
        application=application, round=_round(application), admitted=True, by=by, acted_as=acted_as
    )
    membership = Membership.objects.create(
        consultation=consultation,
        person=application.person,
        side=Side.CIVIL,
        category=application.category,
        category_other=application.category_other,
        organization=application.organization,
        voice=role.voice,
        vote=role.vote,
        ends_on=ends_on,
        admitted_by=by,
        admitted_as=acted_as,
        application=application,
    )
    emails.application_admitted(application, membership)
    return membership


@transaction.atomic
def application_decline(
    *, application: Application, requirement: Requirement | None, reason: str, by: Person
) -> Decision:
    """Decline, naming one published requirement that is not met and why; the applicant gets both. Raises Refused."""
    application = _open(application, by)
    if requirement is None or requirement.consultation_id != application.consultation_id:
        raise Refused(
            "refusal-without-requirement",
            _("A refusal names the published requirement that is not met."),
            rule="G8.II",
            advice=_("Choose the requirement. If all are met, admit the person."),
        )
    if not reason.strip():
        raise Refused(
            "refusal-without-reason",
            _("A refusal says why the requirement is not met."),
            rule="G8.II",
            advice=_("Write what is missing and what would show it."),
        )
    decision = Decision.objects.create(
        application=application,
        round=_round(application),
        admitted=False,
        requirement=requirement,
        reason=reason.strip(),
        by=by,
        acted_as=of_convener(by, application.consultation),
    )
    emails.application_declined(application, decision)
    return decision


def _open(application: Application, by: Person) -> Application:
    application = locked(application)
    if application.person_id == by.pk:
        raise Refused("own-application", _("Nobody decides on their own application."), rule="G21.IV")
    if application.state not in (ApplicationState.RECEIVED, ApplicationState.APPEALED):
        raise Refused(
            "already-decided",
            _("There is nothing to decide: the application is “%(state)s”.") % {"state": application.state.label},
            advice=_("Somebody may have decided a moment ago. The page shows what was decided."),
        )
    return application


def _round(application: Application) -> int:
    return 2 if application.appealed_at else 1
