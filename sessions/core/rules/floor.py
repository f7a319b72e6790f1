"""Rules of the list of speakers, the floor and points of order."""

from datetime import timedelta

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.facts import Facts
from sessions.core.refusals import Code, Refused, refuse_if
from sessions.core.rules import budgets, limits, pacing, replies
from sessions.core.rules.balance import place
from sessions.core.rules.captions import LANGUAGE
from sessions.core.rules.meeting import SITTING, phase
from sessions.core.rules.table import on_table
from sessions.core.rules.who import raises_points
from sessions.core.state import Request, Room, Speech
from sessions.core.terms import Balance, Hold, Phase, PointKind, Speaks

# While people vote: how it is conducted, and that it cannot be followed.
OF_THE_VOTE = (PointKind.DECIDING, PointKind.RULES, PointKind.HEARING)


def _item_open(room: Room) -> None:
    phase(room, Phase.OPEN)
    refuse_if(not room.current, Code.NO_ITEM_OPEN)


def _speech(room: Room) -> Speech:
    phase(room, Phase.OPEN)
    if room.floor.speech is None:
        raise Refused(Code.NOBODY_SPEAKS)
    return room.floor.speech


def open_list(room: Room, ask: c.OpenList, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    _item_open(room)
    refuse_if(room.floor.list_open and room.floor.closes_at is None, Code.LIST_OPEN)
    refuse_if(room.floor.debate_closed, Code.DEBATE_CLOSED)
    return (e.ListOpened(),)


def close_list(room: Room, ask: c.CloseList, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """Announced as long before as the rules say; sooner with a reason that everybody reads (GA rule 73)."""
    _item_open(room)
    refuse_if(not room.floor.list_open, Code.LIST_CLOSED)
    seconds, why = limits.between(ask.seconds, 0, 3600), limits.optional(ask.reason)
    refuse_if(seconds < room.rules.list_seconds and not why, Code.LIST_UNANNOUNCED, n=room.rules.list_seconds)
    return (e.ListClosing(facts.now + timedelta(seconds=seconds), why),) if seconds else (e.ListClosed(why),)


def request(room: Room, ask: c.RequestFloor, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    _item_open(room)
    refuse_if(bool(ask.item) and ask.item != room.current, Code.ITEM_CHANGED)
    refuse_if(not room.floor.list_open, Code.LIST_CLOSED)
    seat = room.seats[act.on_behalf_of or act.by]
    refuse_if(room.request_of(seat.id) is not None, Code.ALREADY_LISTED)
    refuse_if(room.floor.speech is not None and room.floor.speech.seat == seat.id, Code.ALREADY_LISTED)
    refuse_if(ask.speaks is not Speaks.GENERAL and not has_sides(room), Code.NO_SIDES)
    language = limits.optional(ask.language, LANGUAGE)
    at = place(room, seat)
    return (e.FloorRequested(room.next_id("r"), seat.id, at.position, at.passed, at.why, ask.speaks, language),)


def has_sides(room: Room) -> bool:
    """Whether one may speak in favour or against: words are put to the room, or on the table of the open item."""
    return is_put(room) or on_table(room) is not None


def is_put(room: Room) -> bool:
    """Whether words or a question are before the room."""
    return bool(room.proposal or room.vote or room.temperature)


def withdraw(room: Room, ask: c.WithdrawRequest, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, *SITTING)
    mine = room.request_of(act.on_behalf_of or act.by)
    if mine is None:
        raise Refused(Code.NOT_LISTED)
    return (e.RequestWithdrawn(mine.id),)


def give(room: Room, ask: c.GiveFloor, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """To whoever is next; out of turn with a reason, unless the chair's own order is the rule.

    A reply that is due goes first. To a side whose time is used up it is given with a reason, whatever the rule.
    """
    _item_open(room)
    refuse_if(room.motion is not None, Code.MOTION_PENDING)
    refuse_if(room.floor.point is not None, Code.POINT_PENDING)
    refuse_if(room.floor.speech is not None, Code.SOMEBODY_SPEAKS)
    chosen = _chosen(room, ask.request)
    follows = chosen.id == next_up(room) and replies.due(room) is None
    in_turn = chosen.aside or follows or room.rules.balance is Balance.CHAIR
    over = budgets.over(room, room.seats[chosen.seat].side)
    why = "" if in_turn and not over else ask.reason.strip()
    if why or over or not in_turn:
        refuse_if(not why, Code.OVER_BUDGET if over else Code.OUT_OF_TURN)
        limits.reason(why)
    seconds = pacing.seconds_for(room, room.seats[chosen.seat])
    return (e.FloorGiven(room.next_id("t"), chosen.id, chosen.seat, seconds, why, over),)


def next_up(room: Room) -> str:
    """The request that is next, passing over those who were called and did not answer."""
    waiting = [r for r in room.floor.requests if not r.aside] or list(room.floor.requests)
    return waiting[0].id if waiting else ""


def _chosen(room: Room, request_id: str) -> Request:
    wanted = request_id or next_up(room)
    refuse_if(not wanted, Code.NOBODY_LISTED)
    found = next((r for r in room.floor.requests if r.id == wanted), None)
    if found is None:
        raise Refused(Code.NOT_LISTED)
    return found


def set_aside(room: Room, ask: c.SetAside, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    speech = _speech(room)
    refuse_if(room.floor.point is not None, Code.POINT_PENDING)
    refuse_if(not speech.request, Code.NOT_LISTED)
    return (e.SpeakerDidNotAnswer(speech.request),)


def pause(room: Room, ask: c.PauseSpeech, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    speech = _speech(room)
    refuse_if(Hold.PAUSED in speech.watch.holds, Code.CLOCK_STANDS)
    return (e.SpeechPaused(),)


def resume(room: Room, ask: c.ResumeSpeech, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    speech = _speech(room)
    refuse_if(Hold.PAUSED not in speech.watch.holds, Code.CLOCK_RUNS)
    return (e.SpeechResumed(),)


def extend(room: Room, ask: c.ExtendSpeech, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    _speech(room)
    return (e.SpeechExtended(limits.between(ask.seconds, 1, 3600)),)


def end(room: Room, ask: c.EndSpeech, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    speech = _speech(room)
    refuse_if(room.floor.point is not None, Code.POINT_PENDING)
    return (e.SpeechEnded(speech.turn),)


def withdraw_floor(room: Room, ask: c.WithdrawFloor, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """The chair ends a turn that does not end by itself, and says why: the minutes tell it (GA rules 68 and 72)."""
    speech = _speech(room)
    refuse_if(room.floor.point is not None, Code.POINT_PENDING)
    return (e.FloorWithdrawn(speech.turn, limits.reason(ask.reason)),)


def record_turn(room: Room, ask: c.RecordTurn, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    _item_open(room)
    refuse_if(ask.seat not in room.seats, Code.UNKNOWN_SEAT)
    seconds = limits.between(ask.seconds, 1, 7200)
    said = limits.optional(ask.statement, limits.STATEMENT)
    return (e.TurnRecorded(room.next_id("t"), ask.seat, room.current, seconds, said, ask.language),)


def note(room: Room, ask: c.NoteStatement, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, *SITTING)
    refuse_if(room.turn(ask.turn) is None, Code.UNKNOWN_TURN)
    return (e.StatementNoted(ask.turn, limits.words(ask.statement), ask.language),)


def raise_point(room: Room, ask: c.RaisePointOfOrder, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    """While people vote only upon how the vote is conducted (GA rule 88)."""
    phase(room, Phase.OPEN)
    refuse_if(room.floor.point is not None, Code.POINT_PENDING)
    refuse_if(is_voting(room) and ask.kind not in OF_THE_VOTE, Code.VOTE_INTERRUPTED)
    seat = act.on_behalf_of or act.by
    refuse_if(not raises_points(room, room.seats[seat]), Code.MEMBERS_RAISE)
    return (e.PointOfOrderRaised(room.next_id("o"), seat, limits.optional(ask.text), ask.kind),)


def is_voting(room: Room) -> bool:
    """Whether people are voting now."""
    return room.vote is not None and room.vote.result is None


def rule_point(room: Room, ask: c.RulePointOfOrder, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, Phase.OPEN)
    if room.floor.point is None:
        raise Refused(Code.NO_POINT_PENDING)
    return (e.PointOfOrderRuled(room.floor.point.id, ask.upheld, limits.words(ask.ruling, limits.REASON)),)
