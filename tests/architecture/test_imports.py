"""Arrows: who imports whom, where the import linter needs help."""

import ast
import sys
import tomllib
from importlib.util import resolve_name
from pathlib import Path

import pytest

from tests.architecture import PACKAGES, ROOT, module_name, shown, sources

PURE = ["sessions.core", "sessions.minutes.document", "sessions.minutes.build", "sessions.minutes.work"]


def imports(file: Path) -> set[str]:
    """Every module that `file` imports, at the top or inside a function; of `from a import b`, also `a.b`."""
    name = module_name(file)
    package = name if file.name == "__init__.py" else name.rpartition(".")[0]
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            module = resolve_name("." * node.level + (node.module or ""), package) if node.level else node.module
            names |= {f"{module}.{alias.name}" for alias in node.names} | {str(module)}
    return names


def within(name: str, packages: list[str]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def test_pure_rooms_import_the_standard_library_only() -> None:
    files = [file for file in sources() if within(module_name(file), PURE)]
    assert len(files) > 10
    strange = {
        shown(file): sorted(foreign)
        for file in files
        if (
            foreign := {
                name
                for name in imports(file)
                if name.split(".")[0] not in sys.stdlib_module_names and not within(name, [*PURE, "sessions.minutes"])
            }
        )
    }
    assert strange == {}


def test_only_the_desk_appends_to_the_log() -> None:
    callers = []
    for file in sources():
        name = module_name(file)
        if name in ("sessions.log", "sessions.desk") or "sessions.log" not in imports(file):
            continue
        for node in ast.walk(ast.parse(file.read_text())):
            by_module = isinstance(node, ast.Attribute) and ast.unparse(node) == "log.append"
            by_name = isinstance(node, ast.ImportFrom) and node.module == "sessions.log"
            if by_module or (by_name and "append" in {alias.name for alias in node.names}):
                callers.append(f"{shown(file)}:{node.lineno}")
    assert callers == []


def test_our_own_parts_call_each_other_and_send_no_signals() -> None:
    """Django's own occasions (`post_migrate`, `user_logged_in`) may be listened to; rows tell nobody."""
    rows = {f"django.db.models.signals.{when}_{what}" for when in ("pre", "post") for what in ("save", "delete")}
    banned = rows | {"django.dispatch.Signal", "django.dispatch.receiver", "django.db.models.signals.m2m_changed"}
    assert {shown(file): sorted(used) for file in sources() if (used := imports(file) & banned)} == {}


def test_every_room_of_the_platform_has_its_floor() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    floors = next(contract for contract in contracts if contract["id"] == "order")["layers"]
    named = {room.strip(" ()") for floor in floors for room in floor.replace("|", ":").split(":")}
    rooms = {
        f"incidencia.{place.stem}"
        for place in PACKAGES["incidencia"].iterdir()
        if place.name != "__init__.py" and (place.suffix == ".py" or (place / "__init__.py").exists())
    }
    assert rooms - named == set()


@pytest.mark.parametrize("package", ["consultations.modes"])
def test_a_mode_never_imports_another_mode(package: str) -> None:
    folder = PACKAGES["consultations"] / "modes"
    crossed = [
        f"{shown(file)} imports {name}"
        for mode in folder.iterdir()
        if mode.is_dir()
        for file in mode.rglob("*.py")
        for name in imports(file)
        if within(name, [package]) and name != package and not within(name, [f"{package}.{mode.name}"])
    ]
    assert crossed == []
