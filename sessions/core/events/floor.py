"""The list of speakers, the floor, points of order."""

from dataclasses import dataclass
from datetime import datetime

from sessions.core.terms import PointKind, Speaks


@dataclass(frozen=True, slots=True)
class ListOpened:
    pass


@dataclass(frozen=True, slots=True)
class ListClosing:
    """Announced before it closes: whoever wants to speak asks until then. `reason`: as in `ListClosed`."""

    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ListClosed:
    """`reason`: why the chair closed it sooner than the rules say."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class FloorRequested:
    """`position` is the place given by the balance rule, from 0; `passed` are the requests it went before.

    `language`: in which they say that they will speak.
    """

    request: str
    seat: str
    position: int
    passed: tuple[str, ...]
    why: str
    speaks: Speaks = Speaks.GENERAL
    language: str = ""


@dataclass(frozen=True, slots=True)
class RequestWithdrawn:
    request: str


@dataclass(frozen=True, slots=True)
class SpeakerDidNotAnswer:
    """Called and silent: waits and keeps the place."""

    request: str


@dataclass(frozen=True, slots=True)
class FloorGiven:
    """`override` is the chair's reason for not following the list, empty when it was followed.

    `over_budget`: it is the reason for giving the floor to a side whose time is used up.
    """

    turn: str
    request: str
    seat: str
    seconds: int
    override: str
    over_budget: bool = False


@dataclass(frozen=True, slots=True)
class SpeechPaused:
    pass


@dataclass(frozen=True, slots=True)
class SpeechResumed:
    pass


@dataclass(frozen=True, slots=True)
class SpeechExtended:
    seconds: int


@dataclass(frozen=True, slots=True)
class SpeechEnded:
    turn: str


@dataclass(frozen=True, slots=True)
class TurnRecorded:
    """A turn that was taken off the list or on paper and entered afterwards."""

    turn: str
    seat: str
    item: str
    seconds: int
    statement: str
    language: str


@dataclass(frozen=True, slots=True)
class StatementNoted:
    turn: str
    statement: str
    language: str


@dataclass(frozen=True, slots=True)
class PointOfOrderRaised:
    point: str
    seat: str
    text: str
    kind: PointKind = PointKind.OTHER


@dataclass(frozen=True, slots=True)
class PointOfOrderRuled:
    point: str
    upheld: bool
    ruling: str


@dataclass(frozen=True, slots=True)
class FloorWithdrawn:
    """The turn ends by the chair's act, for `reason`; `SpeechEnded` is the ordinary end."""

    turn: str
    reason: str
