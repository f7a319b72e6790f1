"""Organizations are registered, described, found."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import translation

from incidencia.accounts.models import Person
from incidencia.organizations import queries
from incidencia.organizations.categories import DEFINITIONS, OF_ORGANIZATIONS, PROOFS, Category
from incidencia.organizations.models import Organization
from tests.factories import incidencia as make

pytestmark = pytest.mark.django_db
Opener = Callable[[Person], Client]
PATH = "/en/organizaciones/registrar/"


def answers(**changed: str) -> dict[str, str]:
    """What somebody types to register; an empty change leaves the field out."""
    typed = {
        "name": "Asociación Ñandú, A. C.",
        "acronym": "Ñandú",
        "category": "cso",
        "state": "OAX",
        "about": "Accompanies people in Oaxaca.",
        "scope": "Everything",
    } | changed
    return {name: value for name, value in typed.items() if value}


def test_whoever_registers_becomes_the_first_representative(client_of: Opener, carmen: Person) -> None:
    done = client_of(carmen).post(PATH, answers())
    made = Organization.objects.get()
    assert (done.status_code, done["Location"]) == (303, f"/en/organizaciones/{made.pk}/")
    assert made.registered_by == carmen
    mandate = queries.representatives_of(made).get()
    assert (mandate.person, mandate.scope, mandate.made_by) == (carmen, "Everything", carmen)


@pytest.mark.guideline("G4")
def test_each_category_shows_its_definition_and_its_proof(client_of: Opener, carmen: Person) -> None:
    page = client_of(carmen).get(PATH).content.decode()
    for category in OF_ORGANIZATIONS:
        assert str(DEFINITIONS[category]).split("'")[0] in page
        assert str(PROOFS[category]).split("'")[0] in page


@pytest.mark.guideline("G4")
@translation.override("en")
def test_an_indigenous_community_is_never_asked_for_a_deed() -> None:
    assert "deed of" not in str(PROOFS[Category.INDIGENOUS])
    assert "authority the community itself recognizes" in str(PROOFS[Category.INDIGENOUS])


@pytest.mark.guideline("G17")
def test_another_kind_of_organization_says_which(client_of: Opener, carmen: Person) -> None:
    assert client_of(carmen).post(PATH, answers(category="other")).status_code == 422
    client_of(carmen).post(PATH, answers(category="other", category_other="Cooperative"))
    assert Organization.objects.get().kind == "Cooperative"


@pytest.mark.guideline("G17")
def test_a_citizen_is_not_an_organization(client_of: Opener, carmen: Person) -> None:
    assert client_of(carmen).post(PATH, answers(category="citizen")).status_code == 422
    with pytest.raises(IntegrityError), transaction.atomic():
        make.organization("Yo", by=carmen, category="citizen")


@pytest.mark.parametrize(("typed", "kept"), [("abc 0306 1409-01F", "ABC0306140901F"), ("", "")])
def test_a_cluni_is_kept_as_the_register_writes_it(client_of: Opener, carmen: Person, typed: str, kept: str) -> None:
    client_of(carmen).post(PATH, answers(cluni=typed))
    assert Organization.objects.get().cluni == kept


@pytest.mark.parametrize("typed", ["123", "ABC", "<b>ABC0306140901F</b>", "ABC03061409012345678"])
def test_what_cannot_be_a_cluni_is_refused_and_kept_on_the_page(
    client_of: Opener, carmen: Person, typed: str
) -> None:
    page = client_of(carmen).post(PATH, answers(cluni=typed))
    assert page.status_code == 422
    assert "Accompanies people in Oaxaca." in page.content.decode()
    assert not Organization.objects.exists()


def test_the_same_name_in_the_same_state_is_refused_and_the_registered_one_named(
    client_of: Opener, carmen: Person, bruno: Person
) -> None:
    first = make.organization("ASOCIACION NANDU,  A. C.", by=bruno, state="OAX")
    page = client_of(carmen).post(PATH, answers())
    assert page.status_code == 422
    assert f'href="/en/organizaciones/{first.pk}/"' in page.content.decode()
    assert "ask one of its representatives" in page.content.decode()
    assert client_of(carmen).post(PATH, answers(state="PUE")).status_code == 303


def test_the_same_cluni_is_refused_whatever_the_name(client_of: Opener, carmen: Person, bruno: Person) -> None:
    make.organization("Otra", by=bruno, cluni="ABC0306140901F")
    assert client_of(carmen).post(PATH, answers(cluni="ABC0306140901F")).status_code == 422
    with pytest.raises(IntegrityError), transaction.atomic():
        make.organization("Tercera", by=bruno, cluni="ABC0306140901F")


@pytest.mark.parametrize("wrong", [{"name": " "}, {"name": "x" * 201}, {"about": "x" * 1001}, {"state": "TEX"}])
def test_what_makes_no_sense_is_refused(client_of: Opener, carmen: Person, wrong: dict[str, str]) -> None:
    assert client_of(carmen).post(PATH, answers(**wrong)).status_code == 422


def test_markup_is_only_text(client_of: Opener, carmen: Person) -> None:
    client_of(carmen).post(PATH, answers(name="<i>Red</i>", about="<script>x</script>"))
    page = Client().get(f"/organizaciones/{Organization.objects.get().pk}/").content.decode()
    assert "<script>x" not in page
    assert "&lt;i&gt;Red&lt;/i&gt;" in page


def test_its_representatives_change_it_and_nobody_else(
    client_of: Opener, bruno: Person, carmen: Person, red_norte: Organization
) -> None:
    path = f"/en/organizaciones/{red_norte.pk}/editar/"
    assert client_of(carmen).get(path).status_code == 403
    assert client_of(carmen).post(path, answers()).status_code == 403
    assert client_of(bruno).get(path).status_code == 200
    assert client_of(bruno).post(path, answers(name="Red del Norte")).status_code == 303
    red_norte.refresh_from_db()
    assert (red_norte.name, red_norte.folded_name, red_norte.is_network) == ("Red del Norte", "red del norte", False)


def test_a_refused_change_leaves_everything_as_it_was(
    client_of: Opener, bruno: Person, red_norte: Organization
) -> None:
    make.organization("Otra", by=bruno, state="OAX")
    page = client_of(bruno).post(f"/en/organizaciones/{red_norte.pk}/editar/", answers(name="Otra"))
    assert page.status_code == 422
    red_norte.refresh_from_db()
    assert red_norte.name == "Red Norte por la Salud"


@pytest.mark.guideline("G38.VI")
def test_the_public_page_names_who_speaks_and_shows_no_email(
    client: Client, client_of: Opener, bruno: Person, carmen: Person, red_norte: Organization
) -> None:
    make.representation(red_norte, carmen, scope="Health only")
    for browser in (client, client_of(carmen)):
        page = browser.get(f"/en/organizaciones/{red_norte.pk}/").content.decode()
        assert "Bruno Sosa" in page
        assert "Health only" in page
        assert "@example.org" not in page
