"""An activity of level VI in a consultation that operates, and a checklist that bruno leads."""

import pytest

from consultations.activities.models import Activity
from consultations.levels import Level
from consultations.models import Consultation
from consultations.modes.surveillance.models import Checklist
from incidencia.accounts.models import Person
from incidencia.organizations.models import Agency
from tests.factories import consultations
from tests.factories import surveillance as make


@pytest.fixture
def operating(agency: Agency, alba: Person, bruno: Person, dora: Person) -> Consultation:
    """In operation, with level VI: bruno sits for civil society, dora for the public service."""
    levels = (*consultations.LEVELS, Level.SURVEILLANCE)
    return consultations.operating(
        agency, alba, civil=bruno, official=dora, levels=levels, watched="Abasto de morfina: 40 millones de pesos."
    )


@pytest.fixture
def watching(operating: Consultation, alba: Person) -> Activity:
    """It stands open."""
    return make.watched(operating, alba)


@pytest.fixture
def checklist(watching: Activity, bruno: Person) -> Checklist:
    """Two items; the second one asks for evidence."""
    return make.begun(watching, bruno)
