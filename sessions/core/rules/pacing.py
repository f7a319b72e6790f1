"""How long a turn is: by the chair's decision on the item, else by the role of the speaker; a second turn shorter."""

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.facts import Facts
from sessions.core.refusals import Code, refuse_if
from sessions.core.rules import limits
from sessions.core.rules.meeting import phase
from sessions.core.ruleset import Rules
from sessions.core.state import Room, Seat
from sessions.core.terms import Phase, Role

LEAST, MOST = 10, 3600


def set_speaking_time(room: Room, ask: c.SetSpeakingTime, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """For the turns given from then on (GA rule 72); 0 goes back to the rules."""
    phase(room, Phase.OPEN)
    refuse_if(not room.current, Code.NO_ITEM_OPEN)
    seconds = limits.between(ask.seconds, LEAST, MOST) if ask.seconds else 0
    return (e.SpeakingTimeSet(room.current, seconds),)


def first_turn(room: Room, seat: Seat) -> int:
    """The seconds of this person's first turn on the open item."""
    item = room.item(room.current)
    return (item.turn_seconds if item else 0) or by_role(room.rules, seat.role)


def seconds_for(room: Room, seat: Seat) -> int:
    """The seconds this person would be given now: a second turn on the item is never longer than the first."""
    whole = first_turn(room, seat)
    spoken = any(t.seat == seat.id and t.item == room.current for t in room.turns)
    return min(whole, room.rules.second_seconds or whole) if spoken else whole


def by_role(rules: Rules, role: Role) -> int:
    """What the rules give to a role; where they say nothing of it, what they give to everybody."""
    own = {
        Role.ADVISER: rules.adviser_seconds, Role.OBSERVER: rules.observer_seconds, Role.EXPERT: rules.expert_seconds,
    }  # fmt: skip
    return own.get(role, 0) or rules.speech_seconds
