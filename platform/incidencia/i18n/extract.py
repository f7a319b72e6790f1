"""Gathers every sentence of code and templates into the catalogues: `python -m incidencia.i18n.extract`."""

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from incidencia.i18n.places import CATALOGUES, ROOT, SOURCES
from incidencia.i18n.python import Sentence, in_python

_CALLS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
# What changes with every run, and what Babel fills with the names of nobody.
_NOISE = re.compile(
    rb'^"(?:POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Language-Team|Report-Msgid-Bugs-To):.*\n',
    re.MULTILINE,
)


def sentences(root: Path = ROOT, sources: tuple[str, ...] = SOURCES) -> Catalog:
    """Promise a catalogue, without translations, of every sentence under `sources`.

    Raises SyntaxError with the file's name for a template that can't be read.
    """
    found = Catalog(charset="utf-8")
    for path in _files(root, sources):
        text = path.read_text(encoding="utf-8")
        for sentence in in_python(text) if path.suffix == ".py" else in_template(text, str(path)):
            found.add(sentence.text, context=sentence.context)
    return found


def in_template(source: str, name: str) -> Iterator[Sentence]:
    """Yield every sentence of a template. Raises SyntaxError, naming the file, where a block can't be read."""
    # Django turns its tags into calls; what stands between keeps an indentation that Python would refuse.
    calls = re.sub(r"(?m)^[ \t]+", "", templatize(source, origin=name))
    for _line, text, _comments, context in extract("python", BytesIO(calls.encode()), _CALLS):
        if text:
            yield Sentence(text, context)


def renew(path: Path, locale: str, template: Catalog) -> None:
    """Rewrite the catalogue at `path`: new sentences empty, old ones kept, those no longer said removed.

    Guesses nothing, and writes no dates and no places: the same sentences give the same bytes.
    """
    catalogue = load(path, locale) if path.exists() else Catalog(locale=locale, charset="utf-8")
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.header_comment = "# Sentences of Incidencia. `make messages` gathers them; write only msgstr by hand."
    catalogue.project, catalogue.version, catalogue.fuzzy = "Incidencia", "1", False
    written = BytesIO()
    write_po(written, catalogue, no_location=True, sort_output=True, ignore_obsolete=True, width=100)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_NOISE.sub(b"", written.getvalue()))


def load(path: Path, locale: str) -> Catalog:
    """Promise the catalogue at `path` as it stands."""
    with path.open("rb") as file:
        return read_po(file, locale=locale, charset="utf-8")


def main() -> int:
    """Renew every catalogue."""
    template = sentences()
    for locale, path in CATALOGUES.items():
        renew(path, locale, template)
        sys.stdout.write(f"{path.relative_to(ROOT)}: {len(template)} sentences\n")
    return 0


def _files(root: Path, sources: tuple[str, ...]) -> Iterator[Path]:
    for source in sources:
        for path in sorted((root / source).rglob("*")):
            if path.suffix in {".py", ".html", ".txt"} and "migrations" not in path.parts:
                yield path


if __name__ == "__main__":
    raise SystemExit(main())
