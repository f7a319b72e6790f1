"""Folds of the language of a turn and of captions: the last lines of each channel, the log has all."""

from dataclasses import replace

from sessions.core import events as e
from sessions.core.folds.fold import Fold
from sessions.core.state import Room
from sessions.core.state.captions import Caption

KEPT = 3


def _marked(room: Room, ev: e.LanguageMarked, x: e.Entry) -> Room:
    return replace(room, relay=replace(room.relay, turn=ev.turn, spoken=ev.language))


def _appended(room: Room, ev: e.CaptionAppended, x: e.Entry) -> Room:
    told = (*room.relay.captions, Caption(x.seq, ev.language, ev.words))
    mine = [c for c in told if c.language == ev.language][-KEPT:]
    kept = tuple(c for c in told if c.language != ev.language or c in mine)
    return replace(room, relay=replace(room.relay, captions=kept))


FOLDS: dict[type, Fold] = {e.LanguageMarked: _marked, e.CaptionAppended: _appended}
