"""The log of a room: lock, load, append, read. Only the desk appends."""

from collections import OrderedDict
from collections.abc import Sequence
from datetime import UTC

from django.db import connection

from incidencia.clock import now
from incidencia.ids import new_salt
from sessions import chain, wire
from sessions.core.events import ActUndone, Entry, Event
from sessions.core.evolve import evolve, reaches_before, replay
from sessions.core.state import Room
from sessions.core.terms import Via
from sessions.models import LogEntry, Session, Snapshot

SNAPSHOT_EVERY = 200
_rooms: OrderedDict[tuple[str, int], Room] = OrderedDict()
_KEPT = 64


def lock(session_id: int) -> Session:
    """The session's row, held until the transaction ends. Call inside `atomic()`.

    SQLite has no row locks: its immediate transactions let one writer in at a time.
    """
    return Session.objects.select_for_update().get(pk=session_id)


def load(session: Session) -> Room:
    """The room as of `session.seq`: remembered, or a snapshot and its tail, or the whole log."""
    key = (_database(), session.pk)
    known = _rooms.get(key)
    if known is not None and known.seq == session.seq and _same_log(known, session):
        _rooms.move_to_end(key)
        return known
    start = known if known is not None and known.seq < session.seq else _snapshot(session)
    tail = entries(session, start.seq if start else 0)
    if start and (reaches_before(start.seq, tail) or not _joins(session, start.seq, tail)):
        start, tail = None, entries(session)
    room = replay(tail, start)
    _remember(key, room)
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
    return Entry(
        row.seq, at, written, row.act, row.by, row.instructed_by, row.on_behalf_of, Via(row.via), event
    )


def append(session: Session, room: Room, events: Sequence[Event], **envelope: object) -> tuple[Room, list[Entry]]:
    """Write events under the lock, gapless, each with its leaf and head; answer the next room.

    `envelope`: at (datetime), act, by, instructed_by, on_behalf_of, via. Updates `session.seq` and
    `session.head` in memory; the desk saves the row with the other projections.
    """
    written = now()
    rows, made = [], []
    for event in events:
        entry = Entry(session.seq + 1, written=written, event=event, **envelope)  # type: ignore[arg-type]
        row = _row(session, entry)
        session.seq, session.head = entry.seq, row.head
        rows.append(row)
        made.append(entry)
    LogEntry.objects.bulk_create(rows)
    if any(isinstance(x.event, ActUndone) for x in made):
        return replay(entries(session)), made
    for entry in made:
        room = evolve(room, entry)
    return room, made


def _row(session: Session, entry: Entry) -> LogEntry:
    stored = wire.event_out(entry.event)
    kind, version = stored.pop("type"), stored.pop("v")
    salt = new_salt()
    envelope = {
        "session": session.reference, "seq": entry.seq, "at": wire.plain(entry.at),
        "written": wire.plain(entry.written), "act": entry.act, "by": entry.by,
        "instructed_by": entry.instructed_by, "on_behalf_of": entry.on_behalf_of, "via": entry.via.value,
        "type": kind, "v": version,
    }  # fmt: skip
    leaf = chain.leaf(envelope, salt, stored)
    return LogEntry(
        session=session, seq=entry.seq, at=entry.at, written=entry.written, act=entry.act, by=entry.by,
        instructed_by=entry.instructed_by, on_behalf_of=entry.on_behalf_of, via=entry.via.value, type=kind,
        version=version, payload=stored, salt=salt.hex(), leaf=leaf, head=chain.head(session.head, leaf),
    )  # fmt: skip


def keep(session: Session, room: Room) -> None:
    """Remember the room of a committed log; take a snapshot now and then. Call after commit."""
    _remember((_database(), session.pk), room)
    last = Snapshot.objects.filter(session=session).order_by("-seq").values_list("seq", flat=True).first() or 0
    if room.seq - last >= SNAPSHOT_EVERY:
        Snapshot.objects.get_or_create(session=session, seq=room.seq, defaults={"state": wire.plain(room)})


def forget() -> None:
    """Drop every remembered room (tests, and after restoring a database)."""
    _rooms.clear()


def _snapshot(session: Session) -> Room | None:
    row = Snapshot.objects.filter(session=session, seq__lte=session.seq).order_by("-seq").first()
    room: Room | None = wire.build(Room, row.state) if row else None
    return room


def _joins(session: Session, seq: int, tail: Sequence[Entry]) -> bool:
    return len(tail) == session.seq - seq


def _same_log(room: Room, session: Session) -> bool:
    return not room.convened or room.reference == session.reference


def _remember(key: tuple[str, int], room: Room) -> None:
    _rooms[key] = room
    _rooms.move_to_end(key)
    while len(_rooms) > _KEPT:
        _rooms.popitem(last=False)


def _database() -> str:
    return str(connection.settings_dict["NAME"])
