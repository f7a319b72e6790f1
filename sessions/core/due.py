"""What time has decided and nobody has written down yet. Asked before every command and every page."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sessions.core import events as e
from sessions.core.facts import Facts
from sessions.core.rules import decisions, positions
from sessions.core.rules.quorum import count
from sessions.core.rules.table import on_table
from sessions.core.state import Room
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
    asked = (_list(room), _pause(room, facts), _resume(room, facts), _window(room, facts), _seal(room), _term(room))
    return min((d for d in asked if d and d.at <= facts.now), key=lambda d: d.at, default=None)


def _list(room: Room) -> Due | None:
    closes = room.floor.closes_at
    stands = room.phase is Phase.SUSPENDED  # nothing of the list happens while the session does not sit
    return Due(closes, (e.ListClosed(),)) if closes and room.floor.list_open and not stands else None


def _term(room: Room) -> Due | None:
    """The end of the term for amendments to the text on the table; it stands still while the session does not sit.

    A text that was off the table meanwhile is told when it is back on it.
    """
    text = on_table(room) if room.phase is Phase.OPEN else None
    if text is None or text.closes_at is None or text.amendments_closed or text.waived or text.agreement:
        return None
    return Due(max(text.closes_at, room.agenda_at or text.closes_at), (e.AmendmentsClosed(text.id),))


def _window(room: Room, facts: Facts) -> Due | None:
    """Silence until the end adopts. A pause that began before the end is due before it."""
    proposal = room.proposal
    ends = proposal.watch.runs_out(proposal.window) if proposal else None
    return Due(ends, decisions.adopt(room, proposal, facts)) if proposal and ends else None


def _seal(room: Room) -> Due | None:
    if room.phase is not Phase.CLOSED or room.closed_at is None:
        return None
    at = room.closed_at + timedelta(seconds=room.rules.seal_seconds)
    if positions.awaited(room):
        at = max(at, room.closed_at + positions.hours(room))
    elif room.positions and room.at:
        at = max(at, room.at)  # a text handed in meanwhile is older than the seal
    return Due(at, (e.LogSealed(),))


def _pause(room: Room, facts: Facts) -> Due | None:
    """The window waits from the instant the room lacked quorum or a side (G15), or too many were cut off."""
    proposal = room.proposal
    if proposal is None or proposal.watch.since is None:
        return None
    ends = proposal.watch.runs_out(proposal.window)
    begun = min(facts.now, max(proposal.watch.since, room.at or proposal.watch.since))
    if ends is not None and begun < ends and not _complete(room, facts):
        return Due(begun, (e.WindowPaused((), Hold.INCOMPLETE),))
    for at in sorted({begun, *(g.start for g in facts.gaps if g.start > begun)}):
        lost = _lost(room, facts, at)
        if ends is not None and at < ends and _too_many(room, lost):
            return Due(at, (e.WindowPaused(lost),))
    return None


def _resume(room: Room, facts: Facts) -> Due | None:
    """It runs on from now, never from earlier: while a window stood on screen, nobody had to object in it."""
    holds = room.proposal.watch.holds if room.proposal else ()
    if Hold.INCOMPLETE in holds and _complete(room, facts):
        return Due(facts.now, (e.WindowResumed(Hold.INCOMPLETE),))
    if Hold.CUT_OFF in holds and not _too_many(room, _lost(room, facts, facts.now)):
        return Due(facts.now, (e.WindowResumed(Hold.CUT_OFF),))
    return None


def _complete(room: Room, facts: Facts) -> bool:
    sides = {s.side for s in room.voters()}
    return Side.CIVIL in sides and Side.PUBLIC in sides and count(room, facts).met


def _lost(room: Room, facts: Facts, at: datetime) -> tuple[str, ...]:
    """The seats in the room that may object and whose line was lost at that instant."""
    asks = room.proposal.asks if room.proposal else bool
    voters = {s.id for s in room.voters() if s.via is Via.WEB and asks(s.id)}
    return tuple(sorted(g.seat for g in facts.gaps if g.seat in voters and g.covers(at)))


def _too_many(room: Room, lost: tuple[str, ...]) -> bool:
    return len(lost) * 100 > room.rules.cut_off_percent * len(room.voters())


def next_instant(room: Room) -> datetime | None:
    """When something will be due if nothing else happens: a timer may call by then."""
    proposal = room.proposal
    window = proposal.watch.runs_out(proposal.window) if proposal else None
    listing = _list(room)
    sealing, term = _seal(room), _term(room)
    instants = [window, listing.at if listing else None, sealing.at if sealing else None, term.at if term else None]
    return min((i for i in instants if i), default=None)
