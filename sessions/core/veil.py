"""The room as those see it who may not hear all: folded from what they hear, and from nothing else. Pure."""

from collections.abc import Iterable
from dataclasses import replace

from sessions.core.events import Entry
from sessions.core.evolve import evolve, undone
from sessions.core.reserves import kept_entries, without_words
from sessions.core.state import Room


def heard(entries: Iterable[Entry], room: Room, hidden: frozenset[str]) -> list[Entry]:
    """The entries as they are told outside the circles of the `hidden` reserves; what is not told is left out.

    `room` is the whole room, folded at least as far as the entries go: it says which of them are kept.
    """
    kept = kept_entries(room, hidden)
    told = (without_words(x) if x.seq in kept else x for x in entries)
    return [x for x in told if x]


def veil(entries: Iterable[Entry], room: Room, hidden: frozenset[str], start: Room | None = None) -> Room:
    """Promise a room in which nothing that the `hidden` reserves keep was ever folded.

    It stands where `room` stands, and shows the reserves themselves, which are public. `start` is a veiled room of
    the same `hidden`, older than the entries and than any of them that was undone.
    """
    entries = list(entries)
    gone = undone(entries)
    seen = start or Room()
    for entry in heard(entries, room, hidden):
        if entry.seq not in gone:
            seen = evolve(seen, entry)
    return replace(seen, seq=room.seq, at=room.at, reserves=room.reserves)
