"""Folds of votes and temperature checks."""

from dataclasses import replace

from sessions.core import events as e
from sessions.core.folds.fold import Fold
from sessions.core.questions import Cast, Explanation, HallCount
from sessions.core.state import Room, Temperature, Vote


def _made(room: Room, letter: str) -> Room:
    return replace(room, made={**room.made, letter: room.made.get(letter, 0) + 1})


def _put(room: Room, ev: e.VotePut, x: e.Entry) -> Room:
    vote = Vote(
        ev.vote, ev.item, ev.question, ev.language, ev.method, ev.majority, ev.base, ev.electorate, ev.hall,
        ev.count, ev.agrees, ev.effect, ev.parts, ev.power, ev.ad_referendum, x.at,
        about=ev.about,
        motion=ev.motion,
        consensus=ev.consensus,
        consensus_note=ev.consensus_note,
    )  # fmt: skip
    return _made(replace(room, vote=vote), "v")


def _vote(room: Room, **changes: object) -> Room:
    assert room.vote is not None
    return replace(room, vote=replace(room.vote, **changes))  # type: ignore[arg-type]


def _voted(room: Room, seat: str) -> tuple[str, ...]:
    assert room.vote is not None
    return room.vote.voted if seat in room.vote.voted else (*room.vote.voted, seat)


def _cast(room: Room, ev: e.VoteCast, x: e.Entry) -> Room:
    assert room.vote is not None
    others = tuple(one for one in room.vote.cast if one.seat != ev.seat)
    return _vote(room, voted=_voted(room, ev.seat), cast=(*others, Cast(ev.seat, ev.choice)))


def _ballot(room: Room, ev: e.BallotCast, x: e.Entry) -> Room:
    return _vote(room, voted=_voted(room, ev.seat))


def _hall(room: Room, ev: e.HallCounted, x: e.Entry) -> Room:
    assert room.vote is not None
    others = tuple(one for one in room.vote.hall_counts if one.seat != ev.seat)
    return _vote(room, hall_counts=(*others, HallCount(ev.seat, ev.votes)))


def _closed(room: Room, ev: e.VoteClosed, x: e.Entry) -> Room:
    return _vote(room, votes=ev.votes, hall_votes=ev.hall, by_side=ev.by_side, result=ev.result)


def _withdrawn(room: Room, ev: e.VoteWithdrawn, x: e.Entry) -> Room:
    return replace(room, vote=None)


def _declared(room: Room, ev: e.ResultDeclared, x: e.Entry) -> Room:
    assert room.vote is not None
    vote = replace(room.vote, carried=ev.carried, differs=ev.differs, reason=ev.reason)
    return replace(room, vote=None, votes=(*room.votes, vote))


def _explained(room: Room, ev: e.VoteExplained, x: e.Entry) -> Room:
    said = Explanation(ev.seat, ev.text, ev.language)
    if room.vote is not None and room.vote.id == ev.vote:
        return _vote(room, explanations=(*room.vote.explanations, said))
    votes = tuple(replace(v, explanations=(*v.explanations, said)) if v.id == ev.vote else v for v in room.votes)
    return replace(room, votes=votes)


def _taken(room: Room, ev: e.TemperatureTaken, x: e.Entry) -> Room:
    taken = Temperature(ev.temperature, ev.item, ev.question, ev.language, ev.electorate, ev.by_side, x.at)
    return _made(replace(room, temperature=taken), "k")


def _shown(room: Room, ev: e.TemperatureShown, x: e.Entry) -> Room:
    assert room.temperature is not None
    shown = (*room.temperature.shown, ev.seat)
    return replace(room, temperature=replace(room.temperature, shown=shown))


def _temperature_closed(room: Room, ev: e.TemperatureClosed, x: e.Entry) -> Room:
    assert room.temperature is not None
    closed = replace(room.temperature, answers=ev.answers, sides=ev.by_side)
    return replace(room, temperature=None, temperatures=(*room.temperatures, closed))


def _noted(room: Room, ev: e.TemperatureNoted, x: e.Entry) -> Room:
    told = tuple(replace(t, noted=True) if t.id == ev.temperature else t for t in room.temperatures)
    return replace(room, temperatures=told)


FOLDS: dict[type, Fold] = {
    e.VotePut: _put, e.VoteCast: _cast, e.BallotCast: _ballot, e.HallCounted: _hall, e.VoteClosed: _closed,
    e.VoteWithdrawn: _withdrawn, e.ResultDeclared: _declared, e.VoteExplained: _explained,
    e.TemperatureTaken: _taken, e.TemperatureShown: _shown, e.TemperatureClosed: _temperature_closed,
    e.TemperatureNoted: _noted,
}  # fmt: skip
