"""Places: what stands where, and what must never stand somewhere."""

import platform
import sysconfig
from pathlib import Path

from django.apps import apps

from tests.architecture import PACKAGES, ROOT, STATIC, TEMPLATES, shown, sources

MOST_LINES = 300


def test_the_folder_platform_does_not_shadow_the_standard_library() -> None:
    assert not (ROOT / "platform" / "__init__.py").exists()
    assert not list((ROOT / "platform").glob("*.py"))
    assert Path(platform.__file__).parent == Path(sysconfig.get_path("stdlib"))
    assert platform.system()


def test_no_test_lies_among_the_sources() -> None:
    folders = (ROOT / "platform", PACKAGES["consultations"], PACKAGES["sessions"])
    strays = [file for folder in folders for name in ("conftest.py", "test_*.py") for file in folder.rglob(name)]
    assert strays == []


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {file.parent for file in (ROOT / "tests").rglob("*.py")}
    assert [shown(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_sessions_bear_a_label_of_their_own() -> None:
    assert apps.get_app_config("live").name == "sessions"
    assert apps.get_app_config("sessions").name == "django.contrib.sessions"


def test_no_source_file_holds_two_things() -> None:
    files = [*sources(), *STATIC.rglob("*.js"), *TEMPLATES.rglob("*.html")]
    files = [file for file in files if "vendor" not in file.parts]
    long = {shown(file): lines for file in files if (lines := len(file.read_text().splitlines())) > MOST_LINES}
    assert long == {}


def test_no_drawer_for_everything() -> None:
    drawers = [shown(file) for file in sources() if {"utils", "common", "helpers", "misc"} & {file.stem, *file.parts}]
    assert drawers == []
