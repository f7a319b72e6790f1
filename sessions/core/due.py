"""What time has decided and nobody has written down yet. Asked before every command and every page."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sessions.core import events as e
from sessions.core.rules import decisions
from sessions.core.rules.quorum import count
from sessions.core.state import Facts, Room
from sessions.core.terms import Hold, Phase, Side, Via


@dataclass(frozen=True, slots=True)
class Due:
    """Events that time decided, and the instant it did."""

    at: datetime
    events: tuple[e.Event, ...]


def due(room: Room, facts: Facts) -> Due | None:
    """The earliest thing that time has decided by `facts.now`, or None.

    The caller appends it and asks again until nothing is due.
    """
    found = [d for d in (_list(room), _window(room, facts), _seal(room)) if d and d.at <= facts.now]
    if found:
        return min(found, key=lambda d: d.at)
    return _lines(room, facts)


def _list(room: Room) -> Due | None:
    closes = room.floor.closes_at
    return Due(closes, (e.ListClosed(),)) if closes and room.floor.list_open else None


def _window(room: Room, facts: Facts) -> Due | None:
    """Silence until the end adopts; but not while too many are cut off: then the window waits first."""
    proposal = room.proposal
    ends = proposal.watch.runs_out(proposal.window) if proposal else None
    if proposal is None or ends is None or _must_wait(room, facts):
        return None
    return Due(ends, decisions.adopt(room, proposal, facts))


def _seal(room: Room) -> Due | None:
    if room.phase is not Phase.CLOSED or room.closed_at is None:
        return None
    return Due(room.closed_at + timedelta(seconds=room.rules.seal_seconds), (e.LogSealed(),))


def _lines(room: Room, facts: Facts) -> Due | None:
    """The window waits while too many voting members are cut off, and runs on when they are back."""
    proposal = room.proposal
    if proposal is None or room.phase is not Phase.OPEN:
        return None
    waits, bad = Hold.CUT_OFF in proposal.watch.holds, _must_wait(room, facts)
    if bad and not waits:
        return Due(facts.now, (e.WindowPaused(tuple(sorted(facts.cut_off))),))
    return Due(facts.now, (e.WindowResumed(),)) if waits and not bad else None


def _must_wait(room: Room, facts: Facts) -> bool:
    """Nothing is adopted while too many are cut off, without quorum, or with one side empty (G15)."""
    sides = {s.side for s in room.voters()}
    both = Side.CIVIL in sides and Side.PUBLIC in sides
    return _too_many_cut_off(room, facts) or not both or not count(room, facts).met


def _too_many_cut_off(room: Room, facts: Facts) -> bool:
    on_the_web = [s for s in room.voters() if s.via is Via.WEB]
    lost = sum(1 for s in on_the_web if s.id in facts.cut_off)
    return lost * 100 > room.rules.cut_off_percent * len(room.voters())


def next_instant(room: Room) -> datetime | None:
    """When something will be due if nothing else happens: a timer may call by then."""
    proposal = room.proposal
    window = proposal.watch.runs_out(proposal.window) if proposal else None
    listing = _list(room)
    sealing = _seal(room)
    instants = [window, listing.at if listing else None, sealing.at if sealing else None]
    return min((i for i in instants if i), default=None)
