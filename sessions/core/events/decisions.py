"""Proposals, objections, agreements, reservations."""

from dataclasses import dataclass

from sessions.core.events.values import Count, Part
from sessions.core.terms import Effect, Hold


@dataclass(frozen=True, slots=True)
class AdoptionProposed:
    """The chair puts words to the room; silence until the window ends adopts them.

    `electorate`: who may object, frozen when the words were put; in older logs empty: whoever has a vote.
    """

    proposal: str
    item: str
    text: str
    language: str
    effect: Effect
    parts: tuple[Part, ...]
    power: str
    ad_referendum: bool
    seconds: int
    count: Count
    cut_off: tuple[str, ...]
    about: str = ""
    electorate: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WindowPaused:
    """The window waits: too many voting members are cut off, or the room lacks quorum or one of its sides."""

    cut_off: tuple[str, ...]
    why: Hold = Hold.CUT_OFF


@dataclass(frozen=True, slots=True)
class WindowResumed:
    """What it waited for is there again."""

    why: Hold = Hold.CUT_OFF


@dataclass(frozen=True, slots=True)
class ProposalWithdrawn:
    proposal: str
    reason: str


@dataclass(frozen=True, slots=True)
class ObjectionRaised:
    proposal: str
    seat: str
    reason: str


@dataclass(frozen=True, slots=True)
class ObjectionWithdrawn:
    proposal: str
    seat: str


@dataclass(frozen=True, slots=True)
class StoodAside:
    proposal: str
    seat: str
    reason: str


@dataclass(frozen=True, slots=True)
class AdoptedWithoutVote:
    proposal: str
    count: Count
    cut_off: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgreementRecorded:
    """`ad_referendum`: no official present was empowered for it; it awaits ratification (G22).

    It comes of a `proposal` nobody objected to, or of a `vote` that carried; the other is empty.
    """

    agreement: str
    proposal: str
    item: str
    text: str
    language: str
    effect: Effect
    parts: tuple[Part, ...]
    power: str
    ad_referendum: bool
    vote: str = ""


@dataclass(frozen=True, slots=True)
class LateObjectionRaised:
    """By somebody entitled, present and cut off during the window: the agreement stands subject to it."""

    agreement: str
    seat: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReservationEntered:
    agreement: str
    seat: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class AgreementRead:
    """Read back aloud and confirmed as it stands."""

    agreement: str
