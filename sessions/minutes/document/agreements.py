"""What was agreed: one entry each."""

from dataclasses import dataclass
from datetime import datetime

from sessions.core.events import Part
from sessions.core.terms import Effect, Stand
from sessions.minutes.document.said import Said


@dataclass(frozen=True, slots=True)
class Position:
    """An explanation of position or a dissociation. `follows`: a written text was announced; `written`: it came."""

    stand: Stand
    said: Said
    follows: bool
    written: Said | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement, its only entry. `text`: the words as read back at `read_at`, verbatim.

    `power`: what the officials relied on; `ad_referendum`: nobody present was empowered (G22).
    `reopened`: the motion that put it before the room again; `superseded`: the agreement that took its place.
    It came of a `proposal` without a vote or of a `vote`; the other is empty.
    """

    id: str
    number: int
    reference: str
    item: str
    proposal: str
    adopted: datetime
    text: str
    language: str
    effect: Effect
    parts: tuple[Part, ...]
    power: str
    ad_referendum: bool
    reservations: tuple[Said, ...]
    late_objections: tuple[Said, ...]
    read_at: datetime | None
    corrected: tuple[int, ...]
    rests: tuple[int, ...]
    vote: str = ""
    positions: tuple[Position, ...] = ()
    reopened: str = ""
    superseded: str = ""
