"""An activity of level III in a consultation that operates."""

import pytest

from consultations.activities.models import Activity
from consultations.models import Consultation
from incidencia.accounts.models import Person
from tests.factories import opinion as make


@pytest.fixture
def asking(operating: Consultation, alba: Person) -> Activity:
    """It asks one question, and stands open."""
    return make.asked(operating, alba)
