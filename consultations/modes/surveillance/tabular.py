"""Tables as lines of CSV that no spreadsheet runs."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.http import JsonResponse, StreamingHttpResponse

from consultations.modes.surveillance.designing.reading import RUNS


class _Line:
    def write(self, line: str) -> str:
        """Hand the line on."""
        return line


def lines(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Promise the table line by line, with its head and the mark that spreadsheets know UTF-8 by."""
    writer = csv.writer(_Line())
    yield "\ufeff" + writer.writerow(columns)
    for row in rows:
        yield writer.writerow([_cell(row[name]) for name in columns])


def as_csv(name: str, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> StreamingHttpResponse:
    """Promise the table as a download."""
    answer = StreamingHttpResponse(lines(columns, rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer


def as_json(name: str, whole: Mapping[str, Any], **params: Any) -> JsonResponse:
    """Promise the whole as a download, in letters that everybody reads."""
    answer = JsonResponse(whole, json_dumps_params={"ensure_ascii": False, **params})
    answer["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return answer


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = value.isoformat() if hasattr(value, "isoformat") else str(value)
    return "'" + text if text.startswith(RUNS) else text
