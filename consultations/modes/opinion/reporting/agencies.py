"""What the authority owes at level III: an answer to each proposal and issue."""

from collections.abc import Iterator

from consultations.modes.opinion.models import Submission
from consultations.modes.opinion.terms import terms_of
from consultations.punctuality.row import Owed
from consultations.spine.queries import for_everybody
from incidencia.deadlines.punctuality import Duty


def owed() -> Iterator[Owed]:
    """Promise the answers that are owed or were given in public, with their terms. Constant queries."""
    published = Submission.objects.filter(contribution__consultation__published_at__isnull=False)
    for term in terms_of(published.filter(for_everybody("contribution__"))):
        yield Owed(term.consultation, Duty(term.deadline, term.inadmissible))
