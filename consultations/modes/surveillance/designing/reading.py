"""A file of items as rows of text with their lines: CSV with commas or semicolons, or JSON, in UTF-8."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from consultations.modes.surveillance.designing.forms import COLUMNS
from incidencia.text.fold import fold
from incidencia.web.refusals import Refused

MOST_BYTES = 2_000_000
NEEDED = ("question", "method")
SPANISH = {
    "referencia": "reference", "decision": "decision", "fuente": "source", "pregunta": "question", "metodo": "method",
    "peso": "weight", "evidencia": "evidence", "meses": "months",
}  # fmt: skip  # as `fold` writes them
RUNS = ("=", "+", "-", "@", "\t", "\r")  # how a cell begins that a spreadsheet would run


class BadFile(Refused):
    """A file that is not taken in: every mistake, one refusal each, with its lines."""

    def __init__(self, *mistakes: Refused) -> None:
        super().__init__("bad-file", str(mistakes[0].message), advice=mistakes[0].advice)
        self.mistakes = mistakes


@dataclass(frozen=True, slots=True)
class Row:
    """One item as it stands in the file; the line on which it begins, or its place in a JSON list."""

    line: int
    cells: dict[str, str]
    extra: int = 0  # cells beyond the columns


def rows_of(content: bytes) -> Iterator[Row]:
    """Promise the rows of a file, in order. Raises BadFile where it can't be read at all."""
    text = _text(content)
    return _from_json(text) if text.lstrip()[:1] in ("[", "{") else _from_csv(text)


def _text(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise BadFile(Refused("too-big", _("The file is above 2 MB."), advice=_("Split it into several checklists.")))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        said = _("The file is not written in UTF-8.")
        advice = _("Save it as “CSV UTF-8” and choose it again.")
        raise BadFile(Refused("encoding", said, advice=advice)) from error
    if "\x00" in text:
        raise BadFile(Refused("encoding", _("The file is not a text."), advice=_("Choose a CSV or JSON file.")))
    return text


def _from_csv(text: str) -> Iterator[Row]:
    head = text.split("\n", 1)[0]
    separator = ";" if head.count(";") > head.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        names = [_column(name) for name in next(reader, [])]
        _refuse_head(names)
        begins = reader.line_num + 1
        for cells in reader:
            line, begins = begins, reader.line_num + 1
            if any(cell.strip() for cell in cells):
                yield Row(
                    line, dict(zip(names, map(_unmarked, cells), strict=False)), max(len(cells) - len(names), 0)
                )
    except csv.Error as error:
        said = _("Line %(n)s can't be read as CSV.") % {"n": max(reader.line_num, 1)}
        advice = _("Look for a quotation mark that is not closed, there or above.")
        raise BadFile(Refused("bad-csv", said, advice=advice)) from error


def _from_json(text: str) -> Iterator[Row]:
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        said = _("Line %(n)s can't be read as JSON.") % {"n": getattr(error, "lineno", 1)}
        raise BadFile(Refused("bad-json", said, advice=_("Look at what stands just before it."))) from error
    rows = whole.get("items") if isinstance(whole, dict) else whole
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        advice = _("Write {“items”: [ … ]}, as the download does.")
        raise BadFile(Refused("bad-json", _("It holds no list of items."), advice=advice))
    for n, row in enumerate(rows, 1):
        yield Row(n, {_column(str(name)): _cell(n, value) for name, value in row.items()})


def _column(name: str) -> str:
    """The name of a column in either language, as we know it."""
    folded = fold(name).strip()
    return SPANISH.get(folded, folded)


def _cell(line: int, value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and any("\ud800" <= one <= "\udfff" for one in value):
        said = _("Line %(n)s has half a character, which no text can keep.") % {"n": line}
        raise BadFile(Refused("bad-line", said, advice=_("Type that word again, there and wherever it was copied.")))
    return "" if value is None else str(value)


def _refuse_head(names: list[str]) -> None:
    missing = [name for name in NEEDED if name not in names]
    strange = [name for name in names if name and name not in COLUMNS]
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if missing or strange or twice:
        said = _("Line 1 names the columns wrongly: %(names)s.") % {
            "names": ", ".join([*missing, *strange, *twice])[:200]
        }
        advice = _("The columns are: %(names)s, or in Spanish: %(spanish)s. Each stands once; question and method "
                   "are needed.") % {"names": ", ".join(COLUMNS), "spanish": ", ".join(SPANISH)}  # fmt: skip
        raise BadFile(Refused("bad-head", said, advice=advice))


def _unmarked(cell: str) -> str:
    """A cell as it was before a download put a mark before what a spreadsheet would run."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in RUNS else cell
