"""Folds of the list of speakers, the floor and points of order."""

from dataclasses import replace
from datetime import timedelta

from sessions.core import events as e
from sessions.core.folds.clocks import hold_all, release_all, running
from sessions.core.folds.fold import Fold, changed
from sessions.core.state import Floor, PointOfOrder, Request, Room, Speech, Turn
from sessions.core.terms import Hold


def _floor(room: Room, **changes: object) -> Room:
    return replace(room, floor=replace(room.floor, **changes))  # type: ignore[arg-type]


def _made(room: Room, letter: str) -> Room:
    return replace(room, made={**room.made, letter: room.made.get(letter, 0) + 1})


def _list_opened(room: Room, ev: e.ListOpened, x: e.Entry) -> Room:
    return _floor(room, list_open=True, closes_at=None)


def _list_closing(room: Room, ev: e.ListClosing, x: e.Entry) -> Room:
    return _floor(room, closes_at=ev.at)


def _list_closed(room: Room, ev: e.ListClosed, x: e.Entry) -> Room:
    return _floor(room, list_open=False, closes_at=None)


def _requested(room: Room, ev: e.FloorRequested, x: e.Entry) -> Room:
    passed = set(ev.passed)
    waiting = [replace(r, overtaken=r.overtaken + 1) if r.id in passed else r for r in room.floor.requests]
    waiting.insert(ev.position, Request(ev.request, ev.seat, x.at, ev.why, speaks=ev.speaks, language=ev.language))
    return _made(_floor(room, requests=tuple(waiting)), "r")


def _without(floor: Floor, request: str) -> tuple[Request, ...]:
    return tuple(r for r in floor.requests if r.id != request)


def _withdrawn(room: Room, ev: e.RequestWithdrawn, x: e.Entry) -> Room:
    return _floor(room, requests=_without(room.floor, ev.request))


def _given(room: Room, ev: e.FloorGiven, x: e.Entry) -> Room:
    waiting = next((r for r in room.floor.requests if r.id == ev.request), None)
    speech = Speech(ev.turn, ev.request, ev.seat, room.current, timedelta(seconds=ev.seconds), running(x.at))
    turn = Turn(ev.turn, ev.seat, room.current, x.at, None, timedelta())
    given = replace(room, turns=(*room.turns, turn))
    floor = replace(room.floor, requests=_without(room.floor, ev.request), speech=speech)
    return _made(replace(given, floor=replace(floor, called=waiting)), "t")


def _unanswered(room: Room, ev: e.SpeakerDidNotAnswer, x: e.Entry) -> Room:
    """Back to the head of the list, marked; the turn that never was is struck."""
    speech, called = room.floor.speech, room.floor.called
    assert speech is not None
    assert called is not None
    waiting = (replace(called, aside=True), *room.floor.requests)
    turns = tuple(t for t in room.turns if t.id != speech.turn)
    return replace(_floor(room, requests=waiting, speech=None, called=None), turns=turns)


def _watch(room: Room, **changes: object) -> Room:
    assert room.floor.speech is not None
    return _floor(room, speech=replace(room.floor.speech, **changes))  # type: ignore[arg-type]


def _paused(room: Room, ev: e.SpeechPaused, x: e.Entry) -> Room:
    assert room.floor.speech is not None
    return _watch(room, watch=room.floor.speech.watch.hold(Hold.PAUSED, x.at))


def _resumed(room: Room, ev: e.SpeechResumed, x: e.Entry) -> Room:
    assert room.floor.speech is not None
    return _watch(room, watch=room.floor.speech.watch.release(Hold.PAUSED, x.at))


def _extended(room: Room, ev: e.SpeechExtended, x: e.Entry) -> Room:
    assert room.floor.speech is not None
    return _watch(room, limit=room.floor.speech.limit + timedelta(seconds=ev.seconds))


def _ended(room: Room, ev: e.SpeechEnded, x: e.Entry) -> Room:
    speech = room.floor.speech
    assert speech is not None
    used = speech.watch.elapsed(x.at)
    turns = changed(room.turns, ev.turn, ended=x.at, used=used)
    return replace(_floor(room, speech=None, called=None, ruling=""), turns=turns)


def _floor_withdrawn(room: Room, ev: e.FloorWithdrawn, x: e.Entry) -> Room:
    ended = _ended(room, e.SpeechEnded(ev.turn), x)
    return replace(ended, turns=changed(ended.turns, ev.turn, withdrawn=ev.reason))


def _recorded(room: Room, ev: e.TurnRecorded, x: e.Entry) -> Room:
    used = timedelta(seconds=ev.seconds)
    turn = Turn(ev.turn, ev.seat, ev.item, x.at, x.at + used, used, ev.statement, ev.language, late=True)
    return _made(replace(room, turns=(*room.turns, turn)), "t")


def _noted(room: Room, ev: e.StatementNoted, x: e.Entry) -> Room:
    return replace(room, turns=changed(room.turns, ev.turn, statement=ev.statement, language=ev.language))


def _raised(room: Room, ev: e.PointOfOrderRaised, x: e.Entry) -> Room:
    point = PointOfOrder(ev.point, ev.seat, room.current, ev.text, kind=ev.kind)
    held = _made(hold_all(room, Hold.POINT_OF_ORDER, x.at), "o")
    return replace(held, floor=replace(held.floor, point=point), points=(*room.points, point))


def _ruled(room: Room, ev: e.PointOfOrderRuled, x: e.Entry) -> Room:
    points = tuple(
        replace(p, upheld=ev.upheld, ruling=ev.ruling) if p.id == ev.point else p for p in room.points
    )
    free = release_all(room, Hold.POINT_OF_ORDER, x.at)
    return replace(free, floor=replace(free.floor, point=None, ruling=ev.point), points=points)


FOLDS: dict[type, Fold] = {
    e.ListOpened: _list_opened, e.ListClosing: _list_closing, e.ListClosed: _list_closed,
    e.FloorRequested: _requested, e.RequestWithdrawn: _withdrawn, e.FloorGiven: _given,
    e.SpeakerDidNotAnswer: _unanswered, e.SpeechPaused: _paused, e.SpeechResumed: _resumed,
    e.SpeechExtended: _extended, e.SpeechEnded: _ended, e.TurnRecorded: _recorded, e.StatementNoted: _noted,
    e.PointOfOrderRaised: _raised, e.PointOfOrderRuled: _ruled,
    e.FloorWithdrawn: _floor_withdrawn,
}  # fmt: skip
