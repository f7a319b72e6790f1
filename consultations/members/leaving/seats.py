"""Seats of those who left, in sessions to come: withdrawn, as long as they were never used."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction

from consultations.models import Consultation
from incidencia.accounts.models import Person
from incidencia.web.refusals import Refused
from sessions import queries as sessions_read
from sessions import services as sessions
from sessions.core.terms import Role
from sessions.models import Seat, Session


@dataclass(slots=True)
class Freed:
    """How many seats were withdrawn, and the sessions that nobody presides now."""

    count: int = 0
    without_chair: list[Session] = field(default_factory=list)


def seats_withdraw(consultation: Consultation, person: Person, *, by: Person) -> Freed:
    """Withdraw the seats `person` holds in sessions of the consultation still to be held (G21)."""
    held = Seat.objects.filter(
        session__series=consultation.reference, session__phase__in=sessions_read.AHEAD, person=person
    )
    return seats_release(held.exclude(role=Role.SECRETARIAT).select_related("session"), by=by)


@transaction.atomic
def seats_release(seats: Iterable[Seat], *, by: Person) -> Freed:
    """Withdraw these seats. Who has been in the room stays in its record: that seat is left to its desk.

    A session's last seat of the secretariat is left too.
    """
    freed = Freed()
    for seat in list(seats):
        try:
            with transaction.atomic():
                sessions.seat_withdraw(seat, by=by)
        except Refused:
            continue
        freed.count += 1
        if seat.role == Role.CHAIR:
            freed.without_chair.append(seat.session)
    return freed
