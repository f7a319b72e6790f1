"""What the exchange holds about a person, for the page `own_data`."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from consultations.exchange.models import Lesson, Share
from consultations.exchange.parts import PARTS
from incidencia.accounts.models import Person


def collect(person: Person) -> dict[str, list[dict[str, Any]]]:
    """Promise the lessons a person wrote, and what they offered, passed on, accepted and declined."""
    acted = Q(by=person) | Q(forwarded_by=person) | Q(accepted_by=person) | Q(ended_by=person)
    return {
        _("Lessons you wrote"): [
            {
                _("Process"): row.consultation.reference, _("Title"): row.title, _("Capacity"): row.capacity,
**{str(label): getattr(row, name) for name, label in PARTS.items()}, _("When"): row.at,
                _("In the library since"): row.published_at, _("Ended"): row.ended_at,
            }
            for row in Lesson.objects.filter(author=person).select_related("consultation")
        ],
        _("What you offered to share, or decided about"): [
            {
                _("From"): row.source.reference, _("To"): row.to.reference, _("Title"): row.title,
                _("Why"): row.why if row.by_id == person.pk else "", _("When"): row.at,
                _("Accepted"): row.accepted_at,
                _("Declined"): row.ended_at, _("Reason"): row.ended_because,
            }
            for row in Share.objects.filter(acted).select_related("source", "to")
        ],
    }  # fmt: skip
