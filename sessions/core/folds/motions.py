"""Folds of motions, of appeals, and of what follows from them."""

from dataclasses import replace

from sessions.core import events as e
from sessions.core.folds.clocks import hold_all, release_all
from sessions.core.folds.fold import Fold
from sessions.core.state import Room
from sessions.core.state.motions import Motion, OnMotion
from sessions.core.terms import Hold, MotionKind, MotionState


def _made(room: Room, motion: Motion) -> Room:
    made = {**room.made, "m": room.made.get("m", 0) + 1}
    return replace(room, motions=(*room.motions, motion), made=made)


def _moved(room: Room, ev: e.MotionMoved, x: e.Entry) -> Room:
    return _made(room, Motion(ev.motion, ev.kind, ev.seat, ev.item, ev.ref, ev.reason, moved_at=x.at))


def _appealed(room: Room, ev: e.RulingAppealed, x: e.Entry) -> Room:
    held = hold_all(room, Hold.APPEAL, x.at)
    held = replace(held, floor=replace(held.floor, ruling=""))
    motion = Motion(ev.motion, MotionKind.APPEAL, ev.seat, ev.item, ev.point, ev.reason, moved_at=x.at)
    return _made(held, motion)


def _with(room: Room, motion_id: str, **changes: object) -> Room:
    motions = tuple(replace(m, **changes) if m.id == motion_id else m for m in room.motions)  # type: ignore[arg-type]
    return replace(room, motions=motions)


def _ends(room: Room, motion_id: str, state: MotionState, x: e.Entry, vote: str = "") -> Room:
    """Decided or given up; an appeal lets the clocks run again."""
    known = next(m for m in room.motions if m.id == motion_id)
    ended = _with(room, motion_id, state=state, vote=vote)
    return release_all(ended, Hold.APPEAL, x.at) if known.kind is MotionKind.APPEAL else ended


def _listed(room: Room, ev: e.MotionSpeakerListed, x: e.Entry) -> Room:
    known = next(m for m in room.motions if m.id == ev.motion)
    return _with(room, ev.motion, speakers=(*known.speakers, OnMotion(ev.seat, ev.speaks)))


def _heard(room: Room, ev: e.MotionHeard, x: e.Entry) -> Room:
    known = next(m for m in room.motions if m.id == ev.motion)
    speakers = tuple(replace(s, turn=ev.turn) if s.seat == ev.seat else s for s in known.speakers)
    return _with(room, ev.motion, speakers=speakers)


def _withdrawn(room: Room, ev: e.MotionWithdrawn, x: e.Entry) -> Room:
    return _ends(room, ev.motion, MotionState.WITHDRAWN, x)


def _lapsed(room: Room, ev: e.MotionLapsed, x: e.Entry) -> Room:
    return _ends(room, ev.motion, MotionState.LAPSED, x)


def _carried(room: Room, ev: e.MotionCarried, x: e.Entry) -> Room:
    return _ends(room, ev.motion, MotionState.CARRIED, x, ev.vote)


def _lost(room: Room, ev: e.MotionLost | e.RulingUpheld, x: e.Entry) -> Room:
    return _ends(room, ev.motion, MotionState.LOST, x, ev.vote)


def _overturned(room: Room, ev: e.RulingOverturned, x: e.Entry) -> Room:
    points = tuple(replace(p, overturned=True) if p.id == ev.point else p for p in room.points)
    return _ends(replace(room, points=points), ev.motion, MotionState.CARRIED, x, ev.vote)


def _closed(room: Room, ev: e.DebateClosed, x: e.Entry) -> Room:
    floor = replace(room.floor, list_open=False, closes_at=None, requests=(), debate_closed=True)
    return replace(room, floor=floor)


def _reopened(room: Room, ev: e.DecisionReopened, x: e.Entry) -> Room:
    agreements = tuple(replace(a, reopened=ev.motion) if a.id == ev.ref else a for a in room.agreements)
    votes = tuple(replace(v, reopened=ev.motion) if v.id == ev.ref else v for v in room.votes)
    return replace(room, agreements=agreements, votes=votes)


def _superseded(room: Room, ev: e.AgreementSuperseded, x: e.Entry) -> Room:
    agreements = tuple(replace(a, superseded=ev.by) if a.id == ev.agreement else a for a in room.agreements)
    return replace(room, agreements=agreements)


def _recounted(room: Room, ev: e.RecountAsked, x: e.Entry) -> Room:
    assert room.vote is not None
    anew = replace(room.vote, hall_counts=(), votes=None, hall_votes=None, by_side=(), result=None, recounted=True)
    return replace(room, vote=anew)


def followed(motions: tuple[Motion, ...]) -> tuple[Motion, ...]:
    """The motions once the session was suspended: what asked for it is done."""
    asked = (MotionKind.SUSPENSION, MotionKind.ADJOURNMENT)
    carried = {m.id for m in motions if m.kind in asked and m.state is MotionState.CARRIED}
    return tuple(replace(m, followed=True) if m.id in carried else m for m in motions)


FOLDS: dict[type, Fold] = {
    e.MotionMoved: _moved, e.RulingAppealed: _appealed, e.MotionSpeakerListed: _listed, e.MotionHeard: _heard,
    e.MotionWithdrawn: _withdrawn, e.MotionLapsed: _lapsed, e.MotionCarried: _carried, e.MotionLost: _lost,
    e.RulingUpheld: _lost, e.RulingOverturned: _overturned, e.DebateClosed: _closed, e.DecisionReopened: _reopened,
    e.AgreementSuperseded: _superseded, e.RecountAsked: _recounted,
}  # fmt: skip
