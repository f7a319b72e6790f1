"""A person reads all that level III holds about them, and nothing of others."""

import pytest

from consultations.activities.models import Activity
from consultations.modes.opinion.own_data import collect
from incidencia.accounts.models import Person
from tests.factories import opinion as make

pytestmark = pytest.mark.django_db


def test_a_person_reads_what_they_sent_and_nothing_of_others(asking: Activity, bruno: Person, carmen: Person) -> None:
    make.sent(make.where(asking), bruno, title="De Bruno")
    make.sent(make.where(asking), carmen, title="De Carmen")
    told = str(collect(bruno))
    assert "De Bruno" in told
    assert "De Carmen" not in told
