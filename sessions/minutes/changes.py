"""The differences between what the log gave and the minutes as they are, passage by passage."""

from dataclasses import dataclass

from incidencia.text.difference import Piece, difference
from sessions.minutes import work as w
from sessions.minutes.document import Item, Turn
from sessions.minutes.queries import Record


@dataclass(frozen=True, slots=True)
class Step:
    """One change of one passage, with its author's name."""

    change: w.Change
    author: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """A passage whose words are no longer those of the log. `turn` is there for statements."""

    item: Item
    turn: Turn | None
    anchor: str
    language: str
    steps: tuple[Step, ...]


def by_passage(record: Record) -> list[Changed]:
    """Every passage that changed, in the order of the minutes."""
    found = []
    for item in record.document.items:
        for name in (item.id, f"{item.id}.outcome", *(t.id for t in item.turns)):
            steps = tuple(_step(record, c) for c in record.work.changes if c.passage == name)
            if steps:
                turn = record.document.turn(name)
                found.append(Changed(item, turn, name if turn else item.id, steps[-1].change.language, steps))
    return found


def _step(record: Record, change: w.Change) -> Step:
    return Step(change, record.names.get(change.by, ""), tuple(difference(change.was, change.now)))
