"""What level III holds about a person, for the page `own_data`."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from consultations.modes.opinion.models import (
    Assignment,
    Draft,
    Inadmission,
    Outcome,
    Referral,
    Response,
    SignOn,
    Submission,
    Verdict,
)
from incidencia.accounts.models import Person

Records = list[dict[str, Any]]


def collect(person: Person) -> dict[str, Records]:
    """Promise what a person wrote, signed on to, judged and answered; drafts that nobody else sees included."""
    sent = Submission.objects.filter(contribution__author=person).select_related("contribution")
    signed = SignOn.objects.filter(person=person).select_related("submission__contribution")
    judged = Verdict.objects.filter(by=person).select_related("response_to__response")
    named = "submission__contribution"
    referred = Referral.objects.filter(Q(by=person) | Q(returned_by=person)).select_related(named)
    refused = Inadmission.objects.filter(Q(by=person) | Q(decided_by=person)).select_related(named)
    told = Outcome.objects.filter(by=person).select_related(named)
    written = Response.objects.filter(drafted_by=person)
    return {
        _("Proposals and issues you sent"): [
            {
                _("Reference"): row.contribution.reference, _("Title"): row.contribution.title,
                _("Capacity"): row.contribution.capacity, _("Text"): row.text, _("When"): row.contribution.at,
                _("SHA-256"): row.contribution.hash,
            }
            for row in sent
        ],
        _("Drafts that only you see"): [
            {_("Title"): row.fields.get("title", ""), _("Text"): row.fields.get("text", ""), _("When"): row.saved_at}
            for row in Draft.objects.filter(person=person)
        ],
        _("What you signed on to"): [
            {
                _("Reference"): row.submission.contribution.reference, _("Capacity"): row.capacity, _("When"): row.at,
                _("Withdrawn"): row.withdrawn_at,
            }
            for row in signed
        ],
        _("What you said of the answers"): [
            {
                _("Response"): row.response_to.response.reference, _("Answers the point"): row.answers,
                _("Reason"): row.reason, _("When"): row.at,
            }
            for row in judged
        ],
        _("What you referred, gave back, did not admit or told"): [
            *({_("Reference"): row.submission.contribution.reference, _("Referred"): row.at} for row in referred),
            *({_("Reference"): row.submission.contribution.reference, _("Not admitted"): row.at} for row in refused),
            *({_("Reference"): row.submission.contribution.reference, _("Outcome told"): row.at} for row in told),
        ],
        _("What you were asked to draft"): [
            {_("Reference"): row.submission.contribution.reference, _("When"): row.at}
            for row in Assignment.objects.filter(person=person).select_related("submission__contribution")
        ],
        _("Your appeals for being admitted"): [
            {
                _("Reference"): row.submission.contribution.reference, _("Appeal"): row.appeal,
                _("When"): row.appealed_at,
            }
            for row in Inadmission.objects.filter(
                submission__contribution__author=person, appealed_at__isnull=False
            ).select_related("submission__contribution")
        ],
        _("Responses you drafted"): [
            {_("Response"): row.reference, _("Text"): row.reasons, _("When"): row.drafted_at} for row in written
        ],
    }  # fmt: skip
