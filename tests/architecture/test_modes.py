"""The modes keep one interface and one shape, and none knows another."""

import ast
import inspect
from pathlib import Path

import pytest

from consultations import apps, mode
from consultations.levels import Level
from consultations.modes.table import MODES, SHOWN
from consultations.spine.models import Kind

ROOT = Path(__file__).resolve().parents[2]
OPERATIONS = [name for name, one in vars(mode.Mode).items() if inspect.isfunction(one) and name[0] != "_"]
SHAPE = ("mode.py", "models.py", "rules.py", "services.py", "views.py")
FOLDERS = {level: Path(inspect.getfile(type(one))).parent for level, one in MODES.items()}


@pytest.mark.parametrize("level", MODES)
def test_a_mode_answers_the_same_questions_with_the_same_signatures(level: Level) -> None:
    kept = type(MODES[level])
    assert MODES[level].level is level
    for name in OPERATIONS:
        asked = inspect.signature(getattr(mode.Mode, name))
        given = inspect.signature(getattr(kept, name))
        assert list(given.parameters) == list(asked.parameters), name
        assert str(given.return_annotation) == str(asked.return_annotation), name
        assert inspect.getdoc(getattr(kept, name)), name


def test_seven_questions_are_asked() -> None:
    asked = {"missing", "promise", "verbs", "panel", "contribute", "results", "records"}
    assert set(OPERATIONS) == asked


@pytest.mark.parametrize("level", MODES)
def test_a_mode_has_the_shape_of_the_others_and_no_empty_file(level: Level) -> None:
    for name in SHAPE:
        body = ast.parse((FOLDERS[level] / name).read_text(encoding="utf-8")).body
        assert len(body) > 1, f"{level} {name}"
    tests = ROOT / "tests" / FOLDERS[level].relative_to(ROOT)
    assert (tests / "test_permissions.py").exists(), tests


def test_no_mode_knows_another() -> None:
    for level, folder in FOLDERS.items():
        others = [f"consultations.modes.{one.name}" for one in FOLDERS.values() if one != folder]
        for path in folder.rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            assert not any(other in text for other in others), f"{level} {path}"


def test_the_rules_of_every_room_are_known() -> None:
    written = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in (ROOT / "consultations").rglob("rules.py")
    } - {"consultations.rules"}  # fmt: skip
    assert written == set(apps.RULES)


def test_every_kind_of_contribution_is_shown_by_somebody() -> None:
    assert set(SHOWN) == set(Kind.values)
