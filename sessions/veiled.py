"""The room as an audience may see it: every page, region, form and frame is made of this one (A9).

Where no reserve keeps anything from the audience it is the room itself. Else it is folded from what they hear, and
kept in memory; losing it costs a fold.
"""

from collections import OrderedDict
from threading import Lock

from django.db import connection

from sessions import log, remembered
from sessions.audiences import Audience, hidden
from sessions.core.evolve import reaches_before
from sessions.core.state import Room
from sessions.core.veil import veil
from sessions.models import Session

KEPT = 64
Key = tuple[str, int, frozenset[str]]
_rooms: OrderedDict[Key, tuple[str, Room]] = OrderedDict()
_guard = Lock()


def seen(session: Session, room: Room, audience: Audience | None) -> Room:
    """Promise the room without anything that a reserve keeps from this audience; None sees what the public sees.

    `room` is the whole room of the session, folded from its log. No query where nothing is kept.
    """
    kept_from = hidden(audience or Audience.PUBLIC, room)
    return veiled(session, room, kept_from) if kept_from else room


def veiled(session: Session, room: Room, kept_from: frozenset[str]) -> Room:
    """The room without what these reserves keep."""
    key = (str(connection.settings_dict["NAME"]), session.pk, kept_from)
    head = remembered.head_at(session, room.seq)
    with _guard:
        known, start = _rooms.get(key, ("", None))
    if start is not None and known == head and start.seq == room.seq:
        return start
    if start is not None and (start.seq > room.seq or known != remembered.head_at(session, start.seq)):
        start = None
    tail = log.entries(session, start.seq if start else 0, room.seq)
    if start is not None and reaches_before(start.seq, tail):
        start, tail = None, log.entries(session, 0, room.seq)
    made = veil(tail, room, kept_from, start)
    with _guard:
        _rooms[key] = (head or "", made)
        _rooms.move_to_end(key)
        while len(_rooms) > KEPT:
            _rooms.popitem(last=False)
    return made


def forget() -> None:
    """Drop every room in memory."""
    with _guard:
        _rooms.clear()
