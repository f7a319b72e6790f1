"""Positions members put beside an agreement."""

from dataclasses import dataclass

from sessions.core.terms import Stand


@dataclass(frozen=True, slots=True)
class Position:
    """`follows`: a written text was announced; `written` holds it once it was handed in."""

    agreement: str
    seat: str
    stand: Stand
    text: str
    language: str
    follows: bool
    written: str = ""

    @property
    def awaited(self) -> bool:
        """Whether its written text is still to come."""
        return self.follows and not self.written
