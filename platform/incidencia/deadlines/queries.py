"""Which days are closed for an agency."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Q

from incidencia.deadlines.holidays import STATUTORY
from incidencia.deadlines.models import ClosedDay


@dataclass(frozen=True, slots=True)
class Closed:
    """Statutory days and those an authority has published."""

    published: frozenset[date]

    def __contains__(self, day: object) -> bool:
        return day in self.published or day in STATUTORY


def closed_days(agency: str = "") -> Container[date]:
    """Promise the days that do not count for the agency with this acronym; one query.

    Without an acronym, those closed for every agency.
    """
    rows = ClosedDay.objects.filter(Q(agency="") | Q(agency=agency))
    return Closed(frozenset(rows.values_list("date", flat=True)))


def near() -> int:
    """Promise from how many business days left a deadline is near (`DEADLINE_NEAR`)."""
    days: int = settings.DEADLINE_NEAR
    return days
