"""What members put beside an agreement, word for word."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PositionExplained:
    """`follows`: a written text was announced; the log waits for it, as long as the rules say."""

    agreement: str
    seat: str
    text: str
    language: str
    follows: bool


@dataclass(frozen=True, slots=True)
class Dissociated:
    """The member stays apart from the agreement, which stands for the others."""

    agreement: str
    seat: str
    text: str
    language: str
    follows: bool


@dataclass(frozen=True, slots=True)
class TextHandedIn:
    """The written text that somebody announced with their position."""

    agreement: str
    seat: str
    text: str
    language: str
