"""Invited experts (G28): a member asks, the chair invites; their voice is for the item they were invited in."""

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.facts import Facts
from sessions.core.refusals import Code, Refused, refuse_if
from sessions.core.rules import limits
from sessions.core.rules.meeting import phase
from sessions.core.state import Room, Seat
from sessions.core.terms import Phase, Role


def _item_open(room: Room) -> None:
    phase(room, Phase.OPEN)
    refuse_if(not room.current, Code.NO_ITEM_OPEN)


def ask(room: Room, ask: c.AskExpert, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    _item_open(room)
    name = limits.words(ask.name, limits.TITLE)
    topic = limits.words(ask.topic, limits.REASON)
    return (e.ExpertAsked(room.next_id("z"), act.on_behalf_of or act.by, room.current, name, topic),)


def invite(room: Room, ask: c.InviteExpert, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    _item_open(room)
    seat = room.seats.get(ask.seat)
    if seat is None or not seat.present:
        raise Refused(Code.NOT_ADMITTED, seat=ask.seat)
    refuse_if(seat.role is not Role.EXPERT, Code.NOT_AN_EXPERT)
    refuse_if(room.experts.heard(seat.id, room.current), Code.ALREADY_INVITED)
    known = any(w.id == ask.wish and w.item == room.current and not w.met for w in room.experts.wishes)
    refuse_if(bool(ask.wish) and not known, Code.NO_WISH)
    return (e.ExpertInvited(seat.id, room.current, limits.words(ask.topic, limits.REASON), ask.wish),)


def to_invite(room: Room) -> list[Seat]:
    """The experts in the room who have no voice in the open item yet."""
    there = [s for s in room.present() if s.role is Role.EXPERT]
    return [s for s in there if not room.experts.heard(s.id, room.current)]
