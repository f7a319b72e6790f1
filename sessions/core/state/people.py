"""People of a room: those with a seat, and those at the door."""

from dataclasses import dataclass
from datetime import datetime

from sessions.core.terms import Role, Side, Via


@dataclass(frozen=True, slots=True)
class Seat:
    """A person in the room. `present` ends with an act (left, removed), never with a lost line.

    `arrived` is the first admission, `since` the last one. `provisional`: the letter that accredits them has not
    come, and with `vote_awaits` their vote waits for it; `document` is the letter, once it came.
    """

    id: str
    name: str
    capacity: str
    role: Role
    side: Side
    organization: str
    votes: bool
    empowered: bool
    via: Via
    present: bool
    arrived: datetime
    since: datetime
    left: datetime | None = None
    removed: bool = False
    provisional: bool = False
    vote_awaits: bool = False
    document: str = ""


@dataclass(frozen=True, slots=True)
class Knock:
    """Somebody at the door; `refused` holds the reason once the desk said no."""

    seat: str
    name: str
    organization: str
    at: datetime
    refused: str = ""
