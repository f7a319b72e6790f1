"""The archive: found by words without accents, series and year; constant in cost; published minutes alone."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from sessions.minutes import work as w
from sessions.models import Minutes, Session
from tests.factories.many import FEW, MANY, copies
from tests.factories.minutes import minutes_in, work_on
from tests.factories.sessions import cast

pytestmark = pytest.mark.django_db


def more(row: Minutes, many: int) -> None:
    """Copies of published minutes under other references, for lists."""
    first = 100 + Session.objects.count()
    sessions = copies(row.session, many, number=lambda n: first + n, reference=lambda n: f"MEC-2026-014-S{first + n}")
    copies(row, many, session=lambda n: sessions[n])


def test_it_lists_published_minutes_and_no_others() -> None:
    row = minutes_in("published")
    page = Client().get("/actas/").content.decode()
    assert row.session.title_es in page
    assert f"/sesiones/{row.session.reference}/acta/" in page


@pytest.mark.parametrize("state", ["draft", "circulated", "approved"])
def test_unpublished_minutes_are_not_found_by_anybody(state: str) -> None:
    row = minutes_in(state)
    for client in (Client(), _signed_in("alba")):
        for query in ("", "?q=perspectiva", f"?series={row.session.series}"):
            page = client.get(f"/actas/{query}").content.decode()
            assert row.session.reference not in page
            assert row.session.title_es not in page


@pytest.mark.parametrize("words", ["perspectiva de genero", "PERSPECTIVA género", "red norte", "sosa conservar"])
def test_words_are_found_without_accents_and_in_any_order(words: str) -> None:
    row = minutes_in("published")
    page = Client().get("/actas/", {"q": words}).content.decode()
    assert row.session.reference in page


def test_every_word_has_to_occur() -> None:
    row = minutes_in("published")
    page = Client().get("/actas/", {"q": "perspectiva marciana"}).content.decode()
    assert row.session.reference not in page
    assert "?q=" not in page


@pytest.mark.guideline("E1")
def test_it_filters_by_series_and_year() -> None:
    row = minutes_in("published", starts_at=datetime(2031, 5, 2, 16, tzinfo=UTC))
    series, year = row.session.series, row.session.starts_at.year
    for query, found in (
        ({"series": series}, True), ({"series": "OTR-2020-001"}, False),
        ({"year": str(year)}, True), ({"year": str(year + 1)}, False),
    ):  # fmt: skip
        page = Client().get("/actas/", query).content.decode()
        assert (f"/sesiones/{row.session.reference}/acta/" in page) == found


@pytest.mark.parametrize(
    "query", [{"year": "²"}, {"year": "9" * 40}, {"year": "x"}, {"page": "999"}, {"page": "-1"}, {"q": "\0"},
              {"q": "%_\\'"}, {"q": "x" * 5000}],
)  # fmt: skip
def test_odd_questions_get_a_page(query: dict[str, str]) -> None:
    minutes_in("published")
    assert Client().get("/actas/", query).status_code == 200


def test_it_costs_the_same_with_3_and_with_300(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    row = minutes_in("published")
    more(row, FEW - 1)
    with django_assert_num_queries(4):
        Client().get("/actas/")
    more(row, MANY - FEW)
    with django_assert_num_queries(4):
        page = Client().get("/actas/").content.decode()
    assert "page=2" in page


@pytest.mark.guideline("G27.IV")
def test_an_empty_archive_says_what_comes_next() -> None:
    page = Client().get("/en/actas/").content.decode()
    assert "No minutes are published yet" in page


def test_the_number_of_agreements_stands_in_the_list() -> None:
    minutes_in("published")
    assert "1 agreement" in Client().get("/en/actas/").content.decode()


def test_later_wording_is_what_is_found() -> None:
    row = minutes_in("circulated")
    work_on(row, "alba", w.EditWording("t1", "Habló de cuidados paliativos", "Así fue"))
    work_on(row, "alba", w.ApproveMinutes())
    work_on(row, "alba", w.PublishMinutes())
    assert row.session.reference in Client().get("/actas/", {"q": "paliativos"}).content.decode()


def _signed_in(name: str) -> Client:
    client = Client()
    client.force_login(cast(name))
    return client
