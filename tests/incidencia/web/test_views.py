"""The switch of language."""

from collections.abc import Callable

import pytest
from django.test import Client

from incidencia.accounts.models import Person

pytestmark = pytest.mark.urls("tests.incidencia.web.urls")


def test_it_leads_to_the_same_page_and_remembers(client: Client) -> None:
    answer = client.get("/idioma/", {"language": "en", "next": "/procesos/"})
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/en/procesos/"
    assert answer.cookies["django_language"].value == "en"


def test_it_leads_back_to_spanish(client: Client) -> None:
    answer = client.get("/idioma/", {"language": "es-mx", "next": "/en/procesos/?page=2"})
    assert answer.headers["Location"] == "/procesos/?page=2"


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example", "javascript:alert(1)", ""])
def test_it_never_leads_to_another_host(client: Client, wanted: str) -> None:
    answer = client.get("/idioma/", {"language": "en", "next": wanted})
    assert answer.headers["Location"] == "/en/"


def test_an_unknown_language_changes_nothing(client: Client) -> None:
    answer = client.get("/idioma/", {"language": "xx", "next": "/procesos/"})
    assert answer.headers["Location"] == "/procesos/"
    assert "django_language" not in answer.cookies


@pytest.mark.django_db
def test_a_person_is_remembered_only_when_they_send_it(client_of: Callable[[Person], Client], carmen: Person) -> None:
    client = client_of(carmen)
    client.get("/idioma/", {"language": "en", "next": "/"})
    carmen.refresh_from_db()
    assert carmen.language == "es-mx"
    client.post("/idioma/", {"language": "en", "next": "/"})
    carmen.refresh_from_db()
    assert carmen.language == "en"
