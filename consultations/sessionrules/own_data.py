"""What the rules of sessions hold about a person: the versions they published."""

from typing import Any

from django.utils.translation import gettext as _

from consultations.sessionrules.models import SessionRules
from incidencia.accounts.models import Person

Records = list[dict[str, Any]]


def collect(person: Person) -> dict[str, Records]:
    """Promise every version of the rules of sessions that the person published."""
    return {
        _("Rules of sessions you published"): [
            {
                _("Process"): row.consultation.reference, _("Version"): row.number, _("Published"): row.published_at,
                _("Capacity"): row.published_as, _("Reason"): row.reason,
            }
            for row in SessionRules.objects.filter(published_by=person).select_related("consultation")
        ],
    }  # fmt: skip
