"""What moderation holds about a person, for the page `own_data`."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from consultations.moderation.models import Hiding
from consultations.moderation.queries import written_by
from incidencia.accounts.models import Person

Records = list[dict[str, Any]]


def collect(person: Person) -> dict[str, Records]:
    """Promise what of theirs was hidden, with their appeals; and what they hid or decided."""
    mine = Hiding.objects.filter(written_by(person)).select_related("contribution")
    done = Hiding.objects.filter(Q(by=person) | Q(decided_by=person)).select_related("contribution")
    return {
        _("What moderation hid of yours"): [
            {
                _("Reference"): row.contribution.reference, _("Rule"): str(row.get_rule_display()),
                _("Reason"): row.reason, _("When"): row.at, _("Appeal"): row.appeal, _("Decided"): row.decided_at,
            }
            for row in mine
        ],
        _("What you hid or decided in moderation"): [
            {
                _("Reference"): row.contribution.reference, _("Hidden"): row.at if row.by_id == person.pk else None,
                _("Decided"): row.decided_at if row.decided_by_id == person.pk else None,
            }
            for row in done
        ],
    }  # fmt: skip
