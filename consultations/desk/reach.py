"""Whom somebody is, wherever something can wait for them: read once, handed to every source."""

from dataclasses import dataclass

from consultations.members.kinds import Side
from consultations.members.models import Membership
from consultations.queries import convened_by
from incidencia.accounts.models import Person
from incidencia.deadlines.queries import Calendars, calendars
from incidencia.organizations.queries import agencies_coordinated_by, representations_of


@dataclass(frozen=True, slots=True)
class Reach:
    """A person, and the keys of what they convene, belong to and speak for today.

    `closed` are the days that count for no term.
    """

    person: Person
    coordinates: frozenset[int]  # agencies
    convenes: frozenset[int]  # consultations, as all that follow
    seats: tuple[Membership, ...]
    organizations: frozenset[int]  # for which they speak
    closed: Calendars

    @property
    def belongs(self) -> frozenset[int]:
        """Where they are a member, on whatever side."""
        return frozenset(seat.consultation_id for seat in self.seats)

    @property
    def official(self) -> frozenset[int]:
        """Where they are a member on the public side."""
        return frozenset(seat.consultation_id for seat in self.seats if seat.side == Side.PUBLIC)

    @property
    def answers(self) -> frozenset[int]:
        """Where they answer for the authority: convene, or are a member on its side."""
        return self.convenes | self.official


def reach_of(person: Person) -> Reach:
    """Promise what the person reaches today. Five queries."""
    return Reach(
        person,
        frozenset(agencies_coordinated_by(person).values_list("pk", flat=True)),
        frozenset(convened_by(person).values_list("pk", flat=True)),
        tuple(Membership.objects.in_force().filter(person=person).order_by("pk")),
        frozenset(representations_of(person).order_by().values_list("organization", flat=True)),
        calendars(),
    )
