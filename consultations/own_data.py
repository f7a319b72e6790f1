"""What consultations hold about a person, for the page `own_data`."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from consultations.bylaws import own_data as bylaws
from consultations.exchange import own_data as exchange
from consultations.groups import own_data as groups
from consultations.members import own_data as members
from consultations.models import Application, CallCorrection, Consultation, Decision, Digest, Invitation
from consultations.moderation import own_data as moderation
from consultations.modes.comanagement import own_data as comanagement
from consultations.modes.deliberation import own_data as deliberation
from consultations.modes.dialogue import own_data as dialogue
from consultations.modes.information import own_data as information
from consultations.modes.opinion import own_data as opinion
from consultations.modes.surveillance import own_data as surveillance
from consultations.sessionrules import own_data as sessionrules
from consultations.training import own_data as training
from incidencia.accounts.models import Person

Records = list[dict[str, Any]]


def collect(person: Person) -> dict[str, Records]:
    """Promise what a person takes part in, asked for, was invited to, decided and published."""
    return {
        _("Processes you take part in, now or before"): _memberships(person),
        _("Applications you sent"): _applications(person),
        _("Invitations made to you or by you"): _invitations(person),
        _("Processes you opened, published or began"): _processes(person),
        _("Decisions you took on applications"): _decisions(person),
        _("Corrections you made to a call"): [
            {
                _("Process"): row.consultation.reference,
                _("Part"): row.part,
                _("Reason"): row.reason,
                _("Capacity"): row.acted_as,
                _("When"): row.at,
            }
            for row in CallCorrection.objects.filter(by=person).select_related("consultation")
        ],
        _("The letter that gathers what waits for you"): [
            {_("How often"): str(row.get_every_display()), _("Last written"): row.written_on}
            for row in Digest.objects.filter(person=person)
        ],
        **members.collect(person),
        **bylaws.collect(person),
        **sessionrules.collect(person),
        **training.collect(person),
        **moderation.collect(person),
        **information.collect(person),
        **opinion.collect(person),
        **dialogue.collect(person),
        **comanagement.collect(person),
        **surveillance.collect(person),
        **groups.collect(person),
        **exchange.collect(person),
        **deliberation.collect(person),
    }


def _memberships(person: Person) -> Records:
    return [
        {
            _("Process"): row.consultation.reference,
            _("Side"): str(row.get_side_display()),
            _("Takes part as"): str(row.role.label),
            _("Category"): row.kind,
            _("Speaks for"): row.speaks_for,
            _("Capacity"): row.capacity,
            _("Appointment"): row.appointment,
            _("Power"): row.powers,
            _("From"): row.starts_on,
            _("To"): row.ends_on,
            _("Admitted by"): row.admitted_by.name,
        }
        for row in person.memberships.select_related("consultation", "organization", "agency", "admitted_by")
    ]


def _applications(person: Person) -> Records:
    rows = Application.objects.filter(person=person).select_related("consultation", "organization")
    return [
        {
            _("Process"): row.consultation.reference,
            _("Speaks for"): row.organization.name if row.organization else "",
            _("Category"): row.kind,
            _("Motivation"): row.motivation,
            _("Answers to the requirements"): "\n".join(answer.text for answer in row.answers.all()),
            _("Sent"): row.at,
            _("State"): str(row.state.label),
            _("Appeal"): row.appeal,
        }
        for row in rows.prefetch_related("answers", "decisions")
    ]


def _invitations(person: Person) -> Records:
    concerned = Invitation.objects.filter(Q(email=person.email) | Q(by=person) | Q(used_by=person))
    return [
        {
            _("Process"): row.consultation.reference,
            _("Made to"): row.email,
            _("Name"): row.name,
            _("Made by"): row.by.name,
            _("Made"): row.at,
            _("Why directly"): row.why_direct,
            _("Career"): row.career,
            _("Experience"): row.experience,
            _("Other aspects"): row.other_aspects,
            _("Used"): row.used_at,
        }
        for row in concerned.select_related("consultation", "by")
    ]


def _processes(person: Person) -> Records:
    rows = Consultation.objects.filter(Q(created_by=person) | Q(published_by=person) | Q(started_by=person))
    return [
        {
            _("Process"): row.reference,
            _("Opened"): row.created_at if row.created_by_id == person.pk else None,
            _("Published"): row.published_at if row.published_by_id == person.pk else None,
            _("Begun"): row.started_at if row.started_by_id == person.pk else None,
        }
        for row in rows
    ]


def _decisions(person: Person) -> Records:
    rows = Decision.objects.filter(by=person).select_related("application__consultation", "application__person")
    return [
        {
            _("Process"): row.application.consultation.reference,
            _("Applicant"): row.application.person.name,
            _("Admitted"): row.admitted,
            _("Reason"): row.reason,
            _("Capacity"): row.acted_as,
            _("When"): row.at,
        }
        for row in rows
    ]
