"""Rows as lines of CSV that no spreadsheet runs."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

RISKY = ("=", "+", "-", "@", "\t", "\r")  # how a cell begins that a spreadsheet would run


class _Line:
    def write(self, line: str) -> str:
        """Hand the line on."""
        return line


def lines(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Promise a table line by line, with its head and the mark that spreadsheets know UTF-8 by."""
    writer = csv.writer(_Line())
    yield "\ufeff" + writer.writerow(columns)
    for row in rows:
        yield writer.writerow([_cell(row[name]) for name in columns])


def _cell(value: Any) -> str:
    text = value.isoformat() if hasattr(value, "isoformat") else str(value)
    return "'" + text if text.startswith(RISKY) else text
