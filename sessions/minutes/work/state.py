"""Where the work on minutes stands: one frozen value, folded from its stream."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from sessions.core.terms import ItemState
from sessions.minutes.document import Minutes
from sessions.minutes.work.statements import Received


class State(StrEnum):
    DRAFT = "draft"
    CIRCULATED = "circulated"
    APPROVED = "approved"
    PUBLISHED = "published"


class Status(StrEnum):
    """How a statement stands with whoever made it."""

    NOT_CONFIRMED = "not_confirmed"
    CONFIRMED = "confirmed"
    CONTESTED = "contested"


class Answer(StrEnum):
    """What somebody admitted said of the minutes as a whole."""

    ACCEPTED = "accepted"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that may be edited, as they are now. `base`: the entry that changed them last, 0 for the log."""

    id: str
    text: str
    language: str
    base: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """What the speaker said of their statement; `words` are theirs when they contest it."""

    status: Status
    at: datetime | None = None
    words: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    answer: Answer
    at: datetime
    words: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of wording: by whom, when, why, and whether the minutes were circulating."""

    seq: int
    at: datetime
    by: str
    passage: str
    was: str
    now: str
    language: str
    reason: str
    circulated: bool


UNTOUCHED = Standing(Status.NOT_CONFIRMED)


@dataclass(frozen=True, slots=True)
class Work:
    """`texts` holds the passages that differ from the log, `standings` the statements somebody spoke for."""

    state: State = State.DRAFT
    texts: Mapping[str, Passage] = field(default_factory=lambda: MappingProxyType({}))
    standings: Mapping[str, Standing] = field(default_factory=lambda: MappingProxyType({}))
    replies: Mapping[str, Reply] = field(default_factory=lambda: MappingProxyType({}))
    changes: tuple[Change, ...] = ()
    circulated_at: datetime | None = None
    circulated_by: str = ""
    until: datetime | None = None
    days: int = 0
    approved_at: datetime | None = None
    approved_by: str = ""
    instructed_by: str = ""
    accepted: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    published_at: datetime | None = None
    published_by: str = ""
    received: tuple[Received, ...] = ()
    seq: int = 0

    def standing(self, turn: str) -> Standing:
        """What the speaker said of that statement."""
        return self.standings.get(turn, UNTOUCHED)


def passage(document: Minutes, work: Work, passage_id: str) -> Passage | None:
    """The words of a passage as they are now; None where the minutes have no such passage.

    A turn's statement and an item's narrative may be empty; an outcome can be edited only where there is one.
    """
    known = work.texts.get(passage_id)
    if known is not None:
        return known
    turn = document.turn(passage_id)
    if turn is not None:
        return Passage(passage_id, turn.statement, turn.language)
    name, _dot, part = passage_id.partition(".")
    item = document.item(name)
    if item is None:
        return None
    if not part:
        return Passage(passage_id, "", "")
    summed_up = part == "outcome" and item.state is ItemState.CONCLUDED and item.outcome
    return Passage(passage_id, item.outcome, "") if summed_up else None
