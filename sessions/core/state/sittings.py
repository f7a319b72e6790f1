"""The stretches in which the session sat: one for each day, however often it paused on that day."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Sitting:
    """`ended` is None while it sits."""

    began: datetime
    ended: datetime | None = None
