"""Written statements, annexed word for word."""

from dataclasses import dataclass
from datetime import datetime

from sessions.core.terms import Via
from sessions.minutes.document.session import Who


@dataclass(frozen=True, slots=True)
class WrittenStatement:
    """Its only entry. `item` is empty for the whole session; `sha256` is of the title, an empty line and the text."""

    id: str
    at: datetime
    who: Who
    via: Via
    entered_for: bool
    item: str
    title: str
    text: str
    language: str
    sha256: str
    rests: tuple[int, ...]
