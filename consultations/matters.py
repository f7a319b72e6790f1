"""What goes to the next agenda of a consultation by itself: each room of the house names its own matters."""

from collections.abc import Callable, Iterable

from consultations.matter import Matter
from consultations.models import Consultation
from consultations.modes.comanagement import agenda as comanagement
from consultations.modes.deliberation import deferred
from consultations.modes.deliberation.ratifying import agenda as ratifying
from consultations.modes.deliberation.register import agenda as register
from consultations.modes.surveillance import matters as surveillance

__all__ = ["SOURCES", "Matter", "matters_of"]

SOURCES: list[Callable[[Consultation], Iterable[Matter]]] = [
    comanagement.disputed,
    comanagement.stopped,
    ratifying.unratified_matters,
    register.overdue,
    surveillance.turned_worse,
    deferred.deferred,
]


def matters_of(consultation: Consultation) -> list[Matter]:
    """Promise what waits for the next session, the oldest first. As many queries as there are sources, and two more
    for each session that deferred an item.
    """
    return sorted((row for source in SOURCES for row in source(consultation)), key=lambda row: row.since)
