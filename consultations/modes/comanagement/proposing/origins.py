"""What a task may come from: agreements of the sessions of its consultation, lines of its published programmes."""

from django.db.models import Q, QuerySet

from consultations.models import Consultation
from consultations.modes.comanagement.models import ProgrammeLine
from incidencia.accounts.models import Person
from sessions.models import Agreement

EXCERPT = 90  # characters


def agreements_for(consultation: Consultation, person: Person) -> QuerySet[Agreement]:
    """Promise the agreements of a consultation that `person` may read, the latest first.

    Before its minutes are published an agreement is read by whoever had a seat. What was taken ad referendum binds
    nobody until it is ratified, and no task is born of it (G22).
    """
    rows = Agreement.objects.filter(session__series=consultation.reference, session__convened_at__isnull=False)
    read = Q(session__minutes__published_at__isnull=False) | Q(session__seats__person=person)
    holds = Q(ad_referendum=False) | Q(ratification__granted=True)
    return rows.filter(read, holds).select_related("session").distinct().order_by("-adopted_at", "-pk")


def lines_of(consultation: Consultation) -> QuerySet[ProgrammeLine]:
    """Promise the lines of the published programmes of a consultation."""
    rows = ProgrammeLine.objects.filter(
        objective__programme__consultation=consultation, objective__programme__published_at__isnull=False
    )
    return rows.select_related("objective__programme").order_by(
        "-objective__programme__starts_on", "objective__place", "place"
    )
