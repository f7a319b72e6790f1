"""Agencies are founded and coordinators named, by a superuser."""

from collections.abc import Callable
from io import StringIO

import pytest
from django.core.mail import EmailMessage
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import translation

from incidencia.accounts.models import Person
from incidencia.organizations import founding, queries
from incidencia.organizations.models import Agency
from incidencia.web.refusals import Refused
from tests.conftest import Cast
from tests.factories import incidencia as make

pytestmark = pytest.mark.django_db
Opener = Callable[[Person], Client]
FOUND = "/en/organizaciones/dependencias/fundar/"


@pytest.mark.django_db(transaction=True)
@pytest.mark.guideline("G23")
def test_a_superuser_founds_an_agency_and_names_its_coordinator(
    client_of: Opener, root: Person, carmen: Person, mailoutbox: list[EmailMessage]
) -> None:
    browser = client_of(root)
    founded = browser.post(FOUND, {"name_es": "Dirección de Aguas", "acronym": "DA"})
    agency = Agency.objects.get()
    path = f"/en/organizaciones/dependencias/{agency.pk}/coordinacion/"
    assert (founded.status_code, founded["Location"]) == (303, path)
    assert agency.founded_by == root

    typed = {"email": carmen.email, "rank": "Directora de área", "starts_on": make.day().isoformat()}
    assert browser.post(path, typed).status_code == 303
    office = queries.offices_of(carmen).get()
    assert (office.agency, office.rank, office.named_by) == (agency, "Directora de área", root)
    assert mailoutbox[0].to == [carmen.email]
    page = Client().get(f"/en/organizaciones/dependencias/{agency.pk}/").content.decode()
    assert "Carmen Vela" in page
    assert "Directora de área" in page
    assert carmen.email not in page


def test_everybody_else_is_refused(client_of: Opener, cast: Cast, agency: Agency) -> None:
    office = agency.coordinators.get()
    base = "/en/organizaciones/dependencias/"
    for name, someone in cast.items():
        if name == "root":
            continue
        expected = 302 if name == "nobody" else 403
        browser = client_of(someone)
        for path in (FOUND, f"{base}{agency.pk}/coordinacion/"):
            assert (name, browser.get(path).status_code) == (name, expected)
            assert (name, browser.post(path, {}).status_code) == (name, expected)
        assert browser.post(f"{base}coordinacion/{office.pk}/terminar/").status_code == expected
    assert queries.coordinators_of(agency).count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_coordinator_without_account_gets_one_and_sets_a_password(
    root: Person, agency: Agency, mailoutbox: list[EmailMessage]
) -> None:
    founding.coordinator_name(agency=agency, email="New@example.org", name="Nora Paz", rank="Subdirección", by=root)
    person = Person.objects.get(email="new@example.org")
    assert not person.has_usable_password()
    assert list(queries.agencies_coordinated_by(person)) == [agency]
    assert "/cuenta/password/reset/" in str(mailoutbox[0].body)
    Client().post("/cuenta/password/reset/", {"email": "new@example.org"})
    assert "/password/reset/key/" in str(mailoutbox[1].body), "the letter comes although there is no password yet"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"email": "new@example.org"}, "person-without-name"),
        ({"rank": " "}, "office-without-rank"),
        ({"starts_on": make.LONG_AGO, "ends_on": make.LONG_AGO.replace(year=2019)}, "term-backwards"),
        ({"email": "ALBA.RUIZ@example.org"}, "office-held"),
    ],
)
def test_an_office_with_a_gap_is_refused(
    root: Person, carmen: Person, agency: Agency, change: dict[str, str], code: str
) -> None:
    terms = {"email": carmen.email, "rank": "Dirección", "by": root} | change
    with pytest.raises(Refused) as refused:
        founding.coordinator_name(agency=agency, **terms)
    assert refused.value.code == code
    assert refused.value.advice


def test_an_ended_office_convenes_no_more(client_of: Opener, root: Person, alba: Person, agency: Agency) -> None:
    office = agency.coordinators.get()
    client_of(root).post(f"/organizaciones/dependencias/coordinacion/{office.pk}/terminar/")
    assert not alba.has_perm("organizations.agency_convene", agency)
    founding.coordinator_name(agency=agency, email=alba.email, rank="Dirección General", by=root)
    assert alba.has_perm("organizations.agency_convene", agency)


def test_the_same_acronym_in_another_case_is_refused(client_of: Opener, root: Person, agency: Agency) -> None:
    page = client_of(root).post(FOUND, {"name_en": "Other", "acronym": "dgag"})
    assert page.status_code == 422
    assert "Other" in page.content.decode()
    with pytest.raises(IntegrityError), transaction.atomic():
        make.agency("dgag")


def test_an_agency_needs_a_name_in_one_language(client_of: Opener, root: Person) -> None:
    assert client_of(root).post(FOUND, {"acronym": "X"}).status_code == 422
    with pytest.raises(Refused):
        founding.agency_found(name_es=" ", name_en="", acronym="X", by=root)
    with pytest.raises(IntegrityError), transaction.atomic():
        make.agency("X", name_es="", name_en="")


def test_the_list_says_who_founds_when_there_is_none(client: Client, client_of: Opener, root: Person) -> None:
    path = "/en/organizaciones/dependencias/"
    assert "No agency is founded yet." in client.get(path).content.decode()
    assert FOUND not in client.get(path).content.decode()
    assert FOUND in client_of(root).get(path).content.decode()


def test_the_command_founds_and_names(carmen: Person) -> None:
    out = StringIO()
    call_command(
        "agency_found", "--name-es", "Dirección de Aguas", "--acronym", "DA",
        "--coordinator-email", carmen.email, "--rank", "Dirección", stdout=out,
    )  # fmt: skip
    assert "DA is founded." in out.getvalue()
    assert list(queries.agencies_coordinated_by(carmen)) == list(Agency.objects.all())


def test_the_command_founds_nothing_when_it_cannot_name() -> None:
    with translation.override("en"), pytest.raises(CommandError, match="Nobody has an account"):
        call_command(
            "agency_found", "--name-es", "A", "--acronym", "A", "--coordinator-email", "x@example.org", "--rank", "R"
        )
    assert not Agency.objects.exists()
