"""What the house promises about itself: places, arrows, templates, clauses. Read as text, nothing is started."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = {
    "incidencia": ROOT / "platform" / "incidencia",
    "consultations": ROOT / "consultations",
    "sessions": ROOT / "sessions",
}
TEMPLATES = ROOT / "templates"
STATIC = PACKAGES["incidencia"] / "static"


def sources() -> list[Path]:
    """Promise every Python file of ours that people write: no tests, no migrations."""
    files = (file for folder in PACKAGES.values() for file in folder.rglob("*.py"))
    return sorted(file for file in files if "migrations" not in file.parts)


def module_name(file: Path) -> str:
    """Promise the dotted name under which `file`, of one of our packages, is imported."""
    top = ROOT / "platform" if PACKAGES["incidencia"] in file.parents else ROOT
    return ".".join(file.relative_to(top).with_suffix("").parts).removesuffix(".__init__")


def shown(file: Path) -> str:
    """Promise the path of `file` as a reader of a failure types it."""
    return str(file.relative_to(ROOT))


def committed() -> list[Path]:
    """Promise every file that is, or is about to be, under version control."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def found(pattern: re.Pattern[str], files: list[Path]) -> list[str]:
    """Promise `file:line: text` for each line on which `pattern` begins, in order."""
    hits = []
    for file in files:
        text = file.read_text()
        for match in pattern.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            hits.append(f"{shown(file)}:{line}: {' '.join(match.group().split())}")
    return hits
