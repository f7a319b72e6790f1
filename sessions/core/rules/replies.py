"""Rights of reply (GA rule 73): of a member named in a turn; granted by the chair; given at the end of the list.

The end of the list is where it ends when the reply is granted: whoever asks for the floor afterwards speaks after it.
"""

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.facts import Facts
from sessions.core.refusals import Code, Refused, refuse_if
from sessions.core.rules import limits
from sessions.core.rules.meeting import SITTING, phase
from sessions.core.state import Reply, Room
from sessions.core.terms import Phase, ReplyState


def _item_open(room: Room) -> None:
    phase(room, Phase.OPEN)
    refuse_if(not room.current, Code.NO_ITEM_OPEN)


def _here(room: Room, *states: ReplyState) -> list[Reply]:
    return [r for r in room.replies if r.item == room.current and r.state in states]


def _find(room: Room, reply_id: str, *states: ReplyState) -> Reply:
    found = next((r for r in _here(room, *states) if r.id == reply_id), None)
    if found is None:
        raise Refused(Code.NO_REPLY)
    return found


def ask(room: Room, ask: c.AskReply, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """So many for each person and item as the rules say, once for each turn."""
    _item_open(room)
    seat, turn = act.on_behalf_of or act.by, room.turn(ask.turn)
    if turn is None or turn.item != room.current:
        raise Refused(Code.UNKNOWN_TURN)
    refuse_if(turn.seat == seat, Code.OWN_TURN)
    live = [r for r in _here(room, *_COUNTED) if r.seat == seat]
    refuse_if(any(r.to == turn.id for r in live), Code.REPLY_ASKED)
    refuse_if(len(live) >= room.rules.replies, Code.REPLIES_USED, most=room.rules.replies)
    return (e.ReplyAsked(room.next_id("y"), seat, room.current, turn.id, limits.reason(ask.reason)),)


_COUNTED = (ReplyState.ASKED, ReplyState.GRANTED, ReplyState.GIVEN)


def withdraw(room: Room, ask: c.WithdrawReply, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, *SITTING)
    seat = act.on_behalf_of or act.by
    mine = [r for r in _here(room, ReplyState.ASKED, ReplyState.GRANTED) if r.seat == seat]
    refuse_if(not mine, Code.NO_REPLY)
    return (e.ReplyWithdrawn(mine[-1].id, seat),)


def grant(room: Room, ask: c.GrantReply, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    _item_open(room)
    found = _find(room, ask.reply, ReplyState.ASKED)
    return (e.ReplyGranted(found.id, found.seat),)


def refuse(room: Room, ask: c.RefuseReply, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """One that was asked for; or the chair takes a grant back: both with the reason."""
    _item_open(room)
    found = _find(room, ask.reply, ReplyState.ASKED, ReplyState.GRANTED)
    return (e.ReplyRefused(found.id, found.seat, limits.reason(ask.reason)),)


def give(room: Room, ask: c.GiveReply, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """When it is due; before that with the chair's reason."""
    _item_open(room)
    refuse_if(room.motion is not None, Code.MOTION_PENDING)
    refuse_if(room.floor.point is not None, Code.POINT_PENDING)
    refuse_if(room.floor.speech is not None, Code.SOMEBODY_SPEAKS)
    first = due(room)
    if not ask.reply and first is None:
        raise Refused(Code.NO_REPLY)
    found = _find(room, ask.reply or (first.id if first else ""), ReplyState.GRANTED)
    refuse_if(not room.seats[found.seat].present, Code.NOT_ADMITTED, seat=found.seat)
    why = ""
    if first is None or found.id != first.id:
        why = ask.reason.strip()
        refuse_if(not why, Code.OUT_OF_TURN)
        limits.reason(why)
    turn = room.next_id("t")
    given = e.FloorGiven(turn, "", found.seat, room.rules.reply_seconds, why)
    return (given, e.ReplyGiven(found.id, found.seat, turn))


def waiting(room: Room, *states: ReplyState) -> tuple[Reply, ...]:
    """The replies of the open item in these states whose people are in the room, in order."""
    return tuple(r for r in _here(room, *states) if room.seats[r.seat].present)


def due(room: Room) -> Reply | None:
    """The reply that is next: nobody waits any more who was on the list when it was granted."""
    granted = sorted(waiting(room, ReplyState.GRANTED), key=lambda r: (r.after, int(r.id[1:])))
    if not granted:
        return None
    first = granted[0]
    before = [r for r in room.floor.requests if not r.aside and int(r.id[1:]) <= first.after]
    return None if before else first
