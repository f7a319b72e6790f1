"""Every page one can reach while signing in stands in our shell, in both languages."""

import pytest
from django.test import Client

from incidencia.accounts.models import Person
from tests.factories import incidencia as make

pytestmark = pytest.mark.django_db

OPEN = [
    "login/",
    "signup/",
    "inactive/",
    "confirm-email/",
    "confirm-email/unknown/",
    "password/reset/",
    "password/reset/done/",
    "password/reset/key/done/",
    "password/reset/key/1-bad-key/",
    "aviso-de-privacidad/",
]
OWN = ["logout/", "email/", "password/change/", "reauthenticate/", "perfil/", "mis-datos/"]


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("path", OPEN)
def test_a_page_for_everybody_stands_in_our_shell(client: Client, language: str, path: str) -> None:
    make.accept_notice(make.person())
    page = client.get(f"{language}/cuenta/{path}")
    assert page.status_code == 200
    assert page.content.decode().count("<h1") == 1
    assert 'class="masthead"' in page.content.decode()


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("path", OWN)
def test_a_page_of_ones_own_stands_in_our_shell(client: Client, alba: Person, language: str, path: str) -> None:
    client.post("/cuenta/login/", {"login": alba.email, "password": make.PASSWORD})
    page = client.get(f"{language}/cuenta/{path}")
    assert page.status_code == 200
    assert page.content.decode().count("<h1") == 1
    assert 'class="masthead"' in page.content.decode()


@pytest.mark.parametrize("path", ["perfil/", "mis-datos/", "mis-datos/descarga/", "email/", "password/change/"])
def test_a_page_of_ones_own_asks_who_one_is(client: Client, db: None, path: str) -> None:
    answer = client.get(f"/cuenta/{path}")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/cuenta/login/")
