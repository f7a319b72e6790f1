"""The language of a turn and its text relay: what can be asked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MarkLanguage:
    language: str


@dataclass(frozen=True, slots=True)
class RelayText:
    words: str
    language: str
