"""What sockets and polls are told: regions that changed since `n`, and the lines after it. Reads the database."""

import json
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from incidencia.clock import now
from sessions import log, render
from sessions.audiences import Audience, audiences_of, hears, hidden, on_screen
from sessions.core import events as e
from sessions.core.due import next_instant
from sessions.core.state import Room
from sessions.core.touches import ALL, DESK_REGIONS, changed
from sessions.core.veil import heard
from sessions.hall.holding import capped
from sessions.hub import cache
from sessions.models import Session

JOURNAL_MOST = 200  # lines in one frame; who missed more starts the journal anew with the last ones
MOVES = (
    e.PersonAdmitted, e.PersonLeft, e.PersonRemoved, e.ChairHandedOver, e.ChairTaken, e.SessionOpened,
    e.SessionClosed, e.SessionReopened, e.SessionCancelled, e.SessionNotHeld, e.ActUndone, e.SeatCleared,
    e.SeatUncleared, e.ItemDeclassified,
)  # fmt: skip
KEPT_OUT = (Audience.PUBLIC, Audience.ROOM)  # those from whom a reserve may keep something


@dataclass(frozen=True, slots=True)
class Hearer:
    """Who hears through a socket: `seat` is empty for the public.

    `screen`: through a projector. `link`: the personal link that holds the seat.
    """

    seat: str
    audience: Audience
    language: str
    screen: bool = False
    link: str = ""

    def still(self, present: Audience | None) -> bool:
        """Whether a seat that hears as `present` now still hears through this as it did."""
        mine = capped(present, self.link)
        return (on_screen(mine) if self.screen else mine) is self.audience


@dataclass(frozen=True, slots=True)
class News:
    """What happened after `since`, for each audience and language that listens, and what the hub does next."""

    since: int
    seq: int
    frames: dict[tuple[Audience, str], str]
    moved: frozenset[Hearer]
    next_at: datetime | None
    window_open: bool


def news(session_id: int, since: int, hearers: Set[Hearer]) -> News:
    """The frames after `since`. Whoever hears as another audience from now on is in `moved` and gets none."""
    session = Session.every.get(pk=session_id)
    room = log.load(session)
    fresh = log.entries(session, since, room.seq)
    moved = moved_by(session, room, fresh, hearers)
    tongues = {(h.audience, h.language) for h in hearers - moved}
    names = {a: _changed_for(a, room, fresh) for a in {audience for audience, _language in tongues}}
    frames = {t: as_text(_frame(session, room, since, fresh, names[t[0]], *t)) for t in tongues}
    return News(since, room.seq, frames, moved, next_instant(room), room.proposal is not None)


def moved_by(session: Session, room: Room, fresh: Sequence[e.Entry], hearers: Set[Hearer]) -> frozenset[Hearer]:
    """Those whose audience is no longer the one they joined with. No query unless something moved somebody."""
    if not any(isinstance(x.event, MOVES) for x in fresh):
        return frozenset()
    present = audiences_of(session, room, {h.seat for h in hearers})
    opened = _opens(fresh)  # what was kept from them is older than what a frame brings: they start anew
    again = KEPT_OUT if opened else ()
    return frozenset(h for h in hearers if h.audience in again or not h.still(present[h.seat]))


def _opens(fresh: Sequence[e.Entry]) -> bool:
    return any(isinstance(x.event, e.ItemDeclassified) for x in fresh)


def frame_since(session: Session, audience: Audience, language: str, since: int) -> dict[str, Any]:
    """The frame that brings a reader of `since` to the present, as JSON values.

    0 and a number from the future bring everything; `whole` tells the reader to empty the journal first.
    """
    session = Session.every.get(pk=session.pk)
    room = log.load(session)
    known = since if 0 < since <= room.seq else 0
    fresh = log.entries(session, known, room.seq)
    if known and audience in KEPT_OUT and _opens(fresh):
        known, fresh = 0, log.entries(session, 0, room.seq)
    names = _changed_for(audience, room, fresh) if known else ALL
    frame = _frame(session, room, known, fresh, names, audience, language)
    return {**frame, "whole": not known or len(frame["journal"]) < sum(hears(audience, x, room) for x in fresh)}


def _changed_for(audience: Audience, room: Room, fresh: Sequence[e.Entry]) -> frozenset[str]:
    """The regions that these entries change on the pages of this audience.

    What a reserve keeps changes none: the names alone would tell votes and requests apart (A9).
    """
    return changed(x.event for x in heard(fresh, room, hidden(audience, room)))


def _frame(
    session: Session, room: Room, since: int, fresh: Sequence[e.Entry], names: Iterable[str],
    audience: Audience, language: str,
) -> dict[str, Any]:  # fmt: skip
    """`since` and `seq` join exactly: a reader who is at less than `since` has missed something."""
    mine = sorted(n for n in names if n not in DESK_REGIONS or audience is Audience.DESK)
    lines = [x for x in fresh if hears(audience, x, room)][-JOURNAL_MOST:]
    return {
        "since": since,
        "seq": room.seq,
        "at": int(now().timestamp() * 1000),
        "regions": {name: cache.region(name, session, room, audience, language) for name in mine},
        "journal": [{"seq": x.seq, "html": render.line(x, session, room, audience, language)} for x in lines],
        **({"rehearsal": render.watermark(language)} if session.rehearsal else {}),
        "undone": sorted(n for x in fresh if isinstance(x.event, e.ActUndone) for n in x.event.entries),
    }


def as_text(frame: dict[str, Any]) -> str:
    """A frame as it travels."""
    return json.dumps(frame, ensure_ascii=False, separators=(",", ":"))
