"""All that can have happened to minutes. Stored for ever: never rename one."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class WordingEdited:
    passage: str
    was: str
    now: str
    language: str
    reason: str


@dataclass(frozen=True, slots=True)
class NarrativeAdded:
    item: str
    text: str
    language: str
    reason: str


@dataclass(frozen=True, slots=True)
class Circulated:
    """`until`: the end of the term for answers, of `days` business days."""

    until: datetime
    days: int


@dataclass(frozen=True, slots=True)
class StatementConfirmed:
    turn: str


@dataclass(frozen=True, slots=True)
class StatementContested:
    turn: str
    words: str
    language: str


@dataclass(frozen=True, slots=True)
class MinutesAccepted:
    pass


@dataclass(frozen=True, slots=True)
class MinutesDisputed:
    words: str
    language: str


@dataclass(frozen=True, slots=True)
class MinutesApproved:
    """Who had approved, who had objected, and who had a vote and did not answer: seats, in that order.

    `instructed_by`: the chair's seat when the secretariat recorded the approval on the chair's instruction.
    """

    accepted: tuple[str, ...]
    disputed: tuple[str, ...]
    silent: tuple[str, ...]
    instructed_by: str


@dataclass(frozen=True, slots=True)
class MinutesPublished:
    pass


@dataclass(frozen=True, slots=True)
class StatementReceived:
    """A written statement, after closing. `sha256` as in the log of the room."""

    item: str
    title: str
    text: str
    language: str
    sha256: str


Event = (
    WordingEdited | NarrativeAdded | Circulated | StatementConfirmed | StatementContested | MinutesAccepted
    | MinutesDisputed | MinutesApproved | MinutesPublished
    | StatementReceived
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the second stream: the seat that acted, when, and what happened."""

    seq: int
    at: datetime
    by: str
    event: Event
