"""Folds of rights of reply."""

from dataclasses import replace

from sessions.core import events as e
from sessions.core.folds.fold import Fold
from sessions.core.state import Reply, Room
from sessions.core.terms import ReplyState


def _asked(room: Room, ev: e.ReplyAsked, x: e.Entry) -> Room:
    reply = Reply(ev.reply, ev.seat, ev.item, ev.to, ev.reason)
    made = {**room.made, "y": room.made.get("y", 0) + 1}
    return replace(room, replies=(*room.replies, reply), made=made)


def _with(room: Room, reply_id: str, **changes: object) -> Room:
    replies = tuple(replace(r, **changes) if r.id == reply_id else r for r in room.replies)  # type: ignore[arg-type]
    return replace(room, replies=replies)


def _withdrawn(room: Room, ev: e.ReplyWithdrawn, x: e.Entry) -> Room:
    return _with(room, ev.reply, state=ReplyState.WITHDRAWN)


def _granted(room: Room, ev: e.ReplyGranted, x: e.Entry) -> Room:
    return _with(room, ev.reply, state=ReplyState.GRANTED, after=room.made.get("r", 0))


def _refused(room: Room, ev: e.ReplyRefused, x: e.Entry) -> Room:
    return _with(room, ev.reply, state=ReplyState.REFUSED)


def _given(room: Room, ev: e.ReplyGiven, x: e.Entry) -> Room:
    return _with(room, ev.reply, state=ReplyState.GIVEN, turn=ev.turn)


FOLDS: dict[type, Fold] = {
    e.ReplyAsked: _asked, e.ReplyWithdrawn: _withdrawn, e.ReplyGranted: _granted, e.ReplyRefused: _refused,
    e.ReplyGiven: _given,
}  # fmt: skip
