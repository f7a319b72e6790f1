"""A caucus of civil society that its members alone read, with something secret in every word of it."""

import pytest

from consultations.groups.models import Group
from consultations.members.kinds import Side
from consultations.models import Consultation
from incidencia.accounts.models import Person
from tests.factories import consultations as processes
from tests.factories import groups as make
from tests.factories import incidencia as people


@pytest.fixture
def irene(operating: Consultation) -> Person:
    """A second member of civil society, who belongs to no group."""
    made = people.person("Irene Solís")
    processes.member(operating, made)
    return made


@pytest.fixture
def elias_sits(operating: Consultation, elias: Person) -> Person:
    """A second official, who is a member."""
    processes.member(operating, elias, side=Side.PUBLIC)
    return elias


@pytest.fixture
def caucus(operating: Consultation, bruno: Person) -> Group:
    """Convened and coordinated by bruno."""
    return make.group(operating, bruno)
