"""Questions from the room: those let through, each with its answer or with who owes it. One entry each."""

from dataclasses import dataclass
from datetime import date, datetime

from sessions.core.terms import QuestionState
from sessions.minutes.document.said import Said
from sessions.minutes.document.session import Who


@dataclass(frozen=True, slots=True)
class Merged:
    """A question that went into another one, in the words of whoever asked it."""

    id: str
    who: Who
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question under its item. `joined`: who asked the same, `merged`: in which words; `support`: how many others.

    `state` is `answered` or `owed`, `approved` only in a log that is not closed. Answered in writing: `answer`;
    aloud: in the turn `turn`. Owed until `due` by `owes`; None: by the body that convenes. Words that were declined,
    or that nobody looked at, are in no minutes.
    """

    id: str
    number: int
    at: datetime
    who: Who
    text: str
    language: str
    joined: tuple[Who, ...]
    support: int
    state: QuestionState
    answer: Said | None
    turn: str
    owes: Who | None
    due: date | None
    rests: tuple[int, ...]
    merged: tuple[Merged, ...] = ()
