"""Reads the session itself: convening, times, who presided, quorum, papers."""

from dataclasses import replace

from sessions.core import events as e
from sessions.minutes.document import Break, Move, Occasion, Paper, Presiding, Quorum, Reopening, Succession
from sessions.minutes.readings.draft import Draft, Reader


def _convened(draft: Draft, ev: e.SessionConvened, x: e.Entry) -> None:
    draft.convened = x


def _moved(draft: Draft, ev: e.SessionRescheduled, x: e.Entry) -> None:
    draft.moves.append(Move(x.at, ev.starts_at, ev.reason, (x.seq,)))
    if ev.late is not None:
        draft.papers = [replace(p, late=p.id in ev.late) for p in draft.papers]


def _tabled(draft: Draft, ev: e.PaperTabled, x: e.Entry) -> None:
    draft.papers.append(Paper(ev.paper, ev.item, ev.title, ev.sha256, ev.circulated_at, ev.late, (x.seq,)))


def _opened(draft: Draft, ev: e.SessionOpened, x: e.Entry) -> None:
    draft.opened = x
    draft.presiding.append(Presiding(draft.who(ev.presiding), x.at, Succession.OPENED, "", (x.seq,)))
    draft.quorum.append(Quorum(x.at, Occasion.OPENING, ev.count, None, (x.seq,)))


def _not_held(draft: Draft, ev: e.SessionNotHeld, x: e.Entry) -> None:
    draft.not_held = x
    draft.quorum.append(Quorum(x.at, Occasion.NOT_HELD, ev.count, None, (x.seq,)))


def _suspended(draft: Draft, ev: e.SessionSuspended, x: e.Entry) -> None:
    draft.breaks.append(Break(x.at, ev.reason, ev.until, None, (x.seq,)))


def _resumed(draft: Draft, ev: e.SessionResumed, x: e.Entry) -> None:
    last = draft.breaks[-1]
    draft.breaks[-1] = replace(last, resumed=x.at, rests=(*last.rests, x.seq))


def _closed(draft: Draft, ev: e.SessionClosed, x: e.Entry) -> None:
    draft.closed, draft.asked = x, None


def _reopened(draft: Draft, ev: e.SessionReopened, x: e.Entry) -> None:
    closed = draft.closed
    if closed is not None:
        draft.reopenings.append(Reopening(closed.at, x.at, ev.reason, (closed.seq, x.seq)))
    draft.closed = None


def _sealed(draft: Draft, ev: e.LogSealed, x: e.Entry) -> None:
    draft.sealed = x


def _handed_over(draft: Draft, ev: e.ChairHandedOver, x: e.Entry) -> None:
    draft.presiding.append(Presiding(draft.who(ev.seat), x.at, Succession.HANDED_OVER, "", (x.seq,)))


def _taken(draft: Draft, ev: e.ChairTaken, x: e.Entry) -> None:
    draft.presiding.append(Presiding(draft.who(ev.seat), x.at, Succession.TAKEN, ev.reason, (x.seq,)))


def _asked(draft: Draft, ev: e.QuorumAsked, x: e.Entry) -> None:
    draft.asked = x


def _verified(draft: Draft, ev: e.QuorumVerified, x: e.Entry) -> None:
    """The doubt and its answer are one fact; a count nobody had asked for stands alone."""
    asked = draft.asked
    doubt = asked.event if asked else None
    by = draft.who(doubt.seat) if isinstance(doubt, e.QuorumAsked) else None
    rests = (asked.seq, x.seq) if asked else (x.seq,)
    draft.quorum.append(Quorum(x.at, Occasion.VERIFICATION, ev.count, by, rests))
    draft.asked = None


READERS: dict[type, Reader] = {
    e.SessionConvened: _convened, e.SessionRescheduled: _moved, e.PaperTabled: _tabled, e.SessionOpened: _opened,
    e.SessionNotHeld: _not_held, e.SessionSuspended: _suspended, e.SessionResumed: _resumed,
    e.SessionClosed: _closed, e.SessionReopened: _reopened, e.LogSealed: _sealed,
    e.ChairHandedOver: _handed_over, e.ChairTaken: _taken, e.QuorumAsked: _asked, e.QuorumVerified: _verified,
}  # fmt: skip
