"""Powers officials showed in the room, and conflicts of interest members declared."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Credentials:
    """What an official showed last; `withdrawn` holds the reason they no longer count."""

    empowered: bool
    powers: str
    document: str
    at: datetime
    withdrawn: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One declaration; it stands for its item."""

    item: str
    seat: str
    text: str
    language: str
