"""A file is opened, an operation begins, an office changes hands."""

import pytest
from django.db import IntegrityError, transaction

from consultations.lifecycle import State
from consultations.members.kinds import Side
from consultations.models import Consultation
from consultations.services import consultation_found, office_take, operation_start
from incidencia.accounts.models import Person
from incidencia.organizations.models import Agency
from incidencia.organizations.terms import today
from tests.consultations.conftest import refused
from tests.factories import consultations as make
from tests.factories import incidencia as people

pytestmark = pytest.mark.django_db


@pytest.mark.guideline("G13")
def test_a_file_gets_the_next_reference_of_the_year(agency: Agency, alba: Person) -> None:
    made = [make.draft(agency, alba) for _ in range(3)]
    assert [row.reference for row in made] == [f"MEC-{today().year}-{n:03d}" for n in (1, 2, 3)]
    assert made[0].state is State.DRAFT


def test_a_file_says_who_opened_it_and_in_which_capacity(agency: Agency, alba: Person) -> None:
    made = make.draft(agency, alba)
    assert made.created_by == alba
    assert made.created_as == "Dirección de área, Dirección General de Asuntos Globales"


@pytest.mark.guideline("G23")
def test_only_who_coordinates_the_agency_opens_a_file(agency: Agency, carmen: Person) -> None:
    with refused("no-office"):
        consultation_found(agency=agency, title_es="Algo", by=carmen)


def test_a_file_has_a_title_in_one_language_at_least(agency: Agency, alba: Person) -> None:
    with refused("consultation-without-title"):
        consultation_found(agency=agency, title_es="  ", by=alba)
    assert consultation_found(agency=agency, title_es="", title_en="Something", by=alba).title_en == "Something"


def test_the_database_refuses_a_published_call_that_says_nothing(agency: Agency, alba: Person) -> None:
    made = make.draft(agency, alba)
    with pytest.raises(IntegrityError), transaction.atomic():
        Consultation.objects.filter(pk=made.pk).update(published_at=made.created_at)


@pytest.mark.guideline("G15")
@pytest.mark.parametrize("side", [Side.CIVIL, Side.PUBLIC])
def test_operation_does_not_begin_with_one_side_empty(
    called: Consultation, alba: Person, bruno: Person, side: str
) -> None:
    make.member(called, bruno, side=side)
    with refused("side-empty") as caught:
        operation_start(consultation=called, by=alba)
    assert caught.value.rule == "G15"


@pytest.mark.guideline("G15")
def test_who_has_left_leaves_the_side_empty(called: Consultation, alba: Person, bruno: Person, dora: Person) -> None:
    make.member(called, bruno).cut_short()
    make.member(called, dora, side=Side.PUBLIC)
    with refused("side-empty"):
        operation_start(consultation=called, by=alba)


@pytest.mark.guideline("G38")
def test_operation_begins_once_with_who_and_when(operating: Consultation, alba: Person) -> None:
    again = operation_start(consultation=operating, by=alba)
    assert again.started_at == operating.started_at
    assert operating.started_by == alba
    assert operating.started_as.startswith("Dirección de área")
    assert operating.state is State.OPERATING


def test_operation_does_not_begin_before_the_call(drafted: Consultation, alba: Person) -> None:
    with refused("not-time-to-start"):
        operation_start(consultation=drafted, by=alba)


def test_a_successor_takes_charge_in_public(called: Consultation, agency: Agency, carmen: Person) -> None:
    people.office(agency, carmen, rank="Subdirección")
    called.coordinator.cut_short()
    taken = office_take(consultation=called, by=carmen)
    assert taken.coordinator.person == carmen
    assert [(row.part, row.before, row.after) for row in called.corrections.all()] == [
        ("coordinator", "Alba Ruiz", "Carmen Vela")
    ]


def test_nobody_takes_charge_while_the_officer_is_in_office(
    called: Consultation, agency: Agency, carmen: Person
) -> None:
    people.office(agency, carmen)
    with refused("office-not-vacant"):
        office_take(consultation=called, by=carmen)
