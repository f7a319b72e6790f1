"""Written statements received after the session closed: the log may be sealed, the right is not over."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Received:
    """A statement received after closing. `seq` is its entry in the stream of the minutes."""

    seq: int
    at: datetime
    by: str
    item: str
    title: str
    text: str
    language: str
    sha256: str
