"""Which days are closed for an agency."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Q, QuerySet

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
    return Closed(frozenset(published(agency).values_list("date", flat=True)))


def published(agency: str = "") -> QuerySet[ClosedDay]:
    """Promise the days in force that were published for the agency or for all, by date."""
    return _of(agency).filter(withdrawn_at=None)


def withdrawn(agency: str = "") -> QuerySet[ClosedDay]:
    """Promise the days that were published and taken back, with who did it."""
    return _of(agency).exclude(withdrawn_at=None).select_related("withdrawn_by")


def near() -> int:
    """Promise from how many business days left a deadline is near (`DEADLINE_NEAR`)."""
    days: int = settings.DEADLINE_NEAR
    return days


def _of(agency: str) -> QuerySet[ClosedDay]:
    return ClosedDay.objects.filter(Q(agency="") | Q(agency=agency)).order_by("date", "pk")
