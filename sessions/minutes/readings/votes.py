"""Reads votes and temperature checks. Names stand beside choices in roll calls alone."""

from dataclasses import replace

from sessions.core import events as e
from sessions.core.questions import Vote as RoomVote
from sessions.core.terms import Method
from sessions.minutes.document import NamedVote, Temperature, Vote, VoteOutcome, Who
from sessions.minutes.readings.draft import Draft, Reader


def _put(draft: Draft, ev: e.VotePut, x: e.Entry) -> None:
    draft.place[ev.vote] = ev.item
    question = "" if "." in ev.about else ev.question  # the words of a part of the text on the table stand there
    draft.votes[ev.vote] = Vote(
        ev.vote, x.at, draft.maybe(x.instructed_by or x.by), bool(x.instructed_by), question, ev.language,
        ev.method, ev.majority, ev.base, len(ev.electorate), ev.count, 0, None, None, (), (), None, None, (),
        VoteOutcome.OPEN, None, None, False, "", "", (), (x.seq,), ev.about,
        motion=ev.motion, decides=next((m.kind for m in draft.room.motions if m.id == ev.motion), None),
        consensus=ev.consensus, consensus_note=ev.consensus_note,
    )  # fmt: skip


def _cast(draft: Draft, ev: e.VoteCast, x: e.Entry) -> None:
    draft.calls.setdefault(ev.vote, []).append(x)


def _hall(draft: Draft, ev: e.HallCounted, x: e.Entry) -> None:
    known = draft.votes[ev.vote]
    draft.votes[ev.vote] = replace(known, rests=(*known.rests, x.seq))


def _closed(draft: Draft, ev: e.VoteClosed, x: e.Entry) -> None:
    known, vote = draft.votes[ev.vote], draft.room.vote
    assert vote is not None
    counted = [h.seat for h in vote.hall_counts if h.votes == ev.hall]
    by_name = known.method is Method.ROLL_CALL
    draft.votes[ev.vote] = replace(
        known, took_part=len(vote.voted), votes=ev.votes, hall=ev.hall,
        scrutineers=tuple(draft.who(s) for s in counted), by_side=ev.by_side, result=ev.result, closed=x.at,
        roll=_roll(draft, ev.vote) if by_name else (), silent=_silent(draft, vote) if by_name else (),
        outcome=VoteOutcome.COUNTED, rests=(*known.rests, x.seq),
    )  # fmt: skip


def _silent(draft: Draft, vote: RoomVote) -> tuple[Who, ...]:
    """Whoever was called and did not vote, by name."""
    left = (draft.who(s) for s in vote.electorate if s not in vote.voted)
    return tuple(sorted(left, key=lambda w: (w.name, w.seat)))


def _roll(draft: Draft, vote: str) -> tuple[NamedVote, ...]:
    """Each person once, by name, with the vote that stood at the close."""
    last: dict[str, NamedVote] = {}
    for x in draft.calls.get(vote, ()):
        assert isinstance(x.event, e.VoteCast)
        seat = x.event.seat
        old = last.get(seat)
        last[seat] = NamedVote(
            draft.who(seat), x.event.choice, draft.via(x, seat), bool(x.on_behalf_of), old is not None,
            (*old.before, old.choice) if old else (),
        )  # fmt: skip
    return tuple(sorted(last.values(), key=lambda n: (n.who.name, n.who.seat)))


def _withdrawn(draft: Draft, ev: e.VoteWithdrawn, x: e.Entry) -> None:
    known = draft.votes[ev.vote]
    draft.votes[ev.vote] = replace(
        known, outcome=VoteOutcome.WITHDRAWN, closed=x.at, reason=ev.reason, rests=(*known.rests, x.seq)
    )


def _declared(draft: Draft, ev: e.ResultDeclared, x: e.Entry) -> None:
    known = draft.votes[ev.vote]
    draft.votes[ev.vote] = replace(
        known, outcome=VoteOutcome.CARRIED if ev.carried else VoteOutcome.LOST, declared=x.at,
        declared_by=draft.maybe(x.instructed_by or x.by), differs=ev.differs, reason=ev.reason,
        rests=(*known.rests, x.seq),
    )  # fmt: skip


def _explained(draft: Draft, ev: e.VoteExplained, x: e.Entry) -> None:
    known = draft.votes[ev.vote]
    said = draft.said(x, ev.seat, ev.text, ev.language)
    draft.votes[ev.vote] = replace(known, explanations=(*known.explanations, said))


def _taken(draft: Draft, ev: e.TemperatureTaken, x: e.Entry) -> None:
    draft.asked_of[ev.temperature] = x


def _noted(draft: Draft, ev: e.TemperatureNoted, x: e.Entry) -> None:
    """What nobody ordered into the minutes is not told in them."""
    asked = draft.asked_of[ev.temperature]
    known = next(t for t in draft.room.temperatures if t.id == ev.temperature)
    assert known.answers is not None
    draft.place[ev.temperature] = known.item
    draft.temperatures[ev.temperature] = Temperature(
        known.id, asked.at, known.question, known.language, len(known.electorate), known.answers, known.sides,
        (asked.seq, x.seq),
    )  # fmt: skip


READERS: dict[type, Reader] = {
    e.VotePut: _put, e.VoteCast: _cast, e.HallCounted: _hall, e.VoteClosed: _closed, e.VoteWithdrawn: _withdrawn,
    e.ResultDeclared: _declared, e.VoteExplained: _explained, e.TemperatureTaken: _taken, e.TemperatureNoted: _noted,
}  # fmt: skip
