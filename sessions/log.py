"""The log of a room: lock, load, append, read. Only the desk appends."""

from collections.abc import Sequence
from datetime import UTC
from typing import Any

from incidencia.clock import now
from incidencia.ids import new_salt
from sessions import chain, remembered, wire
from sessions.core.events import ActUndone, Entry, Event
from sessions.core.evolve import evolve, reaches_before, replay
from sessions.core.state import Room
from sessions.core.terms import Via
from sessions.models import LogEntry, Session

forget = remembered.forget


def lock(session_id: int) -> Session:
    """The session's row, held until the transaction ends. Call inside `atomic()`.

    SQLite has no row locks: its immediate transactions let one writer in at a time.
    """
    return Session.every.select_for_update().get(pk=session_id)


def load(session: Session) -> Room:
    """The room as of `session.seq`: remembered, or a snapshot and its tail, or the whole log."""
    start = remembered.room_of(session) or remembered.snapshot_of(session)
    if start is not None and start.seq == session.seq:
        return start
    tail = entries(session, start.seq if start else 0, session.seq)
    if start is not None and reaches_before(start.seq, tail):
        start, tail = None, entries(session, 0, session.seq)
    room = replay(tail, start)
    remembered.remember(session, room)
    return room


def entries(session: Session, since: int = 0, until: int | None = None) -> list[Entry]:
    """The entries after `since`, in order, up to `until`."""
    rows = LogEntry.objects.filter(session=session, seq__gt=since).order_by("seq")
    if until is not None:
        rows = rows.filter(seq__lte=until)
    return [entry_of(row) for row in rows]


def entry_of(row: LogEntry) -> Entry:
    """One stored line as an entry."""
    event = wire.event_in({"type": row.type, "v": row.version, **(row.payload or {})})
    at, written = row.at.astimezone(UTC), row.written.astimezone(UTC)
    return Entry(row.seq, at, written, row.act, row.by, row.instructed_by, row.on_behalf_of, Via(row.via), event)


def append(session: Session, room: Room, events: Sequence[Event], **envelope: Any) -> tuple[Room, list[Entry]]:
    """Write events under the lock, gapless, each with its leaf and head; answer the next room.

    `envelope`: at (datetime), act, by, instructed_by, on_behalf_of, via. Updates `session.seq` and
    `session.head` in memory; the desk saves the row with the other projections.
    """
    rows = [_row(session, event, envelope) for event in events]
    LogEntry.objects.bulk_create(rows)
    # Folded as it will be read back: what we hold in memory is what a reload finds.
    made = [entry_of(row) for row in rows]
    if any(isinstance(x.event, ActUndone) for x in made):
        return replay(entries(session)), made
    for entry in made:
        room = evolve(room, entry)
    return room, made


def _row(session: Session, event: Event, envelope: dict[str, Any]) -> LogEntry:
    """The next line, not saved yet; moves `session.seq` and `session.head` on."""
    payload = wire.event_out(event)
    row = LogEntry(
        session=session, seq=session.seq + 1, written=now(), type=payload.pop("type"),
        version=payload.pop("v"), payload=payload, salt=new_salt().hex(), **envelope,
    )  # fmt: skip
    row.leaf = leaf_of(session, row)
    row.head = chain.head(session.head, row.leaf)
    session.seq, session.head = row.seq, row.head
    return row


def leaf_of(session: Session, row: LogEntry) -> str:
    """The leaf of a line by the published formula, from what is stored of it."""
    envelope = {
        "session": session.reference, "seq": row.seq, "at": wire.plain(row.at), "written": wire.plain(row.written),
        "act": row.act, "by": row.by, "instructed_by": row.instructed_by, "on_behalf_of": row.on_behalf_of,
        "via": Via(row.via).value, "type": row.type, "v": row.version,
    }  # fmt: skip
    return chain.leaf(envelope, bytes.fromhex(row.salt), row.payload)
