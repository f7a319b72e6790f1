"""How punctual each agency is, over all its public processes."""

from dataclasses import dataclass

from consultations.models import Consultation
from consultations.modes.opinion.models import Submission
from consultations.modes.opinion.reporting.matrix import figures
from consultations.modes.opinion.terms import Term, terms_of
from consultations.spine.queries import for_everybody
from incidencia.deadlines.punctuality import Punctuality
from incidencia.organizations.models import Agency


@dataclass(frozen=True, slots=True)
class Standing:
    """An agency, its figures, and the processes they come from."""

    agency: Agency
    figures: Punctuality
    processes: list[Consultation]


def standings() -> list[Standing]:
    """Promise each agency that owes or gave an answer, by its acronym. Constant queries, one more per agency."""
    published = Submission.objects.filter(contribution__consultation__published_at__isnull=False)
    terms = terms_of(published.filter(for_everybody("contribution__")))
    by_process: dict[int, list[Term]] = {}
    for term in terms:
        by_process.setdefault(term.consultation, []).append(term)
    processes = Consultation.objects.filter(pk__in=by_process).select_related("agency")
    by_agency: dict[Agency, list[Consultation]] = {}
    for process in processes.order_by("agency__acronym", "pk"):
        by_agency.setdefault(process.agency, []).append(process)
    return [
        Standing(agency, figures([term for process in found for term in by_process[process.pk]]), found)
        for agency, found in by_agency.items()
    ]
