"""The language of a turn, and its text relay. Captions are working material: in the log, in no journal."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LanguageMarked:
    turn: str
    language: str


@dataclass(frozen=True, slots=True)
class CaptionAppended:
    """A segment of what is said in this turn, in one channel."""

    turn: str
    language: str
    words: str
