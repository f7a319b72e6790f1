"""Which papers somebody may have: those of a reserved item are for whoever may hear it (A9)."""

from collections.abc import Iterable

from sessions import log
from sessions.audiences import Audience, audience_of
from sessions.core.state import Room
from sessions.models import Paper, Seat, Session
from sessions.veiled import seen


def reader_of(session: Session, room: Room, seat: Seat | None) -> Audience:
    """As whom this seat reads papers: whoever is accredited reads as those admitted do, before they come too."""
    if seat is None:
        return Audience.PUBLIC
    found = audience_of(session, room, seat.key)
    if found in (Audience.DESK, Audience.CLOSED):
        return Audience(found)
    return Audience.CLOSED if seat.key in room.cleared else Audience.ROOM


def shown_to(session: Session, room: Room, seat: Seat | None, papers: Iterable[Paper]) -> list[Paper]:
    """Promise those of the papers that this seat may know of: what a reserve keeps has no title either."""
    there = seen(session, room, reader_of(session, room, seat)).papers
    hidden = {p.id for p in room.papers} - {p.id for p in there}
    return [p for p in papers if str(p.pk) not in hidden]


def is_shown(paper: Paper, seat: Seat | None) -> bool:
    """Whether this seat may know of the paper. No query beyond those of the room where nothing is reserved."""
    room = log.load(paper.session)
    return bool(shown_to(paper.session, room, seat, [paper]))
