"""Which agreements go to the next agenda by themselves: not ratified in time, or not ratified at all."""

from collections.abc import Iterator
from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.matter import Matter
from consultations.models import Consultation
from consultations.modes.deliberation.ratifying.clock import deadline_of, ratification_of
from consultations.modes.deliberation.ratifying.queries import unratified
from incidencia.clock import now
from incidencia.deadlines.queries import closed_days


def unratified_matters(consultation: Consultation) -> Iterator[Matter]:
    """Promise them, until they are ratified. Two queries.

    What not everybody reads yet is told by its reference.
    """
    href = reverse("agreement_list", args=[consultation.reference])
    closed = closed_days(consultation.agency.acronym)
    for row in unratified(consultation):
        decided, deadline = ratification_of(row), deadline_of(row, closed)
        if decided is not None:
            why, since = _("The authority did not ratify it."), decided.at
        elif deadline.is_late(now()) and deadline.due_on is not None:
            why = _("Nobody ratified it in time.")
            since = datetime.combine(deadline.due_on, time(23, 59, 59), ZoneInfo(row.session.zone))
        else:
            continue
        public: bool = row.public  # type: ignore[attr-defined]  # annotated in `unratified`
        title, language = (row.text, row.language) if public else (row.reference, "")
        yield Matter(row.reference, title, f"{href}#{row.reference}", why, since, language)
