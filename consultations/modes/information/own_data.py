"""What level I holds about a person, for the page `own_data`."""

from typing import Any

from django.utils.translation import gettext as _

from consultations.modes.information.models import ItemVersion, ReadMark, Visit
from incidencia.accounts.models import Person

Records = list[dict[str, Any]]


def collect(person: Person) -> dict[str, Records]:
    """Promise what a person published and read, and when they last looked at a feed."""
    return {
        _("What you wrote in feeds"): [
            {
                _("Reference"): row.item.reference, _("Version"): row.number, _("Capacity"): row.acted_as,
                _("When"): row.at, _("Reason"): row.reason,
            }
            for row in ItemVersion.objects.filter(by=person).select_related("item")
        ],
        _("What you marked as read"): [
            {_("Reference"): row.item.reference, _("Version"): row.version, _("When"): row.at}
            for row in ReadMark.objects.filter(person=person).select_related("item")
        ],
        _("When you last looked at a feed"): [
            {
                _("Process"): row.activity.consultation.reference, _("Activity"): row.activity.place,
                _("When"): row.at, _("Before"): row.before,
            }
            for row in Visit.objects.filter(person=person).select_related("activity__consultation")
        ],
    }  # fmt: skip
