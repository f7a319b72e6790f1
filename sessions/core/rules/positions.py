"""Rules of positions beside an agreement: said before closing, their written text within the hours of the rules."""

from datetime import timedelta

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.facts import Facts
from sessions.core.refusals import Code, Refused, refuse_if
from sessions.core.rules import limits
from sessions.core.rules.meeting import SITTING, phase
from sessions.core.state import Position, Room
from sessions.core.terms import Phase, Stand


def explain(room: Room, ask: c.ExplainPosition, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    seat, text = _said(room, ask, act, Stand.EXPLAINS)
    return (e.PositionExplained(ask.agreement, seat, text, ask.language, ask.follows),)


def dissociate(room: Room, ask: c.Dissociate, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    seat, text = _said(room, ask, act, Stand.DISSOCIATES)
    return (e.Dissociated(ask.agreement, seat, text, ask.language, ask.follows),)


def hand_in(room: Room, ask: c.HandInText, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """The text somebody announced, until the hours of the rules are over; the log is not sealed before."""
    phase(room, *SITTING, Phase.CLOSED)
    seat = act.on_behalf_of or act.by
    refuse_if(room.agreement(ask.agreement) is None, Code.UNKNOWN_AGREEMENT)
    waits = [p for p in room.positions if (p.agreement, p.seat) == (ask.agreement, seat) and p.awaited]
    refuse_if(not waits, Code.NO_TEXT_AWAITED)
    over = room.closed_at is not None and facts.now > room.closed_at + hours(room)
    refuse_if(over, Code.TOO_LATE)
    return (e.TextHandedIn(ask.agreement, seat, limits.words(ask.text), ask.language),)


def hours(room: Room) -> timedelta:
    """How long after closing an announced text may follow."""
    return timedelta(hours=room.rules.statement_hours)


def awaited(room: Room) -> list[Position]:
    """The positions whose written text is still to come."""
    return [p for p in room.positions if p.awaited]


def _said(room: Room, ask: c.ExplainPosition | c.Dissociate, act: c.Act, stand: Stand) -> tuple[str, str]:
    phase(room, *SITTING)
    if room.agreement(ask.agreement) is None:
        raise Refused(Code.UNKNOWN_AGREEMENT)
    seat = act.on_behalf_of or act.by
    mine = [p for p in room.positions if (p.agreement, p.seat) == (ask.agreement, seat)]
    refuse_if(any(p.stand is stand for p in mine), Code.ALREADY_SAID)
    refuse_if(ask.follows and any(p.awaited for p in mine), Code.TEXT_AWAITED)
    refuse_if(ask.follows and not room.rules.statement_hours, Code.NO_TEXT_AWAITED)
    return seat, limits.words(ask.text)
