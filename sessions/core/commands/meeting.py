"""The session: convening, opening, closing, the chair, quorum: what can be asked."""

from dataclasses import dataclass
from datetime import datetime

from sessions.core.events.values import ItemPlan
from sessions.core.ruleset import Rules


@dataclass(frozen=True, slots=True)
class Convene:
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
class Reschedule:
    starts_at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Cancel:
    reason: str


@dataclass(frozen=True, slots=True)
class TablePaper:
    paper: str
    item: str
    title: str
    sha256: str
    circulated_at: datetime


@dataclass(frozen=True, slots=True)
class OpenLobby:
    pass


@dataclass(frozen=True, slots=True)
class OpenSession:
    pass


@dataclass(frozen=True, slots=True)
class RecordNotHeld:
    reason: str


@dataclass(frozen=True, slots=True)
class Suspend:
    reason: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Resume:
    pass


@dataclass(frozen=True, slots=True)
class CloseSession:
    pass


@dataclass(frozen=True, slots=True)
class ReopenSession:
    reason: str


@dataclass(frozen=True, slots=True)
class HandOverChair:
    seat: str


@dataclass(frozen=True, slots=True)
class TakeChair:
    reason: str


@dataclass(frozen=True, slots=True)
class AskQuorum:
    pass


@dataclass(frozen=True, slots=True)
class VerifyQuorum:
    pass
