"""Rules of the record: undo within seconds, afterwards corrections as entries, never edits."""

from datetime import timedelta

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.facts import Facts
from sessions.core.refusals import Code, Refused, refuse_if
from sessions.core.rules import limits
from sessions.core.rules.meeting import SITTING, phase
from sessions.core.state import RecentAct, Room
from sessions.core.terms import Phase, Slip


def undo(room: Room, ask: c.Undo, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Take back one's own last act, if it is young and nothing was built upon it since."""
    mine = next((r for r in reversed(room.recent) if r.by == act.by), None)
    if mine is None or not mine.undoable:
        raise Refused(Code.NOTHING_TO_UNDO)
    young = facts.now - mine.written <= timedelta(seconds=room.rules.undo_seconds)
    refuse_if(not young, Code.TOO_LATE)
    later = room.recent[room.recent.index(mine) + 1 :]
    refuse_if(any(_builds_upon(one, mine) for one in later), Code.BUILT_UPON)
    return (e.ActUndone(mine.entries),)


def _builds_upon(later: RecentAct, earlier: RecentAct) -> bool:
    return bool(later.regions & earlier.regions or later.seats & earlier.seats)


def correct(room: Room, ask: c.CorrectSlip, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, *SITTING, Phase.CLOSED)
    was = _present_value(room, ask.slip, ask.ref)
    now = limits.words(ask.now)
    refuse_if(now == was, Code.NOTHING_TO_CORRECT)
    refuse_if(ask.slip is Slip.TURN_SPEAKER and now not in room.seats, Code.UNKNOWN_SEAT)
    # Words agreed by the room change only while the room sits and can hear them read again.
    if ask.slip is Slip.AGREEMENT_TEXT:
        phase(room, *SITTING)
    return (e.SlipCorrected(ask.slip, ask.ref, was, now, limits.reason(ask.reason)),)


def _present_value(room: Room, slip: Slip, ref: str) -> str:
    if slip is Slip.AGREEMENT_TEXT:
        agreement = room.agreement(ref)
        if agreement is None:
            raise Refused(Code.UNKNOWN_AGREEMENT)
        return agreement.text
    if slip is Slip.RULING:
        point = next((p for p in room.points if p.id == ref), None)
        if point is None:
            raise Refused(Code.NO_POINT_PENDING)
        return point.ruling
    turn = room.turn(ref)
    if turn is None:
        raise Refused(Code.UNKNOWN_TURN)
    return turn.seat if slip is Slip.TURN_SPEAKER else turn.statement
