"""How punctual somebody is with their duties. Standard library only.

Counted is whatever was met, and whatever was not met although its term, as it was first given, is over. So neither a
pause, nor an extension, nor a finding that something is inadmissible takes anything out of the count (G8.I): one that
waits in a pause beyond its first term is counted, and is not on time until it is met. What was met before its term
began waited no day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from incidencia.deadlines.deadline import Deadline, State


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty as it counts. `inadmissible`: it was met by saying that it could not be dealt with."""

    deadline: Deadline
    inadmissible: bool = False


@dataclass(frozen=True, slots=True)
class Punctuality:
    """The figures of many duties. `counted` is on_time + late + overdue + waiting; `running` is not counted yet."""

    counted: int = 0
    on_time: int = 0  # met within the term, with its pauses and extensions
    late: int = 0  # met afterwards
    overdue: int = 0  # not met, and the term is over
    waiting: int = 0  # not met, first term over, kept open by a pause or an extension
    running: int = 0  # not met, first term not over: too early to say
    paused: int = 0  # of those counted: paused at least once
    extended: int = 0  # of those counted: extended at least once
    inadmissible: int = 0  # of those counted
    half_within: int | None = None  # business days in which half of those counted were met; None: less than half were

    @property
    def share_on_time(self) -> int | None:
        """Whole percent of those counted that were met on time; None where nothing is counted. Never rounded up."""
        return 100 * self.on_time // self.counted if self.counted else None


def punctuality(duties: Iterable[Duty], now: datetime) -> Punctuality:
    """Promise the figures at `now`. Business days of waiting are those of the calendar: pauses are not taken off."""
    duties = [duty for duty in duties if duty.deadline.starts_at <= now or duty.deadline.state(now) is State.MET]
    counted = [duty for duty in duties if _counts(duty.deadline, now)]
    met = [duty.deadline for duty in counted if duty.deadline.state(now) is State.MET]
    overdue = sum(duty.deadline.state(now) is State.OVERDUE for duty in counted)
    late = sum(deadline.is_late(now) for deadline in met)
    return Punctuality(
        counted=len(counted),
        on_time=len(met) - late,
        late=late,
        overdue=overdue,
        waiting=len(counted) - len(met) - overdue,
        running=len(duties) - len(counted),
        paused=sum(any(pause.start <= now for pause in duty.deadline.pauses) for duty in counted),
        extended=sum(any(more.at <= now for more in duty.deadline.given) for duty in counted),
        inadmissible=sum(duty.inadmissible for duty in counted),
        half_within=_half(sorted(max(deadline.waited(now), 0) for deadline in met), len(counted)),
    )


def _counts(deadline: Deadline, now: datetime) -> bool:
    today = now.astimezone(ZoneInfo(deadline.zone)).date()
    return deadline.state(now) is State.MET or today > deadline.first_due_on


def _half(waits: list[int], counted: int) -> int | None:
    """The least number of days in which half of `counted` were met: those never met come last."""
    half = (counted + 1) // 2
    return waits[half - 1] if 0 < half <= len(waits) else None
