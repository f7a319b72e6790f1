"""The register as lines of CSV that no spreadsheet runs."""

import csv
from collections.abc import Container, Iterable, Iterator
from datetime import date
from typing import Any

from consultations.modes.deliberation.register.listing import Row, shown
from sessions.core.events import Part
from sessions.models import Agreement

COLUMNS = (
    "reference", "session", "adopted_at", "words", "language", "effect", "state", "due", "parts", "ad_referendum",
    "ratify_by", "ratified", "ratified_at", "ratified_by", "reasons", "came_of_it", "superseded_by",
)  # fmt: skip
RISKY = ("=", "+", "-", "@", "\t", "\r")  # how a cell begins that a spreadsheet would run
CHUNK = 200


class _Line:
    def write(self, line: str) -> str:
        """Hand the line on."""
        return line


def lines(rows: Iterable[Agreement], zone: str, closed: Container[date]) -> Iterator[str]:
    """Promise the table line by line, with its head and the mark that spreadsheets know UTF-8 by."""
    writer = csv.writer(_Line())
    yield "\ufeff" + writer.writerow(COLUMNS)
    chunk: list[Agreement] = []
    for one in rows:
        chunk.append(one)
        if len(chunk) == CHUNK:
            yield from _written(writer, chunk, zone, closed)
            chunk = []
    yield from _written(writer, chunk, zone, closed)


def _written(writer: Any, chunk: list[Agreement], zone: str, closed: Container[date]) -> Iterator[str]:
    for row in shown(chunk, zone, closed) if chunk else []:
        told = told_of(row)
        yield writer.writerow([_cell(told[name]) for name in COLUMNS])


def _part(part: Part) -> str:
    due, evidence = f" ({part.due})" if part.due else "", f" [{part.criterion}]" if part.criterion else ""
    return f"{part.side.value}: {part.who}: {part.what}{due}{evidence}"


def told_of(row: Row) -> dict[str, Any]:
    """Promise one agreement by the names of the columns, in words that no language changes."""
    one, decided = row.agreement, row.ratification
    return {
        "reference": one.reference, "session": one.session.reference, "adopted_at": one.adopted_at,
        "words": one.text, "language": one.language, "effect": one.effect, "state": row.state.value,
        "due": one.due or "",
        "parts": "; ".join(_part(p) for p in row.parts),
        "ad_referendum": "yes" if one.ad_referendum else "no",
        "ratify_by": (row.deadline.due_on or "") if row.deadline else "",
        "ratified": ("yes" if decided.granted else "no") if decided else "",
        "ratified_at": decided.at if decided else "",
        "ratified_by": f"{decided.by.name}, {decided.acted_as}" if decided else "",
        "reasons": decided.reasons if decided else "",
        "came_of_it": "; ".join(f"{c.what.value} {c.act}" for c in row.came),
        "superseded_by": row.by,
    }  # fmt: skip


def _cell(value: Any) -> str:
    text = value.isoformat() if hasattr(value, "isoformat") else str(value)
    return "'" + text if text.startswith(RISKY) else text
