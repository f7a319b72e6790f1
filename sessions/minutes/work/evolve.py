"""Entry → next state of the work. One fold per event."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from sessions.minutes.work import events as e
from sessions.minutes.work.state import Answer, Change, Passage, Reply, Standing, State, Status, Work
from sessions.minutes.work.statements import Received

Fold = Callable[[Work, Any, e.Entry], Work]


def evolve(work: Work, entry: e.Entry) -> Work:
    """Fold one entry. Never fails on an entry that `decide` made for this work."""
    return replace(FOLDS[type(entry.event)](work, entry.event, entry), seq=entry.seq)


def replay(entries: Iterable[e.Entry]) -> Work:
    """Fold a whole stream."""
    work = Work()
    for entry in entries:
        work = evolve(work, entry)
    return work


def _worded(work: Work, x: e.Entry, name: str, was: str, now: str, language: str, reason: str) -> Work:
    """A confirmation holds for the words that were confirmed; an objection stands until its speaker lifts it."""
    change = Change(x.seq, x.at, x.by, name, was, now, language, reason, work.state is State.CIRCULATED)
    standings = {k: s for k, s in work.standings.items() if k != name or s.status is Status.CONTESTED}
    texts = {**work.texts, name: Passage(name, now, language, x.seq)}
    return replace(work, texts=texts, standings=standings, changes=(*work.changes, change))


def _edited(work: Work, ev: e.WordingEdited, x: e.Entry) -> Work:
    return _worded(work, x, ev.passage, ev.was, ev.now, ev.language, ev.reason)


def _narrated(work: Work, ev: e.NarrativeAdded, x: e.Entry) -> Work:
    return _worded(work, x, ev.item, "", ev.text, ev.language, ev.reason)


def _circulated(work: Work, ev: e.Circulated, x: e.Entry) -> Work:
    return replace(work, state=State.CIRCULATED, circulated_at=x.at, circulated_by=x.by, until=ev.until, days=ev.days)


def _confirmed(work: Work, ev: e.StatementConfirmed, x: e.Entry) -> Work:
    return replace(work, standings={**work.standings, ev.turn: Standing(Status.CONFIRMED, x.at)})


def _contested(work: Work, ev: e.StatementContested, x: e.Entry) -> Work:
    standing = Standing(Status.CONTESTED, x.at, ev.words, ev.language)
    return replace(work, standings={**work.standings, ev.turn: standing})


def _accepted(work: Work, ev: e.MinutesAccepted, x: e.Entry) -> Work:
    return replace(work, replies={**work.replies, x.by: Reply(Answer.ACCEPTED, x.at)})


def _disputed(work: Work, ev: e.MinutesDisputed, x: e.Entry) -> Work:
    return replace(work, replies={**work.replies, x.by: Reply(Answer.DISPUTED, x.at, ev.words, ev.language)})


def _approved(work: Work, ev: e.MinutesApproved, x: e.Entry) -> Work:
    return replace(
        work, state=State.APPROVED, approved_at=x.at, approved_by=x.by, instructed_by=ev.instructed_by,
        accepted=ev.accepted, disputed=ev.disputed, silent=ev.silent,
    )  # fmt: skip


def _published(work: Work, ev: e.MinutesPublished, x: e.Entry) -> Work:
    return replace(work, state=State.PUBLISHED, published_at=x.at, published_by=x.by)


def _received(work: Work, ev: e.StatementReceived, x: e.Entry) -> Work:
    received = Received(x.seq, x.at, x.by, ev.item, ev.title, ev.text, ev.language, ev.sha256)
    return replace(work, received=(*work.received, received))


FOLDS: dict[type, Fold] = {
    e.WordingEdited: _edited, e.NarrativeAdded: _narrated, e.Circulated: _circulated,
    e.StatementConfirmed: _confirmed, e.StatementContested: _contested, e.MinutesAccepted: _accepted,
    e.MinutesDisputed: _disputed, e.MinutesApproved: _approved, e.MinutesPublished: _published,
    e.StatementReceived: _received,
}  # fmt: skip
