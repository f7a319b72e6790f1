"""The session: convening, opening, closing, the chair, quorum."""

from dataclasses import dataclass
from datetime import datetime

from sessions.core.events.values import Count, ItemPlan
from sessions.core.ruleset import Rules


@dataclass(frozen=True, slots=True)
class SessionConvened:
    """`ends_at`: the planned end, None where the minutes of the items add up to it. `without_papers`: why no paper
    goes with the convening, if none does and somebody said why.
    """

    reference: str
    title_es: str
    title_en: str
    host_es: str
    host_en: str
    zone: str
    starts_at: datetime
    items: tuple[ItemPlan, ...]
    rules: Rules
    ends_at: datetime | None = None
    without_papers: str = ""


@dataclass(frozen=True, slots=True)
class SessionRescheduled:
    """`late`: the papers that come late for the new hour; None where nobody judged it anew."""

    starts_at: datetime
    reason: str
    late: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class SessionCancelled:
    reason: str


@dataclass(frozen=True, slots=True)
class PaperTabled:
    """A paper before the members; `late` when circulated after the term of the rules (G27.I)."""

    paper: str
    item: str
    title: str
    sha256: str
    circulated_at: datetime
    late: bool


@dataclass(frozen=True, slots=True)
class LobbyOpened:
    pass


@dataclass(frozen=True, slots=True)
class SessionOpened:
    presiding: str
    count: Count


@dataclass(frozen=True, slots=True)
class SessionNotHeld:
    reason: str
    count: Count


@dataclass(frozen=True, slots=True)
class SessionSuspended:
    reason: str
    until: datetime | None


@dataclass(frozen=True, slots=True)
class SessionResumed:
    pass


@dataclass(frozen=True, slots=True)
class SessionClosed:
    pass


@dataclass(frozen=True, slots=True)
class SessionReopened:
    reason: str


@dataclass(frozen=True, slots=True)
class LogSealed:
    pass


@dataclass(frozen=True, slots=True)
class ChairHandedOver:
    seat: str


@dataclass(frozen=True, slots=True)
class ChairTaken:
    seat: str
    reason: str


@dataclass(frozen=True, slots=True)
class QuorumAsked:
    seat: str


@dataclass(frozen=True, slots=True)
class QuorumVerified:
    count: Count
