"""What level VI holds about a person, for the page `own_data`."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from consultations.modes.surveillance.models import (
    AgencyClaim,
    Checklist,
    ChecklistItem,
    ChecklistTemplate,
    CheckRound,
    FieldDraft,
    Finding,
    FindingCorrection,
    Monitor,
)
from incidencia.accounts.models import Person

Records = list[dict[str, Any]]
AT = "frozen__round__checklist__contribution"


def collect(person: Person) -> dict[str, Records]:
    """Promise what a person designed, checked, corrected and replied; drafts that nobody else sees included."""
    return {
        _("Checklists you began"): [
            {_("Reference"): row.contribution.reference, _("Title"): row.contribution.title, _("Text"): row.about,
             _("Capacity"): row.contribution.capacity, _("When"): row.contribution.at}
            for row in Checklist.objects.filter(contribution__author=person).select_related("contribution")
        ],
        _("Teams you are, were or are invited to be of"): _teams(person),
        _("What you found"): [
            {_("Reference"): row.frozen.round.checklist.contribution.reference, _("Round"): row.frozen.round.number,
             _("Item"): row.frozen.number, _("Answer"): str(row.get_answer_display()), _("Text"): row.found,
             _("Place"): row.place, _("When"): row.at}
            for row in Finding.objects.filter(by=person).select_related(AT)
        ],
        _("What you corrected after notice"): [
            {_("Reference"): row.finding.frozen.round.checklist.contribution.reference, _("Reason"): row.reason,
             _("When"): row.at}
            for row in FindingCorrection.objects.filter(by=person).select_related(f"finding__{AT}")
        ],
        _("Findings you are writing"): [
            {_("Reference"): row.frozen.round.checklist.contribution.reference,
             _("Text"): row.fields.get("found", ""), _("Place"): row.fields.get("place", ""), _("When"): row.saved_at}
            for row in FieldDraft.objects.filter(person=person).select_related(AT)
        ],
        _("What you replied to findings"): [
            {_("Reference"): row.frozen.round.checklist.contribution.reference, _("Text"): row.text,
             _("Capacity"): row.acted_as, _("When"): row.at}
            for row in AgencyClaim.objects.filter(by=person).select_related(AT)
        ],
        _("Acts on checklists: items, rounds, templates"): _acts(person),
    }  # fmt: skip


def _teams(person: Person) -> Records:
    rows = Monitor.objects.filter(Q(person=person) | Q(email__iexact=person.email))
    return [
        {_("Reference"): row.checklist.contribution.reference, _("Capacity"): row.capacity,
         _("Your name is shielded"): row.shielded, _("Invited"): row.invited_at, _("Accepted"): row.accepted_at,
         _("Ended"): row.ended_at}
        for row in rows.select_related("checklist__contribution")
    ]  # fmt: skip


def _acts(person: Person) -> Records:
    named = "checklist__contribution"
    items = ChecklistItem.objects.filter(Q(made_by=person) | Q(dropped_by=person)).select_related(named)
    by = Q(designed_by=person) | Q(announced_by=person) | Q(sent_by=person) | Q(completed_by=person)
    rounds = CheckRound.objects.filter(by | Q(published_by=person)).select_related(named)
    templates = ChecklistTemplate.objects.filter(by=person)
    return [
        *({_("Reference"): row.checklist.contribution.reference, _("Item"): row.number, _("When"): row.made_at,
           _("Dropped"): row.dropped_at} for row in items),
        *({_("Reference"): row.checklist.contribution.reference, _("Round"): row.number,
           **_done(row, person)}
          for row in rounds),
        *({_("Template"): row.name, _("When"): row.at} for row in templates),
    ]  # fmt: skip


def _done(row: CheckRound, person: Person) -> dict[str, Any]:
    """Which acts on a round were this person's, and when."""
    acts = (
        (_("Planned"), row.designed_by_id, row.designed_at), (_("Announced"), row.announced_by_id, row.announced_at),
        (_("Sent for reply"), row.sent_by_id, row.sent_at),
        (_("Reply complete"), row.completed_by_id, row.completed_at),
        (_("Published"), row.published_by_id, row.published_at),
    )  # fmt: skip
    return {name: at for name, by, at in acts if by == person.pk}
