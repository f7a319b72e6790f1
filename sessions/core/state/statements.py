"""Written statements: handed in, annexed to the minutes word for word; neither read aloud nor debated."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class WrittenStatement:
    """`item` is empty for the whole session; `sha256` is that of `rules.statements.digest`."""

    id: str
    seat: str
    item: str
    title: str
    text: str
    language: str
    sha256: str
    at: datetime
