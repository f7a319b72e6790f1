"""Leases of 60 s that inform the desk: renewed by a socket's ping or by any request, written in batches.

While a hub runs in this process it collects the signs of life and flushes them; without one each is written at once.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime
from threading import Lock
from time import monotonic

from incidencia.clock import now
from sessions.facts import LEASE
from sessions.models import Presence, Seat

FLUSH_EVERY = 5.0  # seconds
_flushed = 0.0
_seen: dict[int, datetime] = {}
_guard = Lock()
_collectors = 0


def touch(seat: Seat) -> None:
    """A sign of life of this seat: a ping, or a page asked for. Never waits for the database while a hub runs."""
    beat(seat.pk)


def beat(seat_id: int) -> None:
    """As `touch`, by the seat's row id."""
    with _guard:
        _seen[seat_id] = now()
    if not _collectors:
        flush()


def collect() -> None:
    """From now on somebody calls `flush` by and by."""
    global _collectors
    _collectors += 1


def stop_collecting() -> None:
    """Nobody flushes any longer: each sign of life is written at once."""
    global _collectors
    _collectors -= 1


def pending() -> bool:
    """Whether there is something to flush."""
    return bool(_seen)


def flush_now_and_then() -> None:
    """As `flush`, but at most every five seconds."""
    global _flushed
    if monotonic() - _flushed >= FLUSH_EVERY:
        _flushed = monotonic()
        flush()


def flush() -> None:
    """Write the signs of life since the last time in one statement."""
    with _guard:
        seen = dict(_seen)
        _seen.clear()
    if not seen:
        return
    # In one order everywhere: two processes that write at once do not wait for each other in a circle.
    seats = Seat.objects.filter(pk__in=seen).order_by("pk").select_related("presence")
    rows = [_row(seat, seen[seat.pk]) for seat in seats]
    Presence.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["seat"], update_fields=["seen_at", "lost_at", "back_at"]
    )


def _row(seat: Seat, seen_at: datetime) -> Presence:
    """The lease renewed; when it had run out, with the gap it leaves behind."""
    known: Presence | None = getattr(seat, "presence", None)
    row = Presence(seat_id=seat.pk, session_id=seat.session_id, seen_at=seen_at)
    lapsed = known.seen_at + LEASE if known else seat.accredited_at
    if known is None or lapsed < seen_at:
        row.lost_at, row.back_at = lapsed, max(seen_at, lapsed)
    else:
        row.lost_at, row.back_at = known.lost_at, known.back_at
    return row


def connected(session_ids: Collection[int]) -> Mapping[int, frozenset[str]]:
    """The seats with a lease that runs, of several sessions, in one query: session id → seat keys."""
    fresh = Presence.objects.filter(session__in=session_ids, seen_at__gte=now() - LEASE)
    found: defaultdict[int, set[str]] = defaultdict(set)
    for session_id, key in fresh.values_list("session_id", "seat__key"):
        found[session_id].add(key)
    return {i: frozenset(found[i]) for i in session_ids}
