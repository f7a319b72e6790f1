"""What the desk knows and the log does not: the lines, the electorate, what earlier sessions left open."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from incidencia.clock import now
from sessions.core.commands import Command, OpenItem
from sessions.core.events import Pending
from sessions.core.state import Facts, Room
from sessions.core.terms import Via
from sessions.models import Agreement, Presence, Seat, Session

LEASE = timedelta(seconds=60)


def gather(session: Session, room: Room, command: Command | None = None) -> Facts:
    """The facts for judging `command`, or for asking what time decided (None). At most three queries."""
    at = now()
    if command is None and room.proposal is None:
        return Facts(at)
    live = connected(session)
    cut_off = frozenset(s.id for s in room.voters() if s.via is Via.WEB and s.id not in live)
    entitled = Seat.objects.filter(session=session, votes=True).count()
    pending = _pending(session) if isinstance(command, OpenItem) else ()
    return Facts(at, entitled, live, cut_off, pending)


def connected(session: Session) -> frozenset[str]:
    """The seats whose lease has not run out."""
    fresh = Presence.objects.filter(session=session, seen_at__gte=now() - LEASE)
    return frozenset(fresh.values_list("seat__key", flat=True))


def _pending(session: Session) -> tuple[Pending, ...]:
    """Agreements of earlier sessions of the series, the overdue ones first (G33)."""
    today = now().astimezone(ZoneInfo(session.zone)).date()
    earlier = Agreement.objects.filter(
        session__series=session.series, session__starts_at__lt=session.starts_at
    ).order_by("due", "id")
    found = [
        Pending(a.reference, a.text, "; ".join(p["who"] for p in a.parts), a.due, bool(a.due and a.due < today))
        for a in earlier
    ]
    return tuple(sorted(found, key=lambda p: not p.overdue))
