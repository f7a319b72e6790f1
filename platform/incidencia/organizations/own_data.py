"""What this part holds about a person, for the page `own_data`."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from incidencia.accounts.models import Person
from incidencia.organizations.models import (
    Accreditation,
    Affiliation,
    Agency,
    Organization,
    Verification,
    Voucher,
)

Records = list[dict[str, Any]]


def collect(person: Person) -> dict[str, Records]:
    """Promise the organizations a person speaks for or registered, their offices and accreditations."""
    return {
        _("Organizations you speak for, now or before"): _representations(person),
        _("Organizations you registered"): [
            {_("Organization"): o.name, _("Registered"): o.registered_at}
            for o in Organization.objects.filter(registered_by=person)
        ],
        _("Offices of coordination you hold or held"): [
            {_("Agency"): o.agency.acronym, _("Rank"): o.rank, _("From"): o.starts_on, _("To"): o.ends_on}
            for o in person.offices.select_related("agency")
        ],
        _("Accreditations made to you or by you"): _accreditations(person),
        _("What you asked of verification desks, or decided there"): _verifications(person),
        _("Vouchers you gave or declined"): _vouchers(person),
        _("Memberships of networks you proposed, answered or ended"): _affiliations(person),
        _("Agencies you founded"): [
            {_("Agency"): a.acronym, _("Founded"): a.founded_at} for a in Agency.objects.filter(founded_by=person)
        ],
    }


def _representations(person: Person) -> Records:
    return [
        {
            _("Organization"): r.organization.name,
            _("Scope"): r.scope,
            _("From"): r.starts_on,
            _("To"): r.ends_on,
            _("Accredited by"): r.made_by.name,
        }
        for r in person.representations.select_related("organization", "made_by")
    ]


def _accreditations(person: Person) -> Records:
    concerned = Accreditation.objects.filter(Q(email=person.email) | Q(made_by=person))
    return [
        {
            _("Organization"): a.organization.name,
            _("Scope"): a.scope,
            _("Made to"): a.email,
            _("Made by"): a.made_by.name,
            _("Made"): a.made_at,
            _("Answered"): a.answered_at,
        }
        for a in concerned.select_related("organization", "made_by")
    ]


def _verifications(person: Person) -> Records:
    concerned = Verification.objects.filter(Q(asked_by=person) | Q(decided_by=person))
    return [
        {
            _("Organization"): v.organization.name,
            _("What"): v.which or v.get_matter_display(),
            _("What was sent"): v.text,
            _("Asked by"): f"{v.asked_by.name}, {v.asked_as}",
            _("Asked"): v.asked_at,
            _("Decided by"): f"{v.decided_by.name}, {v.decided_as}" if v.decided_by else None,
            _("Result"): v.get_result_display(),
            _("Reason"): v.reason,
        }
        for v in concerned.select_related("organization", "asked_by", "decided_by")
    ]


def _vouchers(person: Person) -> Records:
    answered = Voucher.objects.filter(person=person).select_related("verification__organization")
    return [
        {
            _("Organization"): v.verification.organization.name,
            _("Capacity"): v.answered_as,
            _("What you said"): v.sentence,
            _("Answered"): v.answered_at,
        }
        for v in answered
    ]


def _affiliations(person: Person) -> Records:
    concerned = Affiliation.objects.filter(Q(proposed_by=person) | Q(answered_by=person) | Q(ended_by=person))
    return [
        {
            _("Network"): a.network.name,
            _("Member"): a.member.name,
            _("Proposed by"): a.proposed_as,
            _("Answered by"): a.answered_as,
            _("Accepted"): a.is_accepted,
            _("To"): a.ends_on,
        }
        for a in concerned.select_related("network", "member")
    ]
