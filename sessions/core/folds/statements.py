"""Folds of written statements."""

from dataclasses import replace

from sessions.core import events as e
from sessions.core.folds.fold import Fold
from sessions.core.state import Room, WrittenStatement


def _received(room: Room, ev: e.WrittenStatementReceived, x: e.Entry) -> Room:
    received = WrittenStatement(
        ev.statement, ev.seat, ev.item, ev.title, ev.text, ev.language, ev.sha256, x.at
    )  # fmt: skip
    made = {**room.made, "w": room.made.get("w", 0) + 1}
    return replace(room, statements=(*room.statements, received), made=made)


FOLDS: dict[type, Fold] = {e.WrittenStatementReceived: _received}
