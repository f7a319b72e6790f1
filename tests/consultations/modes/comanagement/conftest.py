"""An activity of level V in a consultation that operates: bruno may lead for civil society, dora for the public."""

import pytest

from consultations.activities.models import Activity
from consultations.models import Consultation
from incidencia.accounts.models import Person
from tests.factories import comanagement as make


@pytest.fixture
def together(operating: Consultation, alba: Person) -> Activity:
    """It stands open."""
    return make.working(operating, alba)
