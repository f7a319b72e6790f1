"""A person reads what consultations hold about them."""

import pytest

from consultations.members.deciding import application_admit
from consultations.models import Consultation
from consultations.own_data import collect
from incidencia.accounts.models import Person
from tests.factories import consultations as make

pytestmark = pytest.mark.django_db


def test_the_applicant_finds_the_application_and_the_membership(
    called: Consultation, alba: Person, carmen: Person
) -> None:
    application_admit(application=make.application(called, carmen), by=alba)
    held = [rows for rows in collect(carmen).values() if rows]
    assert len(held) == 2
    assert all(called.reference in row.values() for rows in held for row in rows)


def test_who_convenes_finds_what_they_did(called: Consultation, alba: Person, carmen: Person) -> None:
    application_admit(application=make.application(called, carmen), by=alba)
    make.invited(called, "a@example.org")
    assert sum(bool(rows) for rows in collect(alba).values()) == 3


def test_an_outsider_finds_nothing_of_others(called: Consultation, carmen: Person, fatima: Person) -> None:
    make.application(called, carmen)
    assert not any(collect(fatima).values())
