"""The officials of a process: whom its threads bind."""

from consultations.capacities import describe
from consultations.members.kinds import Side as Seat
from consultations.models import Consultation
from incidencia.accounts.models import Person
from incidencia.organizations.queries import coordinators_of


def officials_of(consultation: Consultation) -> list[tuple[Person, str]]:
    """Promise each official with the office held: who convenes first, then the members. Two queries."""
    offices = list(coordinators_of(consultation.agency).select_related("agency"))
    convening = [one for one in offices if one.pk == consultation.coordinator_id] or offices
    found = {one.person: describe(one) for one in convening}
    seats = consultation.memberships.in_force().filter(side=Seat.PUBLIC).select_related("person", "agency")
    for seat in seats.order_by("person__name", "pk"):
        found.setdefault(seat.person, f"{seat.capacity}, {seat.speaks_for}")
    return list(found.items())
