"""What level IV holds about a person around sessions, for the page `own_data`."""

from typing import Any

from django.utils.translation import gettext as _

from consultations.modes.deliberation.models import ItemProposal, Ratification
from incidencia.accounts.models import Person

Records = list[dict[str, Any]]


def collect(person: Person) -> dict[str, Records]:
    """Promise the items a person proposed, those they decided on, and what they ratified or not. Three queries."""
    proposed = ItemProposal.objects.filter(by=person).select_related("session", "draft_item", "contribution")
    decided = ItemProposal.objects.filter(decided_by=person).select_related("session", "draft_item")
    ratified = Ratification.objects.filter(by=person).select_related("agreement")
    return {
        _("Items you proposed for an agenda"): [
            {
                _("Session"): row.session.reference, _("Title"): row.title, _("Why"): row.why,
                _("What for"): row.get_purpose_display(), _("Minutes wanted"): row.minutes,
                _("Contribution"): row.contribution.reference if row.contribution else None,
                _("Paper"): row.paper_title, _("Text of the paper"): row.paper_text, _("Capacity"): row.acted_as,
                _("When"): row.at, _("What became of it"): str(row.fate.label), _("Reason"): row.declined_because,
            }
            for row in proposed
        ],
        _("Items proposed by others that you decided on"): [
            {
                _("Session"): row.session.reference, _("Title"): row.title, _("Capacity"): row.decided_as,
                _("When"): row.decided_at, _("Reason"): row.declined_because,
            }
            for row in decided
        ],
        _("Agreements you ratified or not"): [
            {
                _("Agreement"): row.agreement.reference, _("Ratified"): row.granted, _("Reasons"): row.reasons,
                _("Power"): row.powers, _("Capacity"): row.acted_as, _("When"): row.at,
            }
            for row in ratified
        ],
    }  # fmt: skip
