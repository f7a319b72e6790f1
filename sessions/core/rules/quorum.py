"""Quorum: presumed until somebody asks; verified by an act of the chair; counted by acts, never by lines."""

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.facts import Facts
from sessions.core.refusals import Code, refuse_if
from sessions.core.state import Room
from sessions.core.terms import Phase, Side


def admitted(room: Room) -> int:
    """How many with a vote were let in, whether they are still there or not."""
    return sum(1 for s in room.seats.values() if s.votes)


def count(room: Room, facts: Facts, *, deciding: bool = True) -> e.Count:
    """Who is there now: entitled, present of them, required, officials with powers, connected.

    Required to decide; unless `deciding`, to open.
    """
    voters = room.voters()
    awaiting = sum(1 for s in room.seats.values() if s.vote_awaits)  # accredited, and no vote until the letter comes
    entitled = max(facts.entitled - awaiting, len(voters))
    empowered = sum(1 for s in room.present() if s.side is Side.PUBLIC and s.empowered)
    connected = sum(1 for s in voters if s.id in facts.connected)
    required = room.rules.required(entitled, admitted(room), deciding=deciding)
    return e.Count(entitled, len(voters), required, empowered, connected)


def refuse_without_both_sides(room: Room) -> None:
    """No session is open for decision with one side empty (G15)."""
    sides = {s.side for s in room.voters()}
    for side in (Side.CIVIL, Side.PUBLIC):
        refuse_if(side not in sides, Code.ONE_SIDE_EMPTY, side=side.value)


def refuse_without_quorum(room: Room) -> None:
    """Decisions need quorum that is not in doubt."""
    refuse_if(bool(room.quorum_asked), Code.QUORUM_ASKED)
    counted = room.count
    refuse_if(
        counted is None or not counted.met, Code.NO_QUORUM,
        present=counted.present if counted else 0, required=counted.required if counted else 0,
    )  # fmt: skip


def decides_now(room: Room) -> bool:
    """Whether the quorum is not in doubt, as many as it took are still there, and both sides have a vote."""
    counted, voters = room.count, room.voters()
    enough = counted is not None and counted.met and len(voters) >= counted.required and not room.quorum_asked
    return enough and {Side.CIVIL, Side.PUBLIC} <= {s.side for s in voters}


def ask(room: Room, ask: c.AskQuorum, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    refuse_if(room.phase is not Phase.OPEN, Code.WRONG_PHASE, phase=room.phase.value)
    refuse_if(bool(room.quorum_asked), Code.QUORUM_ASKED)
    refuse_if(room.vote is not None, Code.VOTE_OPEN)  # it was frozen when the question was put
    return (e.QuorumAsked(act.on_behalf_of or act.by),)


def verify(room: Room, ask: c.VerifyQuorum, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    refuse_if(room.phase is not Phase.OPEN, Code.WRONG_PHASE, phase=room.phase.value)
    refuse_if(room.vote is not None, Code.VOTE_OPEN)
    return (e.QuorumVerified(count(room, facts)),)
