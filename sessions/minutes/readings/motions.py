"""Reads motions, appeals and what became of them; decisions that were reopened; recounts."""

from dataclasses import replace

from sessions.core import events as e
from sessions.core.terms import MotionKind, MotionState
from sessions.minutes.document import Motion, OnMotion, VoteOutcome
from sessions.minutes.readings.draft import Draft, Reader


def _motion(draft: Draft, ev: e.MotionMoved | e.RulingAppealed, x: e.Entry, kind: MotionKind, ref: str) -> None:
    draft.place[ev.motion] = ev.item
    draft.motions[ev.motion] = Motion(
        ev.motion, kind, draft.who(ev.seat), x.at, ev.reason, ref, draft.via(x, ev.seat), bool(x.on_behalf_of), (),
        MotionState.PENDING, None, "", "", (x.seq,),
    )  # fmt: skip


def _moved(draft: Draft, ev: e.MotionMoved, x: e.Entry) -> None:
    _motion(draft, ev, x, ev.kind, ev.ref)


def _appealed(draft: Draft, ev: e.RulingAppealed, x: e.Entry) -> None:
    _motion(draft, ev, x, MotionKind.APPEAL, ev.point)
    point = draft.points[ev.point]
    draft.points[ev.point] = replace(point, appeal=ev.motion, rests=(*point.rests, x.seq))


def _listed(draft: Draft, ev: e.MotionSpeakerListed, x: e.Entry) -> None:
    known = draft.motions[ev.motion]
    speakers = (*known.speakers, OnMotion(draft.who(ev.seat), ev.speaks, ""))
    draft.motions[ev.motion] = replace(known, speakers=speakers, rests=(*known.rests, x.seq))


def _heard(draft: Draft, ev: e.MotionHeard, x: e.Entry) -> None:
    known = draft.motions[ev.motion]
    speakers = tuple(replace(s, turn=ev.turn) if s.who.seat == ev.seat else s for s in known.speakers)
    draft.motions[ev.motion] = replace(known, speakers=speakers, rests=(*known.rests, x.seq))


def _ended(draft: Draft, motion: str, outcome: MotionState, x: e.Entry, vote: str = "", lapsed: str = "") -> None:
    known = draft.motions[motion]
    draft.motions[motion] = replace(
        known, outcome=outcome, ended=x.at, vote=vote, lapsed=lapsed, rests=(*known.rests, x.seq)
    )


def _withdrawn(draft: Draft, ev: e.MotionWithdrawn, x: e.Entry) -> None:
    _ended(draft, ev.motion, MotionState.WITHDRAWN, x)


def _lapsed(draft: Draft, ev: e.MotionLapsed, x: e.Entry) -> None:
    _ended(draft, ev.motion, MotionState.LAPSED, x, lapsed=ev.reason)


def _carried(draft: Draft, ev: e.MotionCarried, x: e.Entry) -> None:
    _ended(draft, ev.motion, MotionState.CARRIED, x, vote=ev.vote)


def _lost(draft: Draft, ev: e.MotionLost | e.RulingUpheld, x: e.Entry) -> None:
    _ended(draft, ev.motion, MotionState.LOST, x, vote=ev.vote)


def _overturned(draft: Draft, ev: e.RulingOverturned, x: e.Entry) -> None:
    _ended(draft, ev.motion, MotionState.CARRIED, x, vote=ev.vote)
    point = draft.points[ev.point]
    draft.points[ev.point] = replace(point, overturned=True, rests=(*point.rests, x.seq))


def _debate_closed(draft: Draft, ev: e.DebateClosed, x: e.Entry) -> None:
    known = draft.motions[ev.motion]
    draft.motions[ev.motion] = replace(known, rests=(*known.rests, x.seq))


def _reopened(draft: Draft, ev: e.DecisionReopened, x: e.Entry) -> None:
    if ev.ref in draft.agreements:
        agreement = draft.agreements[ev.ref]
        draft.agreements[ev.ref] = replace(agreement, reopened=ev.motion, rests=(*agreement.rests, x.seq))
    elif ev.ref in draft.votes:  # what a reserve keeps from this reader is passed over
        vote = draft.votes[ev.ref]
        draft.votes[ev.ref] = replace(vote, reopened=ev.motion, rests=(*vote.rests, x.seq))


def _superseded(draft: Draft, ev: e.AgreementSuperseded, x: e.Entry) -> None:
    known = draft.agreements[ev.agreement]
    draft.agreements[ev.agreement] = replace(known, superseded=ev.by, rests=(*known.rests, x.seq))


def _recount(draft: Draft, ev: e.RecountAsked, x: e.Entry) -> None:
    """What was counted before is not told; that it was counted anew, and why, is."""
    known = draft.votes[ev.vote]
    draft.votes[ev.vote] = replace(
        known, took_part=0, votes=None, hall=None, scrutineers=(), by_side=(), result=None, closed=None, roll=(),
        outcome=VoteOutcome.OPEN, recounts=(*known.recounts, draft.said(x, ev.seat, ev.reason)),
    )  # fmt: skip


READERS: dict[type, Reader] = {
    e.MotionMoved: _moved, e.RulingAppealed: _appealed, e.MotionSpeakerListed: _listed, e.MotionHeard: _heard,
    e.MotionWithdrawn: _withdrawn, e.MotionLapsed: _lapsed, e.MotionCarried: _carried, e.MotionLost: _lost,
    e.RulingUpheld: _lost, e.RulingOverturned: _overturned, e.DebateClosed: _debate_closed,
    e.DecisionReopened: _reopened, e.AgreementSuperseded: _superseded, e.RecountAsked: _recount,
}  # fmt: skip
