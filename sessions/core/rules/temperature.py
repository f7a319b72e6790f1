"""Rules of temperature checks: indicative, added up without names, told only once they are closed."""

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core import tally
from sessions.core.facts import Facts
from sessions.core.refusals import Code, Refused, refuse_if
from sessions.core.rules import limits
from sessions.core.rules.meeting import SITTING, phase
from sessions.core.rules.pending import refuse_while_deciding
from sessions.core.state import Room, Temperature
from sessions.core.terms import Phase, Side, Stance


def take(room: Room, ask: c.TakeTemperature, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Answers are told apart by side only where no side of those asked is smaller than the least cell."""
    phase(room, Phase.OPEN)
    refuse_if(not room.current, Code.NO_ITEM_OPEN)
    refuse_while_deciding(room)
    refuse_if(room.floor.point is not None, Code.POINT_PENDING)
    voters = room.voters()
    return (
        e.TemperatureTaken(
            room.next_id("k"), room.current, limits.words(ask.question, limits.REASON), ask.language,
            tuple(s.id for s in voters), tally.tellable((s.side for s in voters), room.rules.least_cell),
        ),
    )  # fmt: skip


def _open(room: Room, asked: str = "") -> Temperature:
    phase(room, Phase.OPEN)
    if room.temperature is None:
        raise Refused(Code.NO_TEMPERATURE)
    refuse_if(bool(asked) and asked != room.temperature.id, Code.OTHER_QUESTION)
    return room.temperature


def show(room: Room, ask: c.ShowTemperature, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    asked, seat = _open(room, ask.temperature), act.on_behalf_of or act.by
    refuse_if(seat not in asked.electorate, Code.NOT_IN_ELECTORATE)
    refuse_if(seat in asked.shown, Code.ALREADY_ANSWERED)
    return (e.TemperatureShown(asked.id, seat),)


def close(room: Room, ask: c.CloseTemperature, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Told if as many answered as the least cell asks for; by side only if as many of each side did."""
    asked = _open(room)
    answers = _held(facts)
    refuse_if(answers.total != len(asked.shown), Code.URN_DIFFERS, held=answers.total, took_part=len(asked.shown))
    answered = [room.seats[seat].side for seat in asked.shown]
    told = asked.by_side and tally.tellable(answered, room.rules.least_cell)
    sides = tuple(_held(facts, side) for side in Side if side in answered) if told else ()
    if answers.total < room.rules.least_cell:
        answers = e.Stances(withheld=answers.total)
    return (e.TemperatureClosed(asked.id, answers, sides),)


def _held(facts: Facts, side: Side | None = None) -> e.Stances:
    cells = [x for x in facts.urn if side is None or x.side == side]
    held = {stance: sum(x.count for x in cells if x.choice == stance) for stance in Stance}
    return e.Stances(side, held[Stance.AGREE], held[Stance.ACCEPT], held[Stance.CANNOT], held[Stance.NONE])


def note(room: Room, ask: c.NoteTemperature, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """By order of the chair the minutes tell it."""
    phase(room, *SITTING)
    known = next((t for t in room.temperatures if t.id == ask.temperature), None)
    if known is None or known.noted:
        raise Refused(Code.NO_TEMPERATURE)
    return (e.TemperatureNoted(known.id),)
