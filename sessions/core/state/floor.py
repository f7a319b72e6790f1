"""The list of speakers, who has the floor, turns and points of order."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sessions.core.stopwatch import Stopwatch
from sessions.core.terms import PointKind, Speaks


@dataclass(frozen=True, slots=True)
class Request:
    """A place on the list of speakers. `overtaken` counts who was put before it in this item."""

    id: str
    seat: str
    at: datetime
    why: str
    overtaken: int = 0
    aside: bool = False
    speaks: Speaks = Speaks.GENERAL
    language: str = ""


@dataclass(frozen=True, slots=True)
class Speech:
    """Who has the floor, and its clock."""

    turn: str
    request: str
    seat: str
    item: str
    limit: timedelta
    watch: Stopwatch


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn that was taken: the sum of what the minutes say of it.

    `withdrawn`: why the chair took the floor back.
    """

    id: str
    seat: str
    item: str
    started: datetime
    ended: datetime | None
    used: timedelta
    statement: str = ""
    language: str = ""
    late: bool = False
    withdrawn: str = ""


@dataclass(frozen=True, slots=True)
class PointOfOrder:
    id: str
    seat: str
    item: str
    text: str
    upheld: bool | None = None
    ruling: str = ""
    overturned: bool = False
    kind: PointKind = PointKind.OTHER


@dataclass(frozen=True, slots=True)
class Floor:
    """The list and who speaks. `called` is the place the speaker came from, should they not answer.

    `ruling` is the point whose ruling may still be appealed: until a turn ends or the item does. `debate_closed`: by
    a motion that was carried.
    """

    list_open: bool = False
    closes_at: datetime | None = None
    requests: tuple[Request, ...] = ()
    called: Request | None = None
    speech: Speech | None = None
    point: PointOfOrder | None = None
    ruling: str = ""
    debate_closed: bool = False
