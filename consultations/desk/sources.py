"""Where what waits for somebody is known: each room answers for its own matters, in the active language."""

from collections.abc import Callable, Iterable

from consultations.desk import organizations, sessions
from consultations.desk.row import Waiting, by_deadline
from consultations.members import waiting as members
from consultations.moderation import waiting as moderation
from consultations.modes.comanagement import waiting as comanagement
from consultations.modes.information import waiting as information
from consultations.modes.opinion import waiting as opinion
from consultations.modes.opinion.admitting import waiting as admitting
from consultations.modes.opinion.answering import waiting as answering
from consultations.modes.opinion.referring import waiting as referring
from incidencia.accounts.models import Person

SOURCES: list[Callable[[Person], Iterable[Waiting]]] = [
    sessions.to_attend,
    sessions.to_convene,
    sessions.to_confirm,
    information.to_read,
    opinion.to_send,
    opinion.to_judge,
    answering.to_answer,
    referring.to_answer,
    answering.to_finish,
    moderation.to_decide,
    moderation.to_appeal,
    admitting.to_decide,
    comanagement.of_leads,
    comanagement.to_consider,
    admitting.to_appeal,
    members.to_decide,
    members.to_accept,
    organizations.to_decide,
    organizations.to_appeal,
    organizations.to_confirm,
]


def waiting_for(person: Person) -> list[Waiting]:
    """Promise all that waits for the person, what is due first on top. Constant queries."""
    return by_deadline([row for source in SOURCES for row in source(person)])
