"""What training holds about a person."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from consultations.training.models import Attendance, Training
from incidencia.accounts.models import Person
from incidencia.web.templatetags.ui import local

Records = list[dict[str, Any]]


def collect(person: Person) -> dict[str, Records]:
    """Promise what the person attended or recorded, and the trainings they put on the list or cancelled."""
    attended = Attendance.objects.filter(Q(person=person) | Q(by=person)).select_related(
        "training__consultation", "person", "by"
    )
    planned = Training.objects.filter(Q(by=person) | Q(cancelled_by=person)).select_related("consultation")
    return {
        _("Training you attended, or recorded for others"): [
            {
                _("Process"): row.training.consultation.reference, _("Training"): local(row.training, "title"),
                _("Who attended"): row.person.name, _("By"): row.by.name, _("Capacity"): row.acted_as,
                _("When"): row.at,
            }
            for row in attended
        ],
        _("Training you planned or cancelled"): [
            {
                _("Process"): row.consultation.reference, _("Training"): local(row, "title"),
                _("When"): row.at if row.by_id == person.pk else None, _("Capacity"): row.acted_as,
                _("Cancelled"): row.cancelled_at if row.cancelled_by_id == person.pk else None,
                _("Reason"): row.cancelled_because if row.cancelled_by_id == person.pk else "",
            }
            for row in planned
        ],
    }  # fmt: skip
