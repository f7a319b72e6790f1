"""Written statements after a session closed: they join the stream of its minutes, for the log may be sealed."""

from dataclasses import dataclass
from datetime import datetime

from incidencia.clock import now
from sessions.core.rules.statements import may_submit, until
from sessions.core.state import Room
from sessions.core.terms import Phase
from sessions.minutes import services
from sessions.minutes import work as w
from sessions.minutes.wording import told
from sessions.models import Seat, Session

OVER = (Phase.CLOSED, Phase.SEALED)


@dataclass(frozen=True, slots=True)
class Window:
    """Until when this person may still hand in a statement."""

    until: datetime


def window(room: Room, seat: Seat | None) -> Window | None:
    """The window that is open for this seat now, or None: no seat in the room, not theirs, or over."""
    known = room.seats.get(seat.key) if seat else None
    if known is None or room.phase not in OVER or room.closed_at is None:
        return None
    ends = until(room.closed_at, room.rules)
    return Window(ends) if may_submit(known.role, room.rules) and now() <= ends else None


def send(session: Session, *, seat: Seat, key: str, title: str, text: str, language: str, item: str) -> None:
    """Promise that the statement is received, once by key, and annexed to the minutes. Raises web.Refused."""
    row = services.drafted(session)
    if row is None:
        raise told(w.Refused(w.Code.TERM_OVER, hours=0), session.zone)
    try:
        services.handle_work(row.pk, w.Act(seat.key, key, w.SendStatement(title, text, language, item)))
    except w.Refused as refusal:
        raise told(refusal, session.zone) from refusal
