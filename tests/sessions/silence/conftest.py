"""A clock that moves only when it is told to, and a session whose log is sealed."""

from collections.abc import Iterator

import pytest
import time_machine

from consultations.models import Consultation
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.organizations.models import Agency
from sessions.models import Session
from tests.conftest import Cast
from tests.factories import consultations as make
from tests.sessions.silence.silences import sealed


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(now(), tick=False) as traveller:
        yield traveller


@pytest.fixture
def session(cast: Cast, clock: time_machine.Traveller) -> Session:
    return sealed()


@pytest.fixture
def operating(agency: Agency, alba: Person, bruno: Person, dora: Person) -> Consultation:
    """A process in operation: bruno sits for civil society, dora for the public service."""
    return make.operating(agency, alba, civil=bruno, official=dora)
