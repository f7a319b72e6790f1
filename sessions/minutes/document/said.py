"""Words people put on record about a decision."""

from dataclasses import dataclass
from datetime import datetime

from sessions.core.terms import Via
from sessions.minutes.document.session import Who


@dataclass(frozen=True, slots=True)
class Said:
    """An objection, a standing aside, a reservation or an explanation, verbatim, with the hand that entered it."""

    who: Who
    at: datetime
    text: str
    language: str
    via: Via
    entered_for: bool
    entered_late: datetime | None
    withdrawn: datetime | None
    rests: tuple[int, ...]
