"""Who may hear a room. What one may *do* is the role of one's seat (`core/rules/who.py`)."""

from collections.abc import Collection, Mapping
from enum import StrEnum

from incidencia.clock import now
from sessions.core.events import Entry
from sessions.core.reserves import hidden_from, without_words
from sessions.core.rules.who import at_the_desk
from sessions.core.state import Room
from sessions.core.terms import Circle, Phase, Role
from sessions.core.touches import DESK_ONLY, INSIDE, RELAYED
from sessions.models import Seat, Session
from sessions.queries import minutes_published

BEFORE = (Phase.PLANNED, Phase.LOBBY)


class Audience(StrEnum):
    """Each hears what the ones before it hear, and more."""

    PUBLIC = "public"
    ROOM = "room"
    CLOSED = "closed"
    DESK = "desk"


def on_screen(audience: Audience | None) -> Audience | None:
    """What a projector shows of what its opener hears: never more than the room."""
    return Audience.ROOM if audience in (Audience.DESK, Audience.CLOSED) else audience


UNHEARD: Mapping[Audience, frozenset[type]] = {
    Audience.PUBLIC: INSIDE, Audience.ROOM: DESK_ONLY | RELAYED, Audience.CLOSED: DESK_ONLY | RELAYED,
    Audience.DESK: RELAYED,
}  # fmt: skip
CIRCLES: Mapping[Audience, Circle | None] = {
    Audience.PUBLIC: None, Audience.ROOM: Circle.MEMBERS,
    Audience.CLOSED: Circle.CLOSED, Audience.DESK: Circle.CLOSED,
}  # fmt: skip


def hidden(audience: Audience, room: Room) -> frozenset[str]:
    """The reserves that keep their item from this audience now (A9); a reserve that is over keeps nothing."""
    return hidden_from(room, CIRCLES[audience], now()) if room.reserves else frozenset()


def hides(audience: Audience, item: str, room: Room) -> bool:
    """Whether a reserve keeps that item from this audience now: also what is written of it beside the log."""
    kept_from = hidden(audience, room)
    return any(r.item == item and r.id in kept_from for r in room.reserves)


def told(audience: Audience, entry: Entry, room: Room) -> Entry | None:
    """The entry as this audience is told it, or None: nothing but its number. `room` is the whole room."""
    if type(entry.event) in UNHEARD[audience]:
        return None
    kept = any(r.id in hidden(audience, room) and r.keeps(entry.seq) for r in room.reserves)
    return without_words(entry) if kept else entry


def hears(audience: Audience, entry: Entry, room: Room) -> bool:
    """Whether this audience is told of that entry in words; everybody sees its number."""
    return told(audience, entry, room) is not None


def audience_of(session: Session, room: Room, seat_key: str | None) -> Audience | None:
    """The audience of a seat (None: of whoever has no seat), or None: may not hear. At most two queries."""
    return audiences_of(session, room, [seat_key] if seat_key else [""])[seat_key or ""]


def audience_of_seat(session: Session, room: Room, seat: Seat | None) -> Audience | None:
    """As `audience_of`, of a seat that was read already. At most one query."""
    audience = _by_seat(room, seat.key, seat.role) if seat else None
    if audience is None and (session.public_live or minutes_published(session)):
        return Audience.PUBLIC
    return audience


def audiences_of(session: Session, room: Room, seat_keys: Collection[str]) -> Mapping[str, Audience | None]:
    """As `audience_of`, for many seats in two queries; "" stands for whoever has no seat."""
    keys = [k for k in seat_keys if k]
    roles = dict(Seat.objects.filter(session=session, key__in=keys).values_list("key", "role")) if keys else {}
    found = {k: _by_seat(room, k, roles.get(k)) for k in seat_keys}
    if None in found.values() and (session.public_live or minutes_published(session)):
        return {k: audience or Audience.PUBLIC for k, audience in found.items()}
    return found


def _by_seat(room: Room, seat_key: str, role: str | None) -> Audience | None:
    if role is not None and _at_the_desk(room, seat_key, Role(role)):
        return Audience.DESK
    seat = room.seats.get(seat_key)
    if role is None or seat is None or not seat.present:
        return None
    return Audience.CLOSED if seat_key in room.cleared else Audience.ROOM


def _at_the_desk(room: Room, seat_key: str, role: Role) -> bool:
    if role is Role.SECRETARIAT:
        return at_the_desk(room, seat_key)
    if role is Role.CHAIR and room.phase in BEFORE:
        return True
    seat = room.seats.get(seat_key)
    return seat_key == room.presiding and seat is not None and seat.present
