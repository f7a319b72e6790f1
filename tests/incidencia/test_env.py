"""What the deployment decides: read once; what is missing is made, what can't be is refused by name."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from incidencia import env
from tests.sessions.server import ROOT

OURS = ("DATABASE_URL", "REDIS_URL", "BASE_URL")


def test_a_fresh_clone_migrates_although_its_data_folder_is_missing(tmp_path: Path) -> None:
    data = tmp_path / "not" / "there"
    ours = {"DJANGO_SETTINGS_MODULE": "incidencia.settings", "DEBUG": "1", "DATA_DIR": str(data)}
    plain = {name: value for name, value in os.environ.items() if name not in OURS}
    words = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    asked = subprocess.run(words, cwd=ROOT, env={**plain, **ours}, capture_output=True, text=True)
    assert asked.returncode == 0, asked.stderr
    assert (data / "incidencia.sqlite3").stat().st_size > 0


def test_a_data_folder_that_can_not_be_made_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(env.BadEnvironment, match="DATA_DIR="):
        env.make_room(tmp_path / "file" / "data")


def test_a_data_folder_that_exists_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "incidencia.sqlite3").write_text("rows")
    env.make_room(tmp_path)
    assert (tmp_path / "incidencia.sqlite3").read_text() == "rows"
