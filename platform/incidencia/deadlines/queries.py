"""Which days are closed for an agency."""

from collections.abc import Container, Mapping
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


@dataclass(frozen=True, slots=True)
class Calendars:
    """The closed days of every agency."""

    by_agency: Mapping[str, frozenset[date]]

    def of(self, agency: str = "") -> Container[date]:
        """Promise what `closed_days` would. No query."""
        nobody: frozenset[date] = frozenset()
        return Closed(self.by_agency.get("", nobody) | self.by_agency.get(agency, nobody))


def calendars() -> Calendars:
    """Promise the days that do not count, for each agency. One query for any number of them."""
    found: dict[str, set[date]] = {}
    for agency, day in ClosedDay.objects.filter(withdrawn_at=None).values_list("agency", "date"):
        found.setdefault(agency, set()).add(day)
    return Calendars({agency: frozenset(days) for agency, days in found.items()})


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
