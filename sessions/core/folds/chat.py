"""Folds of the chat."""

from dataclasses import replace

from sessions.core import events as e
from sessions.core.folds.fold import Fold
from sessions.core.state import Room


def _opened(room: Room, ev: e.ChatOpened, x: e.Entry) -> Room:
    return replace(room, chat=True)


def _closed(room: Room, ev: e.ChatClosed, x: e.Entry) -> Room:
    return replace(room, chat=False)


FOLDS: dict[type, Fold] = {e.ChatOpened: _opened, e.ChatClosed: _closed}
