"""Command line: `python -m tests.bench [--rounds N]`. Nothing fails on time; the figures are for reading."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench import calibration

ROOT = Path(__file__).resolve().parents[2]


def prepare(folder: Path) -> dict[str, str]:
    """Fill a database in `folder` with the demonstration and promise the variables of a production start on it.

    The demonstration is a convenience of development; what is measured afterwards runs without them.
    """
    ours = ("DATABASE_URL", "REDIS_URL", "BASE_URL", "TASKS")
    env = {name: value for name, value in os.environ.items() if name not in ours}
    env |= {
        "DJANGO_SETTINGS_MODULE": "incidencia.settings",
        "DATA_DIR": str(folder),
        "DEBUG": "1",
        "EMAIL_URL": "memorymail://",
        "LOG_LEVEL": "WARNING",
    }
    for command in (["migrate"], ["collectstatic", "--no-input"], ["demonstration"]):
        words = [sys.executable, "manage.py", *command]
        subprocess.run(words, cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL)
    return {**env, "DEBUG": "0", "SECRET_KEY": "only-for-the-bench-" + "x" * 40}


def main() -> int:
    """Print the calibration line, the table of pages, and all of it as one line of JSON."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=30, help="how often each page is asked for (median counts)")
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="incidencia-bench-") as name:
        folder = Path(name)
        machine = {
            "python_loop_ms": round(calibration.python_seconds() * 1000, 1),
            "thousand_commits_ms": round(calibration.commit_seconds(folder) * 1000, 1),
        }
        print("calibration:", " ".join(f"{key}={value}" for key, value in machine.items()), flush=True)
        env = prepare(folder)
        command = [sys.executable, "-m", "tests.bench.measure", str(rounds), json.dumps(machine)]
        return subprocess.run(command, cwd=ROOT, env=env).returncode


if __name__ == "__main__":
    sys.exit(main())
