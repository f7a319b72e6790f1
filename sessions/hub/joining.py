"""A socket says since when: may it still hear what its ticket says, and what has it missed? Reads the database."""

from dataclasses import dataclass
from datetime import datetime

from sessions import log
from sessions.audiences import audience_of
from sessions.core.due import next_instant
from sessions.hall.holding import fallen
from sessions.hub import codes
from sessions.hub.codes import Away
from sessions.hub.frames import Hearer, as_text, frame_since
from sessions.models import Session
from sessions.tickets import Ticket


@dataclass(frozen=True, slots=True)
class Joined:
    """What brings the socket to `seq`, and what the hub should know of the room."""

    seq: int
    text: str
    next_at: datetime | None
    window_open: bool


def join(ticket: Ticket, since: int) -> Joined | Away:
    """The frame after `since`, or why the socket has to go. The audience is judged by the present room."""
    session = Session.every.filter(pk=ticket.session_id).first()
    if session is None:
        return codes.NO_ROOM
    room = log.load(session)
    if ticket.link and fallen([ticket.link]):
        return codes.AGAIN
    hearer = Hearer(ticket.seat, ticket.audience, ticket.language, ticket.screen, ticket.link)
    if not hearer.still(audience_of(session, room, ticket.seat or None)):
        return codes.AGAIN
    if since > room.seq:
        return codes.FUTURE
    frame = frame_since(session, ticket.audience, ticket.language, since)
    return Joined(frame["seq"], as_text(frame), next_instant(room), room.proposal is not None)
