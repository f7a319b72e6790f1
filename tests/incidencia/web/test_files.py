"""How long a browser may keep a file."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from starlette.applications import Starlette
from starlette.routing import Mount

from incidencia.web.files import HASHED, HashedFiles
from tests.incidencia.web.asking import ask


@pytest.fixture
def app(tmp_path: Path) -> Starlette:
    for name in ("site.css", "site.0123456789ab.css"):
        (tmp_path / name).write_text("a{}")
    return Starlette(routes=[Mount("/static", HashedFiles(directory=tmp_path))])


async def test_a_hashed_name_is_kept_for_a_year(app: Starlette) -> None:
    answer = await ask(app, "/static/site.0123456789ab.css")
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_any_other_name_is_asked_about_again(app: Starlette) -> None:
    answer = await ask(app, "/static/site.css")
    assert answer.headers["Cache-Control"] == "no-cache"
    again = await ask(app, "/static/site.css", If_None_Match=answer.headers["ETag"])
    assert again.status == 304


async def test_what_is_not_there_is_not_kept(app: Starlette) -> None:
    answer = await ask(app, "/static/none.0123456789ab.css")
    assert answer.status == 404
    assert "Cache-Control" not in answer.headers


def test_a_script_imports_its_modules_by_their_hashed_names(tmp_path: Path, settings: object) -> None:
    settings.STATIC_ROOT = tmp_path  # type: ignore[attr-defined]
    settings.STORAGES = {"staticfiles": {"BACKEND": "incidencia.web.hashing.HashedNames"}}  # type: ignore[attr-defined]
    call_command("collectstatic", interactive=False, verbosity=0)
    waiting, read = [tmp_path / staticfiles_storage.stored_name("incidencia/room/room.js")], set()
    while waiting:
        script = waiting.pop()
        read.add(script.name.split(".")[0])
        for name in re.findall(r'\bfrom\s*"\./([^"]+)"', script.read_text()):
            assert HASHED.search(name), f"{script.name} imports {name}, which a browser asks about again and again"
            waiting.append(script.parent / name)
    assert read == {"room", "stream", "controls", "timers", "captions", "beside", "hall"}
