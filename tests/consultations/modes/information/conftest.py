"""A feed in a consultation that operates."""

import pytest

from consultations.activities.models import Activity
from consultations.models import Consultation
from incidencia.accounts.models import Person
from tests.factories import information as make


@pytest.fixture
def feed(operating: Consultation, alba: Person) -> Activity:
    """It stands open, and nothing is published yet."""
    return make.feed(operating, alba)
