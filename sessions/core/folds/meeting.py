"""Folds of the session itself: phases, chair, quorum, papers."""

from dataclasses import replace
from datetime import timedelta

from sessions.core import events as e
from sessions.core.folds import sittings
from sessions.core.folds.clocks import hold_all, release_all
from sessions.core.folds.fold import Fold
from sessions.core.folds.motions import followed
from sessions.core.state import Item, Paper, Room
from sessions.core.terms import Hold, Phase


def _convened(room: Room, ev: e.SessionConvened, x: e.Entry) -> Room:
    return replace(
        room, convened=True, reference=ev.reference, title_es=ev.title_es, title_en=ev.title_en,
        host_es=ev.host_es, host_en=ev.host_en, zone=ev.zone, starts_at=ev.starts_at, rules=ev.rules,
        ends_at=ev.ends_at or ev.starts_at + timedelta(minutes=sum(p.minutes for p in ev.items)),
        items=tuple(Item(p) for p in ev.items), made={**room.made, "i": len(ev.items)},
        without_papers=ev.without_papers,
    )  # fmt: skip


def _rescheduled(room: Room, ev: e.SessionRescheduled, x: e.Entry) -> Room:
    """The planned end moves with the beginning: the session stays as long as it was."""
    long = room.ends_at - room.starts_at if room.ends_at and room.starts_at else None
    papers = room.papers if ev.late is None else tuple(replace(p, late=p.id in ev.late) for p in room.papers)
    return replace(room, starts_at=ev.starts_at, ends_at=ev.starts_at + long if long else None, papers=papers)


def _cancelled(room: Room, ev: e.SessionCancelled, x: e.Entry) -> Room:
    return replace(room, phase=Phase.CANCELLED, reason=ev.reason)


def _tabled(room: Room, ev: e.PaperTabled, x: e.Entry) -> Room:
    paper = Paper(ev.paper, ev.item, ev.title, ev.sha256, ev.circulated_at, ev.late)
    return replace(room, papers=(*room.papers, paper))


def _lobby(room: Room, ev: e.LobbyOpened, x: e.Entry) -> Room:
    return replace(room, phase=Phase.LOBBY)


def _opened(room: Room, ev: e.SessionOpened, x: e.Entry) -> Room:
    return replace(room, phase=Phase.OPEN, opened_at=x.at, presiding=ev.presiding, count=_to_decide(room, ev.count),
                   sittings=sittings.begun(room, x.at))  # fmt: skip


def _to_decide(room: Room, opened: e.Count) -> e.Count:
    """The count of the opening, held against what it takes to decide: from then on that is what it is asked for."""
    if room.rules.quorum_to_decide <= room.rules.quorum_over_percent:
        return opened
    admitted = sum(1 for s in room.seats.values() if s.votes)
    return replace(opened, required=room.rules.required(opened.entitled, admitted, deciding=True))


def _not_held(room: Room, ev: e.SessionNotHeld, x: e.Entry) -> Room:
    return replace(room, phase=Phase.NOT_HELD, reason=ev.reason, count=ev.count, closed_at=x.at)


def _suspended(room: Room, ev: e.SessionSuspended, x: e.Entry) -> Room:
    held = hold_all(room, Hold.SUSPENDED, x.at)
    return replace(held, phase=Phase.SUSPENDED, reason=ev.reason, suspended_until=ev.until,
                   sittings=sittings.ended(room, x.at),
                   motions=followed(room.motions))  # fmt: skip


def _resumed(room: Room, ev: e.SessionResumed, x: e.Entry) -> Room:
    """Lists, places and presence stood as they were; the announced close of the list stood too."""
    on = release_all(room, Hold.SUSPENDED, x.at)
    floor = replace(on.floor, closes_at=sittings.stood_still(room, x.at))
    terms = {t.id: sittings.put_off(room, t.closes_at, x.at) for t in on.texts if not t.amendments_closed}
    texts = tuple(replace(t, closes_at=terms.get(t.id, t.closes_at)) for t in on.texts)
    return replace(on, phase=Phase.OPEN, reason="", suspended_until=None, floor=floor, texts=texts,
                   sittings=sittings.begun(room, x.at))  # fmt: skip


def _closed(room: Room, ev: e.SessionClosed, x: e.Entry) -> Room:
    floor = replace(room.floor, list_open=False, closes_at=None, requests=())
    return replace(room, phase=Phase.CLOSED, closed_at=x.at, floor=floor, quorum_asked="",
                   sittings=sittings.ended(room, x.at))  # fmt: skip


def _reopened(room: Room, ev: e.SessionReopened, x: e.Entry) -> Room:
    return replace(room, phase=Phase.OPEN, closed_at=None, sittings=sittings.begun(room, x.at))


def _sealed(room: Room, ev: e.LogSealed, x: e.Entry) -> Room:
    return replace(room, phase=Phase.SEALED)


def _chair(room: Room, ev: e.ChairHandedOver | e.ChairTaken, x: e.Entry) -> Room:
    return replace(room, presiding=ev.seat)


def _asked(room: Room, ev: e.QuorumAsked, x: e.Entry) -> Room:
    held = _hold_window(room, x)
    return replace(held, quorum_asked=ev.seat)


def _verified(room: Room, ev: e.QuorumVerified, x: e.Entry) -> Room:
    room = replace(room, count=ev.count, quorum_asked="")
    if not ev.count.met:
        return _hold_window(room, x)
    if room.proposal is None:
        return room
    watch = room.proposal.watch.release(Hold.QUORUM, x.at)
    return replace(room, proposal=replace(room.proposal, watch=watch))


def _hold_window(room: Room, x: e.Entry) -> Room:
    if room.proposal is None:
        return room
    return replace(room, proposal=replace(room.proposal, watch=room.proposal.watch.hold(Hold.QUORUM, x.at)))


FOLDS: dict[type, Fold] = {
    e.SessionConvened: _convened, e.SessionRescheduled: _rescheduled, e.SessionCancelled: _cancelled,
    e.PaperTabled: _tabled, e.LobbyOpened: _lobby, e.SessionOpened: _opened, e.SessionNotHeld: _not_held,
    e.SessionSuspended: _suspended, e.SessionResumed: _resumed, e.SessionClosed: _closed,
    e.SessionReopened: _reopened, e.LogSealed: _sealed, e.ChairHandedOver: _chair, e.ChairTaken: _chair,
    e.QuorumAsked: _asked, e.QuorumVerified: _verified,
}  # fmt: skip
