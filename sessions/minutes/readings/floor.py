"""Reads the floor: turns taken, what was said, points of order and their rulings."""

from dataclasses import replace
from datetime import timedelta

from sessions.core import events as e
from sessions.minutes.document import Point, Turn
from sessions.minutes.readings.draft import Draft, Reader


def _requested(draft: Draft, ev: e.FloorRequested, x: e.Entry) -> None:
    """A place on the list is not told; who asked for it, and how, is told with the turn."""
    draft.requests[ev.request] = x


def _given(draft: Draft, ev: e.FloorGiven, x: e.Entry) -> None:
    asked = draft.requests.get(ev.request)
    entered_for = bool(asked and asked.on_behalf_of)
    via = draft.via(asked if asked else x, ev.seat)
    rests = (asked.seq, x.seq) if asked else (x.seq,)
    draft.place[ev.turn] = draft.room.current
    draft.turns[ev.turn] = Turn(
        ev.turn, draft.who(ev.seat), x.at, 0, "", "", via, entered_for, bool(x.instructed_by), ev.override,
        None, (), rests, ev.over_budget,
    )  # fmt: skip


def _unanswered(draft: Draft, ev: e.SpeakerDidNotAnswer, x: e.Entry) -> None:
    """The turn that never was is not told."""
    speech = draft.before.floor.speech
    if speech is not None:
        draft.turns.pop(speech.turn, None)


def _ended(draft: Draft, ev: e.SpeechEnded, x: e.Entry) -> None:
    known, turn = draft.turns[ev.turn], draft.room.turn(ev.turn)
    used = turn.used if turn else timedelta()
    draft.turns[ev.turn] = replace(known, used_seconds=used // timedelta(seconds=1), rests=(*known.rests, x.seq))


def _withdrawn(draft: Draft, ev: e.FloorWithdrawn, x: e.Entry) -> None:
    _ended(draft, e.SpeechEnded(ev.turn), x)
    draft.turns[ev.turn] = replace(draft.turns[ev.turn], withdrawn=ev.reason)


def _recorded(draft: Draft, ev: e.TurnRecorded, x: e.Entry) -> None:
    draft.place[ev.turn] = ev.item
    draft.turns[ev.turn] = Turn(
        ev.turn, draft.who(ev.seat), x.at, ev.seconds, ev.statement, ev.language if ev.statement else "",
        draft.via(x, ev.seat), False, False, "", x.written, (), (x.seq,),
    )  # fmt: skip


def _noted(draft: Draft, ev: e.StatementNoted, x: e.Entry) -> None:
    known = draft.turns[ev.turn]
    draft.turns[ev.turn] = replace(known, statement=ev.statement, language=ev.language, rests=(*known.rests, x.seq))


def _raised(draft: Draft, ev: e.PointOfOrderRaised, x: e.Entry) -> None:
    draft.place[ev.point] = draft.room.current
    draft.points[ev.point] = Point(
        ev.point, draft.who(ev.seat), x.at, ev.text, None, "", None, None, False, (), (x.seq,),
        kind=ev.kind,
    )  # fmt: skip


def _ruled(draft: Draft, ev: e.PointOfOrderRuled, x: e.Entry) -> None:
    known = draft.points[ev.point]
    draft.points[ev.point] = replace(
        known, upheld=ev.upheld, ruling=ev.ruling, ruled_at=x.at, ruled_by=draft.maybe(x.instructed_by or x.by),
        instructed=bool(x.instructed_by), rests=(*known.rests, x.seq),
    )  # fmt: skip


READERS: dict[type, Reader] = {
    e.FloorRequested: _requested, e.FloorGiven: _given, e.SpeakerDidNotAnswer: _unanswered,
    e.SpeechEnded: _ended, e.TurnRecorded: _recorded, e.StatementNoted: _noted,
    e.PointOfOrderRaised: _raised, e.PointOfOrderRuled: _ruled,
    e.FloorWithdrawn: _withdrawn,
}  # fmt: skip
