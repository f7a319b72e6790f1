"""Folds of corrections. Undone entries are left out by `replay`; the entry that undoes changes nothing itself."""

from dataclasses import replace

from sessions.core import events as e
from sessions.core.folds.fold import Fold
from sessions.core.state import Room
from sessions.core.terms import Slip


def _corrected(room: Room, ev: e.SlipCorrected, x: e.Entry) -> Room:
    if ev.slip is Slip.AGREEMENT_TEXT:
        agreements = tuple(
            replace(a, text=ev.now, read=False) if a.id == ev.ref else a for a in room.agreements
        )
        return replace(room, agreements=agreements)
    if ev.slip is Slip.RULING:
        points = tuple(replace(p, ruling=ev.now) if p.id == ev.ref else p for p in room.points)
        return replace(room, points=points)
    return _turn_corrected(room, ev)


def _turn_corrected(room: Room, ev: e.SlipCorrected) -> Room:
    speech = room.floor.speech
    if ev.slip is Slip.TURN_SPEAKER:
        turns = tuple(replace(t, seat=ev.now) if t.id == ev.ref else t for t in room.turns)
        if speech and speech.turn == ev.ref:
            room = replace(room, floor=replace(room.floor, speech=replace(speech, seat=ev.now)))
        return replace(room, turns=turns)
    turns = tuple(replace(t, statement=ev.now) if t.id == ev.ref else t for t in room.turns)
    return replace(room, turns=turns)


def _undone(room: Room, ev: e.ActUndone, x: e.Entry) -> Room:
    return room


FOLDS: dict[type, Fold] = {e.SlipCorrected: _corrected, e.ActUndone: _undone}
