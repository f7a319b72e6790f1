"""Rooms that need no folding: the last ones in memory, and snapshots in the database. Either may be lost."""

from collections import OrderedDict
from functools import cache
from hashlib import sha256
from pathlib import Path
from threading import Lock

from django.db import connection

from sessions import core, wire
from sessions.core.state import Room
from sessions.models import LogEntry, Session, Snapshot

SNAPSHOT_EVERY = 200
KEPT = 64
_rooms: OrderedDict[tuple[str, int], tuple[str, Room]] = OrderedDict()
_guard = Lock()


def room_of(session: Session) -> Room | None:
    """The room in memory, at `session.seq` or before, if it was folded from this very log; else None."""
    with _guard:
        head, room = _rooms.get(_key(session), ("", None))
    if room is None or room.seq > session.seq or head != head_at(session, room.seq):
        return None
    return room


def remember(session: Session, room: Room) -> None:
    """Keep a room folded from the log as `session` shows it; the least used is dropped."""
    with _guard:
        _rooms[_key(session)] = (session.head, room)
        _rooms.move_to_end(_key(session))
        while len(_rooms) > KEPT:
            _rooms.popitem(last=False)


def forget() -> None:
    """Drop every room in memory."""
    with _guard:
        _rooms.clear()


def snapshot_of(session: Session) -> Room | None:
    """The last snapshot at `session.seq` or before, if the present folds made it; else None."""
    row = Snapshot.objects.filter(session=session, seq__lte=session.seq).order_by("-seq").first()
    if row is None or row.state.get("folds") != _folds():
        return None
    room: Room = wire.build(Room, row.state["room"])
    return room


def keep(session: Session, room: Room) -> None:
    """Remember the room of a committed log; take a snapshot now and then. Call after commit."""
    remember(session, room)
    last = Snapshot.objects.filter(session=session).order_by("-seq").values_list("seq", flat=True).first() or 0
    if room.seq - last >= SNAPSHOT_EVERY:
        take_snapshot(session, room)


def take_snapshot(session: Session, room: Room) -> None:
    """Store the room as folded until `room.seq`."""
    state = {"folds": _folds(), "room": wire.plain(room)}
    Snapshot.objects.update_or_create(session=session, seq=room.seq, defaults={"state": state})


def head_at(session: Session, seq: int) -> str | None:
    """The chained head after that line: no two logs share one, so it tells a restored database from ours."""
    if seq == session.seq:
        return session.head
    return LogEntry.objects.filter(session=session, seq=seq).values_list("head", flat=True).first()


def _key(session: Session) -> tuple[str, int]:
    return str(connection.settings_dict["NAME"]), session.pk


@cache
def _folds() -> str:
    """The digest of the code that folds: a snapshot made by other folds is not ours to trust."""
    sources = sorted(Path(core.__path__[0]).rglob("*.py"))
    return sha256(b"".join(p.read_bytes() for p in sources)).hexdigest()
