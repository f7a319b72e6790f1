"""Asks for each page of `pages.py` as its reader, signed in, on the database that the environment names."""

import gzip
import json
import re
import sys
from dataclasses import asdict, dataclass
from statistics import median
from time import perf_counter

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402

from incidencia.accounts.models import Person  # noqa: E402
from tests.bench.export import exported  # noqa: E402
from tests.bench.pages import PAGES, Page  # noqa: E402

ASSET = re.compile(rf'(?:src|href)="{settings.STATIC_URL}([^"]+\.(?:css|js|svg|woff2|png))"')
IMPORT = re.compile(r'\bfrom "(\./[^"]+)"')
HEADER = ("page", "reader", "queries", "target", "ms", "target", "bytes", "gzip", "first view", "target")


class Unwell(Exception):
    """A page did not answer as a reader expects."""


@dataclass(frozen=True, slots=True)
class Row:
    """What one page costs. Bytes are those of the answer; first view adds its styles and scripts, compressed."""

    page: str
    reader: str
    queries: int
    queries_target: int
    ms: float
    ms_target: int
    bytes: int
    gzip: int
    first_view: int
    first_view_target: int


def measured(page: Page, rounds: int) -> Row:
    """Promise the cost of `page`. The first answer warms caches and is not counted."""
    client = Client(raise_request_exception=False, HTTP_HOST="127.0.0.1:8000")
    address = reverse(page.name, kwargs=page.where())
    if page.reader:
        client.force_login(Person.objects.get(email=page.reader))
    _content(client, address)
    with CaptureQueriesContext(connection) as queries:
        content = _content(client, address)
    asked = len(queries)  # now: the next request empties the list
    times = []
    for _ in range(rounds):
        start = perf_counter()
        _content(client, address)
        times.append((perf_counter() - start) * 1000)
    weight = len(gzip.compress(content))
    return Row(
        page=page.name,
        reader=page.reader or "nobody",
        queries=asked,
        queries_target=page.queries,
        ms=round(median(times), 1),
        ms_target=page.ms,
        bytes=len(content),
        gzip=weight,
        first_view=weight + _assets(content.decode()),
        first_view_target=page.first_view,
    )


def _content(client: Client, address: str) -> bytes:
    response = client.get(address)
    if response.status_code != 200:
        raise Unwell(f"{address} answered {response.status_code}, not 200")
    return bytes(response.content)


def _assets(html: str) -> int:
    files = {settings.STATIC_ROOT / name for name in ASSET.findall(html)}
    waiting = set(files)
    while waiting:
        file = waiting.pop()
        imported = (
            {file.parent / name for name in IMPORT.findall(file.read_text())} if file.suffix == ".js" else set()
        )
        waiting |= imported - files
        files |= imported
    return sum(len(gzip.compress(file.read_bytes())) for file in files)


def table(rows: list[Row]) -> str:
    """Promise the rows as text in columns."""
    cells = [HEADER, *(tuple(map(str, asdict(row).values())) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEADER))]
    aligned = [["<" if column < 2 else ">", width] for column, width in enumerate(widths)]
    return "\n".join(
        "  ".join(f"{cell:{side}{width}}" for cell, (side, width) in zip(line, aligned, strict=True))
        for line in cells
    )


def main(rounds: str, machine: str) -> int:
    """Measure every page and print the table, then one line of JSON; 1 if a page could not be had."""
    rows, unwell = [], []
    for page in PAGES:
        try:
            rows.append(measured(page, int(rounds)))
        except Unwell as reason:
            unwell.append(f"{page.name}: {reason}")
    print(table(rows))
    csv = exported()
    print("csv:", " ".join(f"{key}={value}" for key, value in csv.items()))
    print(json.dumps({"calibration": json.loads(machine), "pages": [asdict(row) for row in rows], "csv": csv}))
    print("\n".join(unwell), end="", file=sys.stderr)
    return 1 if unwell else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
