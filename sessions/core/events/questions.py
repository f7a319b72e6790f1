"""Questions asked beside the floor. Their words are heard by the desk alone until it lets them through."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class QuestionsOpened:
    item: str


@dataclass(frozen=True, slots=True)
class QuestionsClosed:
    item: str


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    question: str
    item: str
    seat: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class QuestionApproved:
    """From here on everybody reads it. `language` is that of its words."""

    question: str
    language: str


@dataclass(frozen=True, slots=True)
class QuestionMerged:
    """It asks what another one asks: who asked and who supported it stand with that one from now on."""

    question: str
    into: str


@dataclass(frozen=True, slots=True)
class QuestionDeclined:
    """Not let through. The desk and whoever asked read the reason."""

    question: str
    reason: str


@dataclass(frozen=True, slots=True)
class QuestionSupported:
    question: str
    seat: str


@dataclass(frozen=True, slots=True)
class SupportWithdrawn:
    question: str
    seat: str


@dataclass(frozen=True, slots=True)
class QuestionAnswered:
    """In writing, during the session."""

    question: str
    seat: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class QuestionAnsweredAloud:
    """The desk notes that it was answered in that turn."""

    question: str
    turn: str


@dataclass(frozen=True, slots=True)
class AnswerOwed:
    """It will be answered in writing until `due`, by that seat; empty: by the body that convenes."""

    question: str
    seat: str
    due: date
