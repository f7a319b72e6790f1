"""Questions asked beside the floor: what can be asked of the room about them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class OpenQuestions:
    """For the item that is open."""


@dataclass(frozen=True, slots=True)
class CloseQuestions:
    pass


@dataclass(frozen=True, slots=True)
class AskQuestion:
    text: str
    language: str = "es"


@dataclass(frozen=True, slots=True)
class ApproveQuestion:
    question: str


@dataclass(frozen=True, slots=True)
class MergeQuestion:
    question: str
    into: str


@dataclass(frozen=True, slots=True)
class DeclineQuestion:
    question: str
    reason: str


@dataclass(frozen=True, slots=True)
class SupportQuestion:
    question: str


@dataclass(frozen=True, slots=True)
class WithdrawSupport:
    question: str


@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    """In writing, by an official or whoever presides."""

    question: str
    text: str
    language: str = "es"


@dataclass(frozen=True, slots=True)
class NoteAnswered:
    """It was answered aloud, in that turn."""

    question: str
    turn: str


@dataclass(frozen=True, slots=True)
class OweAnswer:
    """It will be answered in writing. Empty `seat`: by the body that convenes."""

    question: str
    seat: str
    due: date
