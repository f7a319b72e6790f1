"""Two processes: one that operates, with a feed; and another one, of another agency."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from consultations.activities.models import Activity
from consultations.models import Consultation
from consultations.modes.information.models import Item
from consultations.modes.information.services import item_draft, item_publish
from incidencia.accounts.models import Person
from incidencia.files.checking import check
from tests.factories import consultations as processes
from tests.factories import incidencia as people
from tests.factories import information


@pytest.fixture
def olga(db: None) -> Person:
    """Coordinates another agency."""
    return people.person("Olga Prieto")


@pytest.fixture
def other(olga: Person) -> Consultation:
    """A process of that agency."""
    agency = people.agency("DGMA", coordinator=olga)
    return processes.published(agency, olga, title_es="Mares y costas")


@pytest.fixture
def feed(operating: Consultation, alba: Person) -> Activity:
    """The feed of the process, that everybody reads."""
    return information.feed(operating, alba)


@pytest.fixture
def document(feed: Activity, alba: Person) -> Item:
    """A published document with a file."""
    paper: Any = check(SimpleUploadedFile("cifras.txt", b"Cifras de abasto"))
    made = item_draft(activity=feed, values=information.PLAIN, files=[paper], by=alba)
    return item_publish(item=made, at=None, by=alba)
