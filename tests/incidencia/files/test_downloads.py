"""Attached files go out as downloads, and as nothing else."""

from pathlib import Path
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponseBase
from django.test import Client
from django.urls import get_resolver, path

from incidencia.accounts.models import Person
from incidencia.files.downloads import download
from incidencia.files.models import Attachment
from incidencia.files.services import attach
from incidencia.web.refusals import Refused
from tests.incidencia.files.made import PDF, picture, upload

pytestmark = pytest.mark.django_db


def whatever(_request: HttpRequest, pk: int) -> HttpResponseBase:
    return download(Attachment.objects.get(pk=pk))


urlpatterns = [path("bajar/<int:pk>/", whatever)]


@pytest.fixture(autouse=True)
def _media(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def test_a_download_runs_nothing_anywhere(alba: Person, client: Client, settings: Any) -> None:
    settings.ROOT_URLCONF = __name__
    row = attach(upload("Propuesta de Ñuu; \"x\".pdf", PDF), by=alba)
    answer = client.get(f"/bajar/{row.pk}/")
    assert b"".join(answer.streaming_content) == PDF  # type: ignore[attr-defined]
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''Propuesta%20de%20%C3%91uu")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.txt", b"hola", "text/plain; charset=utf-8"),
        ("a.csv", b"a,b", "text/csv; charset=utf-8"),
        ("a.png", picture("PNG"), "image/png"),
    ],
)
def test_each_kind_bears_its_media_type(alba: Person, name: str, content: bytes, media_type: str) -> None:
    answer = download(attach(upload(name, content), by=alba))
    assert (answer["Content-Type"], answer["Content-Disposition"]) == (media_type, f'attachment; filename="{name}"')
    answer.close()


def test_bytes_that_are_missing_are_said(alba: Person) -> None:
    row = attach(upload("a.txt", b"hola"), by=alba)
    Path(row.file.path).unlink()
    with pytest.raises(Refused) as refused:
        download(row)
    assert refused.value.code == "file_missing"


def test_there_is_no_address_of_its_own(alba: Person, client: Client) -> None:
    row = attach(upload("a.txt", b"hola"), by=alba)
    assert client.get(row.file.url).status_code == 404
    views = [str(pattern.callback) for pattern in get_resolver().url_patterns if hasattr(pattern, "callback")]
    assert not [view for view in views if "files" in view]
