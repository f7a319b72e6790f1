"""The look at the database every two seconds, for all rooms with listeners at once. Reads and writes the database."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sessions import chat, desk, presence
from sessions.hub.frames import as_text
from sessions.hub.line import Frame
from sessions.hub.live import Lines
from sessions.models import Session


@dataclass(frozen=True, slots=True)
class Seen:
    """How far each log has come, whose lines live, and a word for each chat that changes with it."""

    seqs: Mapping[int, int]
    connected: Mapping[int, frozenset[str]]
    chats: Mapping[int, str] = field(default_factory=dict)


def look_around(session_ids: Sequence[int], windows: Iterable[int]) -> Seen:
    """Write down signs of life; settle the rooms of `windows`, where time may decide; see how far all have come."""
    presence.flush_now_and_then()
    for session_id in windows:
        desk.settle(session_id)
    if not session_ids:
        return Seen({}, {})
    seqs = dict(Session.objects.filter(pk__in=session_ids).values_list("pk", "seq"))
    return Seen(seqs, presence.connected(session_ids), chat.versions(tuple(session_ids)))


def lines(seats: frozenset[str]) -> Lines:
    """What is told of the lines that live."""
    number = {"connected": len(seats)}
    named = {**number, "seats": sorted(seats, key=lambda k: (len(k), k))}
    return Lines(seats, Frame(as_text({"presence": number})), Frame(as_text({"presence": named})))
