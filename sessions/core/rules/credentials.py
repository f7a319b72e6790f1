"""Rules of officials' powers to agree (G22) and of conflicts of interest (G21)."""

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.facts import Facts
from sessions.core.refusals import Code, Refused, refuse_if
from sessions.core.rules import limits
from sessions.core.rules.meeting import SITTING, phase
from sessions.core.rules.people import DOOR_OPEN
from sessions.core.state import Room, Seat
from sessions.core.terms import ItemState, Side


def record(room: Room, ask: c.RecordCredentials, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Of an official who is in the room: what they show, or that they show none."""
    phase(room, *DOOR_OPEN)
    seat = _official(room, ask.seat)
    refuse_if(not seat.present, Code.NOT_ADMITTED, seat=seat.id)
    powers = limits.words(ask.powers, limits.REASON) if ask.empowered else ""
    document = limits.optional(ask.document, limits.TITLE)
    known = room.credentials.get(seat.id)
    same = known is not None and (known.empowered, known.powers, known.document) == (ask.empowered, powers, document)
    refuse_if(same and not (known and known.withdrawn), Code.ALREADY_SHOWN)
    return (e.CredentialsRecorded(seat.id, ask.empowered, powers, document),)


def withdraw(room: Room, ask: c.WithdrawCredentials, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, *DOOR_OPEN)
    seat = _official(room, ask.seat)
    refuse_if(not seat.empowered, Code.NO_POWERS)
    return (e.CredentialsWithdrawn(seat.id, limits.reason(ask.reason)),)


def declare_conflict(room: Room, ask: c.DeclareConflict, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Once for each person and item; it takes nobody's vote."""
    phase(room, *SITTING)
    item = room.item(ask.item)
    if item is None:
        raise Refused(Code.UNKNOWN_ITEM)
    refuse_if(item.state is ItemState.WITHDRAWN, Code.ITEM_NOT_PENDING)
    seat = act.on_behalf_of or act.by
    refuse_if(any((x.item, x.seat) == (item.plan.id, seat) for x in room.conflicts), Code.ALREADY_SAID)
    return (e.ConflictDeclared(item.plan.id, seat, limits.words(ask.text, limits.REASON), ask.language),)


def _official(room: Room, seat_id: str) -> Seat:
    seat = room.seats.get(seat_id)
    if seat is None:
        raise Refused(Code.UNKNOWN_SEAT)
    refuse_if(seat.side is not Side.PUBLIC, Code.NOT_AN_OFFICIAL)
    return seat
