"""The frame of every page."""

from collections.abc import Callable

import pytest
from django.test import Client

from incidencia.accounts.models import Person
from tests.incidencia.web.page import read, unnamed_controls

pytestmark = pytest.mark.urls("tests.incidencia.web.urls")


@pytest.mark.parametrize(("address", "language"), [("/procesos/", "es-MX"), ("/en/procesos/", "en")])
def test_a_page_says_its_language(client: Client, address: str, language: str) -> None:
    page = read(client.get(address).content)
    assert page.one("html").attributes["lang"] == language


def test_the_first_link_leads_past_the_menu(client: Client) -> None:
    page = read(client.get("/").content)
    first = next(page.one("body").all("a"))
    assert first.attributes["href"] == "#main"
    assert page.one("main").attributes["id"] == "main"


def test_the_menu_marks_where_one_is(client: Client) -> None:
    menu = next(read(client.get("/en/procesos/MEC-2026-014/").content).all("nav"))
    assert [a.text for a in menu.all("a")] == ["Processes", "Sessions", "Minutes"]
    assert [a.text for a in menu.all("a") if "aria-current" in a.attributes] == ["Processes"]


def test_the_language_switch_leads_to_the_same_page(client: Client) -> None:
    page = read(client.get("/procesos/MEC-2026-014/?vista=miembros").content)
    switch = page.one("a", **{"class": "language"})
    assert switch.attributes["lang"] == "en"
    answer = client.get(switch.attributes["href"].replace("&amp;", "&"))
    assert answer.headers["Location"] == "/en/procesos/MEC-2026-014/?vista=miembros"


def test_whoever_is_not_signed_in_can_sign_in_or_up_and_come_back(client: Client) -> None:
    page = read(client.get("/procesos/").content)
    assert list(page.all("a", href="/cuenta/entrar/?next=/procesos/"))
    assert list(page.all("a", href="/cuenta/nueva/"))


@pytest.mark.django_db
def test_whoever_is_signed_in_finds_the_account_and_the_way_out(
    client_of: Callable[[Person], Client], carmen: Person
) -> None:
    page = read(client_of(carmen).get("/sesiones/").content)
    account = page.one("details")
    assert carmen.name in account.one("summary").text
    assert list(account.all("a", href="/cuenta/perfil/"))
    assert list(account.all("form", action="/cuenta/salir/", method="post"))


@pytest.mark.django_db
def test_the_frame_asks_the_database_only_who_one_is(
    client_of: Callable[[Person], Client], carmen: Person, django_assert_num_queries: Callable[..., object]
) -> None:
    client = client_of(carmen)
    client.get("/")
    with django_assert_num_queries(2):  # the session and the person
        client.get("/sesiones/")


def test_a_visitor_costs_no_query(client: Client) -> None:
    client.get("/")  # no `db` fixture: a query would fail


def test_nothing_is_inline_and_nothing_from_another_host(client: Client) -> None:
    answer = client.get("/")
    page = read(answer.content)
    assert b"style=" not in answer.content
    assert b"<style" not in answer.content
    assert all(script.attributes["src"].startswith("/static/") for script in page.all("script"))
    assert all(link.attributes["href"].startswith("/") for link in page.all("link"))


def test_every_control_of_the_frame_has_a_name(client: Client) -> None:
    page = read(client.get("/").content)
    assert unnamed_controls(page) == []
    assert all(button.text for button in page.all("button"))


def test_invented_data_says_so_only_in_development(client: Client, settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "demonstration").touch()
    assert b"Invented data" not in client.get("/en/").content
    settings.DEBUG = True
    assert b"Invented data" in client.get("/en/").content
    (tmp_path / "demonstration").unlink()
    assert b"Invented data" not in client.get("/en/").content
