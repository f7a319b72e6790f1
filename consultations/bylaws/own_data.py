"""What the operating rules hold about a person: what they said of them, and what they did with them."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from consultations.bylaws.models import BylawsVersion, Consideration, PartComment
from incidencia.accounts.models import Person

Records = list[dict[str, Any]]


def collect(person: Person) -> dict[str, Records]:
    """Promise every assent, objection, comment, answer and act of the person on operating rules."""
    acts = ("made", "submitted", "approved", "published", "withdrawn")
    done = Q()
    for act in acts:
        done |= Q(**{f"{act}_by": person})
    return {
        _("What you said of operating rules"): [
            {
                _("Process"): row.version.consultation.reference, _("Version"): row.version.number,
                _("Agrees"): row.agrees, _("Reason"): row.reason, _("Capacity"): row.acted_as, _("When"): row.at,
                _("Replaced"): row.superseded_at,
            }
            for row in Consideration.objects.filter(by=person).select_related("version__consultation")
        ],
        _("Comments on operating rules, by you or answered by you"): [
            {
                _("Process"): row.version.consultation.reference, _("Version"): row.version.number,
                _("Part"): str(row.get_part_display()), _("Comment"): row.text if row.by_id == person.pk else "",
                _("When"): row.at, _("Answer"): row.answer, _("Answered"): row.answered_at,
            }
            for row in PartComment.objects.filter(Q(by=person) | Q(answered_by=person)).select_related(
                "version__consultation"
            )
        ],
        _("Versions of operating rules you acted on"): [
            {
                _("Process"): row.consultation.reference, _("Version"): row.number,
                _("Drafted"): row.made_at if row.made_by_id == person.pk else None,
                _("Submitted"): row.submitted_at if row.submitted_by_id == person.pk else None,
                _("Approved"): row.approved_at if row.approved_by_id == person.pk else None,
                _("Published"): row.published_at if row.published_by_id == person.pk else None,
                _("Withdrawn"): row.withdrawn_at if row.withdrawn_by_id == person.pk else None,
                _("Reason"): row.withdrawn_because if row.withdrawn_by_id == person.pk else "",
            }
            for row in BylawsVersion.objects.filter(done).select_related("consultation")
        ],
    }  # fmt: skip
