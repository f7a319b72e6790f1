"""Texts under silence, as the page of the session shows them."""

from dataclasses import dataclass

from incidencia.clock import now
from sessions.core.silence import Stands
from sessions.core.state import Room
from sessions.models import Seat, Session, Silence
from sessions.silence.queries import is_over, is_read_by, of_session
from sessions.silence.services import may_lead


@dataclass(frozen=True, slots=True)
class Shown:
    """One text, and how it stands now."""

    row: Silence
    stands: Stands


def silences_shown(session: Session, room: Room, seat: Seat | None) -> dict[str, object]:
    """What the page tells of them, to whom, and whether this seat may put a text under silence. One query."""
    rows = [one for one in of_session(session) if is_read_by(one, seat)]
    found = [Shown(one, one.facts.standing(now())) for one in rows]
    runs = any(one.stands is Stands.RUNNING for one in found)
    may = is_over(session) and not session.rehearsal and may_lead(room, seat) and not runs
    return {"silences": found, "may_start_silence": may}
