"""Applications: somebody asks to take part, withdraws, or asks once that a refusal be looked at again."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from consultations.members import emails
from consultations.members.kinds import ApplicationState
from consultations.members.models import Answer, Application
from consultations.members.once import standing as takes_part
from consultations.models import Consultation, Requirement
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.organizations.categories import Category
from incidencia.organizations.models import Representation
from incidencia.text.clean import TooLong, check_length
from incidencia.web.refusals import Refused

IN_OWN_NAME = (Category.CITIZEN, Category.INDIGENOUS, Category.PEER_SUPPORT, Category.OTHER)


@dataclass(frozen=True, slots=True)
class Asked:
    """What an applicant says: for whom they speak, why, and how they meet each requirement (by its id)."""

    motivation: str
    answers: Mapping[int, str]
    names_public: bool
    representation: Representation | None = None
    category: str = Category.CITIZEN
    category_other: str = ""


@transaction.atomic
def apply(*, consultation: Consultation, by: Person, asked: Asked) -> Application:
    """Receive an application and confirm it by letter.

    Raises Refused when the call is not open, the person already takes part or applied (`already-applied`), the
    organization already applied, a requirement is unanswered, or the person was not told that names are public.
    """
    _refuse_closed(consultation)
    _refuse_known(consultation, by, asked.representation)
    requirements = list(consultation.requirements.all())
    _refuse_gaps(asked, requirements)
    of = asked.representation
    application = Application(
        consultation=consultation,
        person=by,
        representation=of,
        organization=of.organization if of else None,
        category=of.organization.category if of else asked.category,
        category_other=of.organization.category_other if of else asked.category_other,
        motivation=asked.motivation.strip(),
        language=get_language() or by.language,
        acted_as=of.organization.name if of else "",
        names_public=asked.names_public,
    )
    try:
        with transaction.atomic():
            application.save()
    except IntegrityError:  # somebody pressed twice, or two representatives at once
        _refuse_known(consultation, by, of)
        raise
    Answer.objects.bulk_create(
        Answer(application=application, requirement=row, text=asked.answers[row.pk].strip()) for row in requirements
    )
    emails.application_received(application)
    return application


@transaction.atomic
def application_withdraw(*, application: Application, by: Person) -> Application:
    """Take an application back before it is decided. Doing it again changes nothing. Raises Refused."""
    application = locked(application)
    if application.state is ApplicationState.WITHDRAWN:
        return application
    if application.state not in (ApplicationState.RECEIVED, ApplicationState.APPEALED):
        raise Refused(
            "already-decided",
            _("Your application has been decided, so it can't be withdrawn."),
            advice=_("What was decided stays on record. Write to the officer in charge if it no longer holds."),
        )
    application.withdrawn_at = now()
    application.save(update_fields=["withdrawn_at"])
    return application


@transaction.atomic
def application_appeal(*, application: Application, text: str, by: Person) -> Application:
    """Ask, once, that a refusal be looked at again (G8.II). Raises Refused."""
    application = locked(application)
    if not application.can_be_appealed:
        raise Refused(
            "no-appeal",
            _("This decision can't be appealed."),
            rule="G8.II",
            advice=_("Each refusal can be appealed once."),
        )
    if not text.strip():
        raise Refused("appeal-empty", _("Say what the decision missed."), advice=_("One paragraph is enough."))
    application.appeal, application.appealed_at = text.strip(), now()
    application.save(update_fields=["appeal", "appealed_at"])
    return application


def locked(application: Application) -> Application:
    """Promise the row as it is now, held until the transaction ends."""
    rows = Application.objects.select_for_update(of=("self",))
    return rows.select_related("consultation__coordinator__person", "person", "organization").get(pk=application.pk)


def application_of(consultation: Consultation, person: Person) -> Application | None:
    """Promise the application of `person` that stands, with its decisions. Two queries."""
    rows = consultation.applications.filter(person=person, withdrawn_at__isnull=True)
    return rows.select_related("organization").prefetch_related("decisions__requirement").first()


def _refuse_closed(consultation: Consultation) -> None:
    if not consultation.accepts_applications:
        raise Refused(
            "call-not-open",
            _("Applications are not open: the process is “%(state)s”.") % {"state": consultation.state.label},
            rule="G18.IV",
            advice=_("The page of the process says when they open. Reading and following need no application."),
        )


def _refuse_known(consultation: Consultation, by: Person, of: Representation | None) -> None:
    if consultation.coordinator.person_id == by.pk:
        raise Refused(
            "convener-applies",
            _("You are the officer in charge of this process."),
            rule="G15",
            advice=_("Who convenes does not apply: you take part as the secretariat."),
        )
    if takes_part(consultation).filter(person=by).exists():
        raise Refused(
            "already-member", _("You already take part in this process."), advice=_("There is nothing to do.")
        )
    standing = consultation.applications.filter(withdrawn_at__isnull=True)
    if standing.filter(person=by).exists():
        raise Refused(
            "already-applied",
            _("You have already applied to this process."),
            advice=_("Your application page says where it stands."),
        )
    if of is None:
        return
    if of.person_id != by.pk or not of.is_in_force():
        raise Refused(
            "not-representative",
            _("You don't speak for that organization today."),
            advice=_("Ask one of its representatives to accredit you, or apply in your own name."),
        )
    if twin := standing.filter(organization=of.organization).select_related("person").first():
        raise Refused(
            "organization-applied",
            _("%(organization)s has already applied, through %(person)s.")
            % {"organization": of.organization.name, "person": twin.person.name},
            advice=_("An organization takes one place. Apply in your own name, or agree with them who speaks."),
        )


def _refuse_gaps(asked: Asked, requirements: list[Requirement]) -> None:
    if not asked.names_public:
        raise Refused(
            "names-are-public",
            _("Whoever takes part appears by name in public, and you have not said that you know it."),
            rule="G38.VI, G40",
            advice=_("If you can't be named, take part through an organization."),
        )
    if asked.representation is None and asked.category not in IN_OWN_NAME:
        raise Refused(
            "category-of-organizations",
            _("That category is of organizations."),
            rule="G17",
            advice=_("Apply for the organization, or choose a category for people."),
        )
    if asked.representation is None and asked.category == Category.OTHER and not asked.category_other.strip():
        raise Refused("other-which", _("Say which category."), rule="G17", advice=_("Two or three words are enough."))
    if not asked.motivation.strip():
        raise Refused("no-motivation", _("Say why you want to take part."), advice=_("A few sentences are enough."))
    if any(not asked.answers.get(row.pk, "").strip() for row in requirements):
        raise Refused(
            "requirement-unanswered",
            _("A requirement has no answer."),
            rule="G8.II",
            advice=_("Say for each requirement how you meet it: the decision rests on nothing else."),
        )
    for text in (asked.motivation, *asked.answers.values()):
        _refuse_long(text)


def _refuse_long(text: str) -> None:
    try:
        check_length(text)
    except TooLong as error:
        raise Refused("too-long", str(error)) from error
