"""The look at the database every two seconds, for all rooms with listeners at once. Reads and writes the database."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sessions import chat, desk, presence, slower
from sessions.hall.holding import fallen
from sessions.hub.frames import as_text
from sessions.hub.line import Frame
from sessions.hub.live import Lines
from sessions.models import Session


@dataclass(frozen=True, slots=True)
class Seen:
    """How far each log has come, whose lines live, who asks to speak slower, which personal links hold no longer, and
    a word for each chat that changes with it.
    """

    seqs: Mapping[int, int]
    connected: Mapping[int, frozenset[str]]
    slow: Mapping[int, slower.Slow]
    fallen: frozenset[str] = frozenset()
    chats: Mapping[int, str] = field(default_factory=dict)


def look_around(session_ids: Sequence[int], windows: Iterable[int], links: Collection[str] = ()) -> Seen:
    """Write down signs of life; settle the rooms of `windows`, where time may decide; see how far all have come."""
    presence.flush_now_and_then()
    for session_id in windows:
        desk.settle(session_id)
    if not session_ids:
        return Seen({}, {}, {})
    seqs = dict(Session.every.filter(pk__in=session_ids).values_list("pk", "seq"))
    return Seen(
        seqs, presence.connected(session_ids), slower.counts(session_ids), fallen(links) if links else frozenset(),
        chat.versions(tuple(session_ids)),
    )  # fmt: skip


def lines(seats: frozenset[str], slow: slower.Slow) -> Lines:
    """What is told of the lines that live, and of how many ask to speak slower."""
    number = {"connected": len(seats), "slow": slow.count, "turn": slow.turn}
    named = {**number, "seats": sorted(seats, key=lambda k: (len(k), k))}
    return Lines(seats, slow, Frame(as_text({"presence": number})), Frame(as_text({"presence": named})))
