"""The permanent address of everything that has a reference."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.test import RequestFactory
from django.utils import translation

from incidencia.references.views import reference


def address(written: str) -> str | None:
    """Stands in for the function of a higher package."""
    return f"/{translation.get_language()}/{written}/" if written.startswith("MEC") else None


@pytest.fixture(autouse=True)
def _finders(settings: Any) -> None:
    settings.REFERENCES = {"session": f"{__name__}.address"}


def ask(written: str, *, language: str = "", header: str = "") -> Any:
    request = RequestFactory().get(f"/r/{written}", headers={"Accept-Language": header})
    request.user = SimpleNamespace(language=language) if language else AnonymousUser()  # type: ignore[assignment]
    return reference(request, written)


@pytest.mark.parametrize(
    ("language", "header", "spoken"),
    [("en", "es", "en"), ("es-mx", "en", "es-mx"), ("", "en", "en"), ("", "", "es-mx"), ("", "fr", "es-mx")],
)
def test_the_reader_is_led_in_their_own_language(language: str, header: str, spoken: str) -> None:
    response = ask("mec-2026-014-s3", language=language, header=header)
    assert response.status_code == 302
    assert response.url == f"/{spoken}/MEC-2026-014-S3/"
    assert response["Vary"] == "Cookie, Accept-Language"


@pytest.mark.parametrize("written", ["X-1", "ABC-2026-014-S3", "MEC-2026-014", "<script>", "MEC-2026-014-S3-A2"])
def test_what_names_nothing_is_not_found(written: str) -> None:
    with pytest.raises(Http404):
        ask(written)
