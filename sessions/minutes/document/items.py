"""Facts of one item: turns, points of order, proposals, votes, changes."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sessions.core.events import Count, Part, Pending
from sessions.core.terms import Effect, ItemKind, ItemState, PointKind, Purpose, Via
from sessions.minutes.document.motions import Motion
from sessions.minutes.document.questions import Question
from sessions.minutes.document.said import Said
from sessions.minutes.document.session import Who
from sessions.minutes.document.speaking import Budget, Expert, Reply, SpeakingTime
from sessions.minutes.document.text import Text
from sessions.minutes.document.votes import Temperature, Vote


class Outcome(StrEnum):
    """What became of words put to the room; `open` only in a log that is not closed."""

    OPEN = "open"
    ADOPTED = "adopted"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn taken. `entered_for`: the secretariat asked for it on the speaker's behalf, who came `via`.

    `entered_late`: when a catch-up entry was written. `override`: the chair's reason for not following the
    list. `corrected`: numbers of the corrections that touched it. `over_budget`: `override` is for giving the floor
    to a side whose time was used up. `spoken`: the language it was marked with; `captions`: their numbers in the log.
    `withdrawn`: the chair took the floor back, for this reason.
    """

    id: str
    who: Who
    started: datetime
    used_seconds: int
    statement: str
    language: str
    via: Via
    entered_for: bool
    instructed: bool
    override: str
    entered_late: datetime | None
    corrected: tuple[int, ...]
    rests: tuple[int, ...]
    over_budget: bool = False
    spoken: str = ""
    captions: tuple[int, ...] = ()
    withdrawn: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A point of order and its ruling; `upheld` is None while it is pending.

    `appeal`: the motion by which the ruling was appealed; `overturned`: the room decided against it.
    """

    id: str
    who: Who
    at: datetime
    text: str
    upheld: bool | None
    ruling: str
    ruled_at: datetime | None
    ruled_by: Who | None
    instructed: bool
    corrected: tuple[int, ...]
    rests: tuple[int, ...]
    appeal: str = ""
    overturned: bool = False
    kind: PointKind = PointKind.OTHER


@dataclass(frozen=True, slots=True)
class Proposal:
    """Words put to the room for adoption without a vote, and how that went.

    `text` is empty when they were adopted: the words then stand in the agreement it points to, only there. So it is
    when it is `about` a part of a text on the table: the words stand there.
    `at_start` and `at_end` are the counts when the window opened and when it ended in silence.
    """

    id: str
    at: datetime
    by: Who | None
    instructed: bool
    text: str
    language: str
    effect: Effect
    parts: tuple[Part, ...]
    window_seconds: int
    at_start: Count
    at_end: Count | None
    cut_off: tuple[Who, ...]
    objections: tuple[Said, ...]
    aside: tuple[Said, ...]
    outcome: Outcome
    ended: datetime | None
    reason: str
    agreement: str
    rests: tuple[int, ...]
    about: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A change to an item with the chair's reason: reopened, its time set to `minutes`, or `extended` by so many."""

    at: datetime
    minutes: int | None
    reason: str
    rests: tuple[int, ...]
    extended: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """An item that was taken up or put off. `number` is its place in the agenda as it ended."""

    id: str
    number: int
    kind: ItemKind
    title_es: str
    title_en: str
    added: str
    state: ItemState
    opened: datetime | None
    ended: datetime | None
    planned_minutes: int
    used_seconds: int
    outcome: str
    changes: tuple[Change, ...]
    pending: tuple[Pending, ...]
    turns: tuple[Turn, ...]
    points: tuple[Point, ...]
    proposals: tuple[Proposal, ...]
    agreements: tuple[str, ...]
    rests: tuple[int, ...]
    votes: tuple[Vote, ...] = ()
    temperatures: tuple[Temperature, ...] = ()
    questions: tuple[Question, ...] = ()
    texts: tuple[Text, ...] = ()
    conflicts: tuple[Said, ...] = ()
    motions: tuple[Motion, ...] = ()
    replies: tuple[Reply, ...] = ()
    experts: tuple[Expert, ...] = ()
    budgets: tuple[Budget, ...] = ()
    decides: Purpose = Purpose.UNSAID
    deferred_to: str = ""
    speaking_times: tuple[SpeakingTime, ...] = ()


@dataclass(frozen=True, slots=True)
class NotReached:
    """An item of the agenda that nobody opened nor put off."""

    id: str
    number: int
    kind: ItemKind
    title_es: str
    title_en: str
    planned_minutes: int
    rests: tuple[int, ...]
    conflicts: tuple[Said, ...] = ()
