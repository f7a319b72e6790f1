"""What the desk knows and the log does not: the lines, the electorate, what earlier sessions left open."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from incidencia.clock import now
from incidencia.deadlines.holidays import STATUTORY
from sessions import ballots
from sessions.core.commands import CloseTemperature, CloseVote, Command, OpenItem
from sessions.core.events import Pending
from sessions.core.facts import Facts, Gap
from sessions.core.state import Room
from sessions.core.state import Seat as Place
from sessions.core.terms import Via
from sessions.models import Agreement, Presence, Seat, Session
from sessions.silence.settling import settle_due

LEASE = timedelta(seconds=60)


class Line(NamedTuple):
    """The lease of a seat: its last sign of life, and its last gap, if it had one."""

    seen_at: datetime
    lost_at: datetime | None
    back_at: datetime | None


def gather(session: Session, room: Room, command: Command | None = None) -> Facts:
    """The facts for judging `command`, or for asking what time decided (None). At most four queries."""
    at = now()
    if command is None and room.proposal is None:
        return Facts(at, closed=STATUTORY)
    rows = Presence.objects.filter(session=session).values_list("seat__key", "seen_at", "lost_at", "back_at")
    lines = {key: Line(seen, lost, back) for key, seen, lost, back in rows}
    live = frozenset(key for key, line in lines.items() if line.seen_at >= at - LEASE)
    gaps = tuple(g for s in room.voters() if s.via is Via.WEB and (g := _gap(s, lines.get(s.id), at)))
    entitled = Seat.objects.filter(session=session, votes=True).count()
    pending = _pending(session) if isinstance(command, OpenItem) else ()
    urn = ballots.held(session, room) if isinstance(command, CloseVote | CloseTemperature) else ()
    return Facts(at, entitled, live, gaps, pending, STATUTORY, urn)


def _gap(seat: Place, line: Line | None, at: datetime) -> Gap | None:
    """When the line of this seat was lost for the last time since it was admitted, if it ever was."""
    if line is None:
        return Gap(seat.id, seat.since)
    if line.seen_at < at - LEASE:
        return Gap(seat.id, max(seat.since, (line.seen_at + LEASE).astimezone(UTC)))
    if line.lost_at and line.back_at and line.back_at > seat.since:
        return Gap(seat.id, max(seat.since, line.lost_at.astimezone(UTC)), line.back_at.astimezone(UTC))
    return None


def connected(session: Session) -> frozenset[str]:
    """The seats whose lease has not run out."""
    fresh = Presence.objects.filter(session=session, seen_at__gte=now() - LEASE)
    return frozenset(fresh.values_list("seat__key", flat=True))


def _pending(session: Session) -> tuple[Pending, ...]:
    """Agreements of earlier sessions of the series, the overdue ones first (G33)."""
    settle_due()
    today = now().astimezone(ZoneInfo(session.zone)).date()
    earlier = Agreement.objects.filter(
        session__series=session.root, session__starts_at__lt=session.starts_at, superseded=""
    ).order_by("due", "id")
    found = [
        Pending(a.reference, a.text, "; ".join(p["who"] for p in a.parts), a.due, bool(a.due and a.due < today))
        for a in earlier
    ]
    return tuple(sorted(found, key=lambda p: not p.overdue))
