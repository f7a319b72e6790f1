"""The compiled catalogue is there when it is needed."""

import gettext
import logging
import os
from pathlib import Path

import pytest

from incidencia.i18n import compile as compiling

SOURCE = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Open"\nmsgstr "Abrir"\n'


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "django.po"
    path.write_text(SOURCE)
    monkeypatch.setattr(compiling, "CATALOGUES", {"es_MX": path})
    return path


def spoken(source: Path) -> str:
    with compiling.compiled(source).open("rb") as file:
        return gettext.GNUTranslations(file).gettext("Open")


def test_a_catalogue_is_compiled_where_it_is_missing_or_old(source: Path) -> None:
    compiling.ensure()
    assert spoken(source) == "Abrir"
    source.write_text(SOURCE.replace("Abrir", "Iniciar"))
    later = compiling.compiled(source).stat().st_mtime_ns + 1_000_000
    os.utime(source, ns=(later, later))
    compiling.ensure()
    assert spoken(source) == "Iniciar"


def test_a_fresh_catalogue_is_left_alone(source: Path) -> None:
    os.utime(source, ns=(1, 1))
    compiling.ensure()
    before = compiling.compiled(source).stat().st_mtime_ns
    compiling.ensure()
    assert compiling.compiled(source).stat().st_mtime_ns == before
    assert list(source.parent.glob("*.part")) == []


def test_where_it_cannot_be_written_the_log_says_so(
    source: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise PermissionError(13, "read-only")

    monkeypatch.setattr(compiling, "write", refuse)
    with caplog.at_level(logging.ERROR):
        compiling.ensure()
    assert "could not be compiled" in caplog.text
