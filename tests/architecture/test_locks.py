"""Requirements: pinned, hashed, and from no address in particular."""

import re
import tomllib

import pytest

from tests.architecture import ROOT, committed, found

LOCKS = ROOT / "platform" / "locks"
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", re.M)


def pins(name: str) -> set[tuple[str, str]]:
    return set(PIN.findall((LOCKS / name).read_text()))


def test_the_lock_of_the_tests_holds_the_lock_of_the_platform() -> None:
    """`make run` relies on it: an environment made for tests serves the platform too."""
    assert pins("run.txt") <= pins("test.txt")


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    names = {re.split(r"[^A-Za-z0-9._-]", line)[0].lower().replace("_", "-") for line in project["dependencies"]}
    assert names - {name for name, _ in pins("run.txt")} == set()


@pytest.mark.parametrize("name", ["run.txt", "test.txt"])
def test_every_pin_has_its_hash(name: str) -> None:
    blocks = re.split(r"\n(?=\S)", (LOCKS / name).read_text().strip())
    assert [block for block in blocks if "--hash=sha256:" not in block] == []


def test_no_file_names_a_registry() -> None:
    addresses = re.compile(r"(?:index-url|find-links|//(?:pypi|files\.pythonhosted|registry\.npmjs|deb\.debian)\.)")
    texts = (".txt", ".toml", ".cfg", ".ini", ".sh", ".md", ".yml", ".yaml", ".json", "Makefile", "run")
    files = [file for file in committed() if file.name.endswith(texts)]
    assert found(addresses, files) == []
