"""Rows ↔ values: the stored document, and the second stream of minutes. Nobody else reads `payload`."""

from collections.abc import Iterable, Mapping
from datetime import UTC
from typing import Any, get_args

from sessions import wire
from sessions.minutes.document import Minutes as Document
from sessions.minutes.work import Entry, Event, Work, replay
from sessions.models import Minutes, MinutesEntry

VERSION = 1
BY_NAME: dict[str, type] = {t.__name__: t for t in get_args(Event)}


def document_of(row: Minutes) -> Document:
    """The document as the builder made it."""
    made: Document = wire.build(Document, row.document)
    return made


def entry_of(row: MinutesEntry) -> Entry:
    """One stored act as an entry."""
    event: Event = wire.build(BY_NAME[row.type], row.payload)
    return Entry(row.seq, row.at.astimezone(UTC), row.by, event)


def entries_of(row: Minutes) -> list[Entry]:
    """The whole stream, in order. One query."""
    return [entry_of(one) for one in row.entries.order_by("seq")]


def streams_of(rows: Iterable[Minutes]) -> Mapping[int, tuple[Entry, ...]]:
    """The whole streams of several minutes, each in order, by key. One query."""
    found: dict[int, tuple[Entry, ...]] = {row.pk: () for row in rows}
    for one in MinutesEntry.objects.filter(minutes__in=found).order_by("minutes", "seq"):
        found[one.minutes_id] = (*found[one.minutes_id], entry_of(one))
    return found


def work_of(row: Minutes) -> Work:
    """Where the work stands. One query."""
    return replay(entries_of(row))


def append(row: Minutes, work: Work, event: Event, *, at: Any, by: str, key: str) -> Entry:
    """Write the next act. Call it with the row of the minutes locked."""
    entry = Entry(work.seq + 1, at, by, event)
    MinutesEntry.objects.create(
        minutes=row, seq=entry.seq, at=at, act=key, by=by, type=type(event).__name__, version=VERSION,
        payload=wire.plain(event),
    )  # fmt: skip
    return entry
