"""The privacy notice: versions, and who accepted which."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.test import Client

from incidencia.accounts import notices, services
from incidencia.accounts.models import Acceptance, Person
from incidencia.web.refusals import Refused
from tests.factories import incidencia as make

pytestmark = pytest.mark.django_db
Counter = Callable[[int], AbstractContextManager[object]]
Opener = Callable[[Person], Client]


def test_an_installation_starts_with_a_notice_in_both_languages() -> None:
    notice = notices.current()
    assert notice.version == 1
    assert "ARCO" in notice.text_es
    assert "ARCO" in notice.text_en


@pytest.mark.guideline("G38.VI")
@pytest.mark.guideline("G40")
def test_the_notice_says_that_members_names_are_public(client: Client) -> None:
    for path in ("/cuenta/aviso-de-privacidad/", "/en/cuenta/aviso-de-privacidad/"):
        assert "G38.VI" in client.get(path).content.decode()


def test_earlier_versions_stay_published(client: Client) -> None:
    notices.publish(text_es="Dos", text_en="Two")
    page = client.get("/en/cuenta/aviso-de-privacidad/?version=1").content.decode()
    assert "ARCO" in page
    assert "no longer in force" in page
    assert "Two" in client.get("/en/cuenta/aviso-de-privacidad/").content.decode()


@pytest.mark.parametrize("version", ["9", "x", "-1", "²", "9" * 40])
def test_an_unknown_version_is_not_found(client: Client, version: str) -> None:
    assert client.get("/cuenta/aviso-de-privacidad/", {"version": version}).status_code == 404


def test_somebody_who_has_not_accepted_is_asked_and_led_on(client_of: Opener, alba: Person) -> None:
    browser = client_of(alba)
    assert browser.get("/cuenta/perfil/").status_code == 200
    notices.publish(text_es="Dos", text_en="Two")
    browser = client_of(alba)
    asked = browser.get("/cuenta/perfil/?a=1")
    assert asked["Location"] == "/cuenta/aviso-de-privacidad/aceptar/?next=%2Fcuenta%2Fperfil%2F%3Fa%3D1"
    assert browser.get(asked["Location"]).status_code == 200
    led = browser.post(
        "/cuenta/aviso-de-privacidad/aceptar/",
        {"version": "2", "answer": "accept", "next": "/cuenta/perfil/?a=1"},
    )
    assert (led.status_code, led["Location"]) == (303, "/cuenta/perfil/?a=1")
    assert Acceptance.objects.filter(person=alba, notice__version=2).exists()


def test_whoever_decides_later_is_asked_once_per_visit(client_of: Opener) -> None:
    person = make.person("Gil", accepted=False)
    browser = client_of(person)
    browser.post("/cuenta/aviso-de-privacidad/aceptar/", {"version": "1", "answer": "later"})
    assert browser.get("/cuenta/perfil/").status_code == 200
    assert client_of(person).get("/cuenta/perfil/").status_code == 302
    assert not person.acceptances.exists()


@pytest.mark.parametrize("path", ["/cuenta/aviso-de-privacidad/", "/cuenta/logout/", "/cuenta/mis-datos/descarga/"])
def test_some_pages_never_wait_for_the_answer(client_of: Opener, path: str) -> None:
    assert client_of(make.person("Gil", accepted=False)).get(path).status_code == 200


def test_neither_what_is_sent_nor_fragments_are_held_back(client_of: Opener) -> None:
    browser = client_of(make.person("Gil", accepted=False))
    saved = browser.post("/cuenta/perfil/", {"name": "Gil Paz", "language": "es-mx", "zone": "America/Tijuana"})
    assert saved["Location"] == "/cuenta/perfil/"
    assert browser.get("/cuenta/perfil/", headers={"HX-Request": "true"}).status_code == 200
    assert browser.get("/cuenta/perfil/", headers={"Sec-Fetch-Mode": "cors"}).status_code == 200


def test_asking_costs_one_query_per_visit(
    client_of: Opener, alba: Person, django_assert_max_num_queries: Counter
) -> None:
    browser = client_of(alba)
    browser.get("/cuenta/perfil/")
    with django_assert_max_num_queries(2):  # session and person
        browser.get("/cuenta/perfil/")


def test_accepting_a_version_not_in_force_is_refused(alba: Person) -> None:
    notices.publish(text_es="Dos", text_en="Two")
    with pytest.raises(Refused) as refused:
        services.notice_accept(person=alba, version=1)
    assert refused.value.code == "notice-changed"


def test_accepting_twice_is_on_record_once(alba: Person) -> None:
    services.notice_accept(person=alba, version=1)
    assert alba.acceptances.count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Acceptance.objects.create(person=alba, notice=notices.current())


def test_nobody_is_led_to_another_site(client_of: Opener) -> None:
    browser = client_of(make.person("Gil", accepted=False))
    led = browser.post("/cuenta/aviso-de-privacidad/aceptar/", {"answer": "later", "next": "//elsewhere.example"})
    assert led["Location"] == "/"


def test_a_new_version_is_published_from_two_files(tmp_path: Path) -> None:
    es, en = tmp_path / "es.md", tmp_path / "en.md"
    es.write_text("# Dos", "utf-8")
    en.write_text("# Two", "utf-8")
    call_command("privacy_notice_publish", es=es, en=en, verbosity=0)
    assert (notices.current().version, notices.current().text_en) == (2, "# Two")


def test_an_empty_or_missing_file_publishes_nothing(tmp_path: Path) -> None:
    (tmp_path / "es.md").write_text(" ", "utf-8")
    for name in ("es.md", "missing.md"):
        with pytest.raises(CommandError, match=name):
            call_command("privacy_notice_publish", es=tmp_path / name, en=tmp_path / name)
    assert notices.current().version == 1
