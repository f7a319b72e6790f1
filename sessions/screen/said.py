"""A sentence of the script to print, and the blanks that are filled in by hand."""

from dataclasses import dataclass

BLANK = "________"
SHORT = "____"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and the moment it belongs to."""

    when: str
    sentence: str
