"""Terms: the first and the last day count, and what is cut short ends at once."""

import pytest
from django.db import IntegrityError, transaction

from incidencia.accounts.models import Person
from incidencia.organizations import queries
from incidencia.organizations.models import Agency, Organization, Representation
from tests.factories import incidencia as make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("starts", "ends", "holds"),
    [(0, None, True), (0, 0, True), (-5, 0, True), (-5, -1, False), (1, None, False), (1, 5, False)],
)
def test_a_term_holds_from_its_first_to_its_last_day(
    carmen: Person, red_norte: Organization, starts: int, ends: int | None, holds: bool
) -> None:
    last = None if ends is None else make.day(ends)
    mandate = make.representation(red_norte, carmen, starts_on=make.day(starts), ends_on=last)
    assert mandate.is_in_force() is holds
    assert queries.speaks_for(carmen, red_norte) is holds
    assert queries.representations_of(carmen).exists() is holds


def test_what_is_cut_short_no_longer_holds_today_but_held_yesterday(bruno: Person, red_norte: Organization) -> None:
    mandate = queries.representations_of(bruno).get()
    mandate.cut_short()
    assert not mandate.is_in_force()
    assert not queries.speaks_for(bruno, red_norte)
    assert queries.speaks_for(bruno, red_norte, make.day(-1))


def test_one_not_yet_begun_never_begins(carmen: Person, red_norte: Organization) -> None:
    mandate = make.representation(red_norte, carmen, starts_on=make.day(3))
    mandate.cut_short()
    assert not any(queries.speaks_for(carmen, red_norte, make.day(n)) for n in range(6))


def test_the_database_refuses_a_term_that_ends_before_it_starts(
    carmen: Person, red_norte: Organization, agency: Agency
) -> None:
    backwards = {"starts_on": make.day(1), "ends_on": make.day(0)}
    with pytest.raises(IntegrityError), transaction.atomic():
        make.representation(red_norte, carmen, **backwards)
    with pytest.raises(IntegrityError), transaction.atomic():
        make.office(agency, carmen, **backwards)


def test_the_database_refuses_the_same_open_representation_twice(bruno: Person, red_norte: Organization) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make.representation(red_norte, bruno)
    assert Representation.objects.count() == 1


@pytest.mark.guideline("G23")
def test_agencies_are_coordinated_by_whoever_holds_the_office_that_day(alba: Person, agency: Agency) -> None:
    assert list(queries.agencies_coordinated_by(alba)) == [agency]
    agency.coordinators.get().cut_short()
    assert not queries.agencies_coordinated_by(alba).exists()
    assert list(queries.agencies_coordinated_by(alba, make.day(-1))) == [agency]


def test_nobody_coordinates_nothing(nobody: Person, agency: Agency) -> None:
    assert not queries.agencies_coordinated_by(nobody).exists()
    assert not queries.coordinates(nobody, agency)
