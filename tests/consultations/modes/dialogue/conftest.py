"""An activity of level II in a consultation that operates, and a thread in it."""

import pytest

from consultations.activities.models import Activity
from consultations.models import Consultation
from consultations.modes.dialogue.models import Thread
from incidencia.accounts.models import Person
from tests.factories import dialogue as make


@pytest.fixture
def talking(operating: Consultation, alba: Person) -> Activity:
    """It stands open; each turn has five business days."""
    return make.dialogued(operating, alba)


@pytest.fixture
def thread(talking: Activity, bruno: Person) -> Thread:
    """Bruno opened it with two questions: it waits for the authority."""
    return make.opened(talking, bruno)
