"""What is read of the punctuality of agencies. Constant queries, and those of each source per agency."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from consultations.models import Consultation
from consultations.punctuality.row import Owed
from consultations.punctuality.sources import SOURCES
from incidencia.clock import now
from incidencia.deadlines.punctuality import Punctuality, punctuality
from incidencia.organizations.models import Agency


@dataclass(frozen=True, slots=True)
class Standing:
    """An agency, its figures, those of each kind of duty, and the processes they come from."""

    agency: Agency
    figures: Punctuality
    kinds: list[tuple[str | Promise, Punctuality]]
    processes: list[Consultation]


def standings() -> list[Standing]:
    """Promise each agency that owes or gave something in public, by its acronym. One query more than the sources."""
    owed = [(label, list(source())) for label, source in SOURCES]
    by_process: dict[int, list[tuple[str | Promise, Owed]]] = {}
    for label, rows in owed:
        for row in rows:
            by_process.setdefault(row.consultation, []).append((label, row))
    processes = Consultation.objects.filter(pk__in=by_process).select_related("agency")
    by_agency: dict[Agency, list[Consultation]] = {}
    for process in processes.order_by("agency__acronym", "pk"):
        by_agency.setdefault(process.agency, []).append(process)
    return [
        _standing(agency, [one for process in found for one in by_process[process.pk]], found)
        for agency, found in by_agency.items()
    ]


def _standing(agency: Agency, owed: list[tuple[str | Promise, Owed]], processes: list[Consultation]) -> Standing:
    kinds = []
    for label, _source in SOURCES:
        mine = [row for kind, row in owed if kind is label]
        if mine:
            kinds.append((label, _figures(mine)))
    return Standing(agency, _figures([row for _kind, row in owed]), kinds, processes)


def _figures(rows: Iterable[Owed]) -> Punctuality:
    return punctuality([row.duty for row in rows], now())
