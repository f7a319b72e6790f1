"""Pages for what went wrong: in both languages, each with what happened and what to do."""

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory

from incidencia.web import errors
from incidencia.web.limits import MOST_WITH_FILES
from tests.incidencia.web.page import Element, read

pytestmark = pytest.mark.urls("tests.incidencia.web.urls")

BOTH = pytest.mark.parametrize(("prefix", "language"), [("", "es-MX"), ("/en", "en")])


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=False)


def said(answer, language: str) -> Element:
    """The page of an error, after checking what all of them have."""
    page = read(answer.content)
    assert page.one("html").attributes["lang"] == language
    assert page.one("h1").text
    assert str(answer.status_code) in page.one("main").text
    assert list(page.one("main").all("a")), "an error offers a way on"
    return page


@BOTH
def test_an_unknown_address_is_404(client: Client, prefix: str, language: str) -> None:
    answer = client.get(f"{prefix}/nothing/here/")
    assert answer.status_code == 404
    said(answer, language)


@BOTH
def test_a_denial_gives_its_reason(client: Client, prefix: str, language: str) -> None:
    answer = client.get(f"{prefix}/denied/")
    assert answer.status_code == 403
    assert "Only the secretariat convenes." in said(answer, language).text


@BOTH
def test_a_form_without_its_key_is_403_and_says_how_to_go_on(prefix: str, language: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(f"{prefix}/takes/", {"text": "one"})
    assert answer.status_code == 403
    said(answer, language)


@BOTH
def test_a_fault_is_500_without_asking_the_database(client: Client, prefix: str, language: str) -> None:
    answer = client.get(f"{prefix}/broken/")
    assert answer.status_code == 500
    said(answer, language)


def test_a_fault_in_the_page_of_faults_still_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*args: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(errors, "_plain", fails)
    answer = errors.server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "Algo falló".encode() in answer.content
    assert b"Something failed" in answer.content


@BOTH
def test_a_body_too_large_is_413(client: Client, prefix: str, language: str, settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    answer = client.post(f"{prefix}/takes/", "text=" + "a" * 200, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 413
    said(answer, language)


def test_a_long_field_among_files_is_413_too(client: Client, settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    assert client.post("/takes/", {"text": "a" * 200}).status_code == 413


def test_a_form_with_files_has_a_limit_of_its_own(client: Client) -> None:
    answer = client.post("/takes/", {"text": "a"}, CONTENT_LENGTH=str(MOST_WITH_FILES + 1))
    assert answer.status_code == 413


@BOTH
def test_too_many_attempts_is_429(prefix: str, language: str) -> None:
    request: HttpRequest = RequestFactory().get(f"{prefix}/cuenta/entrar/")
    answer = errors.too_many(request)
    assert answer.status_code == 429
    said(answer, language)


@BOTH
def test_a_refusal_nobody_caught_shows_its_rule_and_advice(client: Client, prefix: str, language: str) -> None:
    answer = client.get(f"{prefix}/refuses/")
    assert answer.status_code == 409
    text = said(answer, language).text
    assert "The call closed yesterday." in text
    assert "G18" in text
    assert "Write to the office in charge." in text


def test_the_address_of_a_form_opened_by_itself_explains(client: Client) -> None:
    answer = client.get("/en/takes/")
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "POST"
    said(answer, "en")


def test_a_foreign_host_name_is_400(client: Client) -> None:
    answer = client.get("/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    said(answer, "es-MX")
