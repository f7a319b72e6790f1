"""Folds of terms that ended and of what the chair waived."""

from dataclasses import replace

from sessions.core import events as e
from sessions.core.folds.fold import Fold
from sessions.core.state import Room


def _let_through(room: Room, ev: e.CirculationWaived, x: e.Entry) -> Room:
    return replace(room, papers=tuple(replace(p, waived=ev.reason) if p.id == ev.paper else p for p in room.papers))


def _closed(room: Room, ev: e.AmendmentsClosed, x: e.Entry) -> Room:
    return _text(room, ev.text, amendments_closed=True)


def _waived(room: Room, ev: e.DeadlineWaived, x: e.Entry) -> Room:
    return _text(room, ev.text, waived=ev.reason)


def _text(room: Room, text: str, **changes: object) -> Room:
    texts = tuple(replace(t, **changes) if t.id == text else t for t in room.texts)  # type: ignore[arg-type]
    return replace(room, texts=texts)


FOLDS: dict[type, Fold] = {
    e.CirculationWaived: _let_through, e.AmendmentsClosed: _closed, e.DeadlineWaived: _waived,
}  # fmt: skip
