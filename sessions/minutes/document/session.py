"""Facts of the session: when, who, with what quorum, from which papers."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sessions.core.events import Count
from sessions.core.ruleset import Rules
from sessions.core.terms import Role, Side, Via


class Occasion(StrEnum):
    """When the quorum was counted."""

    OPENING = "opening"
    VERIFICATION = "verification"
    NOT_HELD = "not_held"


class Succession(StrEnum):
    """How somebody came to preside."""

    OPENED = "opened"
    HANDED_OVER = "handed_over"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class Identity:
    """What session this is. `held` is false for the record that it could not be held, for `reason`."""

    reference: str
    title_es: str
    title_en: str
    host_es: str
    host_en: str
    zone: str
    held: bool
    reason: str
    rules: Rules
    rests: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """A new date, given before the opening."""

    at: datetime
    starts_at: datetime
    reason: str
    rests: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """A suspension; `resumed` is None while it lasts, `until` is what was announced."""

    suspended: datetime
    reason: str
    until: datetime | None
    resumed: datetime | None
    rests: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reopening:
    """The session was closed, and opened again before its log was sealed."""

    closed: datetime
    reopened: datetime
    reason: str
    rests: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """One day of sitting."""

    began: datetime
    ended: datetime | None


@dataclass(frozen=True, slots=True)
class Times:
    """The clock of the session. `starts_at` is the hour for which it was convened in the end; `sittings` its days."""

    convened: datetime
    starts_at: datetime
    moves: tuple[Move, ...]
    opened: datetime | None
    breaks: tuple[Break, ...]
    reopenings: tuple[Reopening, ...]
    closed: datetime | None
    sealed: datetime | None
    rests: tuple[int, ...]
    sittings: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Who:
    """A person as they were in the room at that instant."""

    seat: str
    name: str
    capacity: str
    organization: str
    side: Side


@dataclass(frozen=True, slots=True)
class Presiding:
    who: Who
    since: datetime
    how: Succession
    reason: str
    rests: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Quorum:
    """A count by an act, never by lines. `asked_by`: the member who doubted it."""

    at: datetime
    occasion: Occasion
    count: Count
    asked_by: Who | None
    rests: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stay:
    """From when to when in the room; `left` is None for whoever was there to the end."""

    arrived: datetime
    left: datetime | None


@dataclass(frozen=True, slots=True)
class Attendance:
    """Everybody admitted. Absences shorter than `build.GAP` are not told. `removed` holds the chair's reason.

    `provisional`: their letter never came; `document` is the letter that came later.
    """

    who: Who
    role: Role
    votes: bool
    empowered: bool
    via: Via
    stays: tuple[Stay, ...]
    removed: str
    rests: tuple[int, ...]
    provisional: bool = False
    document: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document before the members, with its hash and when it reached them (G27.I).

    `waived`: why the chair let it be decided upon although it came late.
    """

    id: str
    item: str
    title: str
    sha256: str
    circulated_at: datetime
    late: bool
    rests: tuple[int, ...]
    waived: str = ""
