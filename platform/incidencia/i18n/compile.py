"""Writes the catalogues in the form that runs: `python -m incidencia.i18n.compile`.

The compiled files are not kept in the repository; `ensure` writes them at start where they are missing or old.
"""

import logging
import os
import tempfile
from pathlib import Path

from babel.messages.mofile import write_mo

from incidencia.i18n.extract import load
from incidencia.i18n.places import CATALOGUES

log = logging.getLogger(__name__)


def compiled(path: Path) -> Path:
    """Promise where the compiled form of the catalogue at `path` stands."""
    return path.with_suffix(".mo")


def write(path: Path, locale: str) -> None:
    """Compile the catalogue at `path`, leaving out what is marked fuzzy. Readers never see half a file."""
    catalogue = load(path, locale)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            write_mo(file, catalogue)
        Path(name).chmod(0o644)
        Path(name).replace(compiled(path))
    finally:
        Path(name).unlink(missing_ok=True)


def ensure() -> None:
    """Compile what is missing or older than its source; where it can't be written, say so in the log."""
    for locale, path in CATALOGUES.items():
        if not path.exists() or _is_fresh(path):
            continue
        try:
            write(path, locale)
        except OSError as error:
            log.error("The catalogue %s could not be compiled (%s): pages may show English.", locale, error)


def main() -> int:
    """Compile every catalogue."""
    for locale, path in CATALOGUES.items():
        if path.exists():
            write(path, locale)
    return 0


def _is_fresh(path: Path) -> bool:
    made = compiled(path)
    return made.exists() and made.stat().st_mtime_ns > path.stat().st_mtime_ns


if __name__ == "__main__":
    raise SystemExit(main())
