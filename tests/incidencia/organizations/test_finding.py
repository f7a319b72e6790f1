"""The list of organizations: searched without accents, in as many queries for three hundred as for three."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client

from incidencia.accounts.models import Person
from incidencia.organizations import queries
from tests.factories import incidencia as make
from tests.factories.many import FEW, MANY, copies, crowd

pytestmark = pytest.mark.django_db
Counter = Callable[[int], AbstractContextManager[object]]
PATH = "/en/organizaciones/"


@pytest.mark.parametrize("words", ["nino", "NIÑO", "niño derechos", "derechos  nino", "dn"])
def test_it_is_found_without_accents_in_any_case_and_order(bruno: Person, words: str) -> None:
    wanted = make.organization("Derechos del Niño", by=bruno, acronym="DN")
    make.organization("Aguas Claras", by=bruno)
    assert list(queries.organizations_found(words)) == [wanted]


def test_it_is_found_by_category_and_state(client: Client, bruno: Person) -> None:
    make.organization("Colegio", by=bruno, category="academic", state="PUE")
    make.organization("Red", by=bruno, state="PUE")
    page = client.get(PATH, {"category": "academic", "state": "PUE"}).content.decode()
    assert "Colegio" in page
    assert ">Red<" not in page


@pytest.mark.parametrize("asked", [{"q": "nothing like it"}, {"category": "<b>"}, {"page": "x"}, {"q": "%"}])
def test_strange_searches_show_a_page(client: Client, bruno: Person, asked: dict[str, str]) -> None:
    make.organization("Red", by=bruno)
    assert client.get(PATH, asked).status_code == 200


def test_an_empty_list_says_what_to_do(client: Client, db: None) -> None:
    page = client.get(PATH).content.decode()
    assert "No organization is registered yet." in page
    assert "Register an organization" in page


def test_voices_are_those_of_today(bruno: Person, carmen: Person) -> None:
    made = make.organization("Red", by=bruno)
    make.representation(made, carmen, ends_on=make.day(-1))
    assert queries.organizations_found().get().voices == 1  # type: ignore[attr-defined]


@pytest.mark.parametrize("rows", [FEW, MANY])
def test_the_list_costs_the_same_for_few_and_many(
    client: Client, bruno: Person, rows: int, django_assert_num_queries: Counter
) -> None:
    voice = make.representation(make.organization("Organización", by=bruno, represented=False), bruno)
    names = {"name": lambda n: f"Organización {n}", "folded_name": lambda n: f"organizacion {n}"}
    more = copies(voice.organization, rows - 1, **names)
    copies(voice, rows - 1, organization=lambda n: more[n])
    with django_assert_num_queries(2):  # how many, and which
        client.get(PATH)


@pytest.mark.parametrize("rows", [FEW, MANY])
def test_a_page_costs_the_same_for_few_and_many_voices(
    client: Client, bruno: Person, rows: int, django_assert_num_queries: Counter
) -> None:
    made = make.organization("Red", by=bruno)
    people = crowd(rows)
    copies(make.representation(made, people[0]), rows - 1, person=lambda n: people[n + 1])
    with django_assert_num_queries(4):  # itself, its voices, its verifications, its networks
        assert client.get(f"{PATH}{made.pk}/").content.decode().count("Persona") == rows
