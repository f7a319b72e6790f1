"""Powers officials showed in the room (G22)."""

from dataclasses import dataclass
from datetime import datetime

from sessions.minutes.document.session import Who


@dataclass(frozen=True, slots=True)
class Credential:
    """What an official showed at `at`; `empowered` false: they stated that they have none.

    `withdrawn`: from when on it no longer counted, for `reason`. `at` is None for powers that were recorded with the
    accreditation and withdrawn in the room.
    """

    who: Who
    at: datetime | None
    empowered: bool
    powers: str
    document: str
    withdrawn: datetime | None
    reason: str
    rests: tuple[int, ...]
