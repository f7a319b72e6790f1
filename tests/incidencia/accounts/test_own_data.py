"""All that is held about a person, for that person only."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client

from incidencia.accounts.models import Person
from incidencia.organizations.models import Organization

pytestmark = pytest.mark.django_db
Opener = Callable[[Person], Client]


@pytest.mark.guideline("G8.VI")
def test_the_page_shows_what_every_part_holds(client_of: Opener, bruno: Person, red_norte: Organization) -> None:
    page = client_of(bruno).get("/en/cuenta/mis-datos/").content.decode()
    for said in ("Bruno Sosa", "bruno.sosa@example.org", "Red Norte por la Salud", "Mexico City", "Version"):
        assert said in page
    assert len(settings.OWN_DATA) >= 2


def test_the_download_holds_the_same(client_of: Opener, bruno: Person, red_norte: Organization) -> None:
    answer = client_of(bruno).get("/en/cuenta/mis-datos/descarga/")
    assert answer["Content-Type"] == "application/json"
    assert answer["Content-Disposition"].startswith('attachment; filename="my-data-')
    held = answer.json()
    assert held["Your account"][0]["E-mail"] == bruno.email
    assert held["Organizations you speak for, now or before"][0]["Organization"] == red_norte.name


def test_nothing_of_anybody_else_is_shown(client_of: Opener, bruno: Person, carmen: Person, alba: Person) -> None:
    page = client_of(carmen).get("/en/cuenta/mis-datos/").content.decode()
    for secret in (bruno.email, bruno.name, alba.email, carmen.password):
        assert secret not in page


def test_nobody_keeps_a_copy_on_the_way(client_of: Opener, carmen: Person) -> None:
    for path in ("/cuenta/mis-datos/", "/cuenta/mis-datos/descarga/"):
        assert "no-store" in client_of(carmen).get(path)["Cache-Control"]
