"""A duty with its clock. Standard library only; every state is read from the clock, none is stored."""

from collections.abc import Container
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property
from zoneinfo import ZoneInfo

from incidencia.deadlines.calendar import add_months, business_days_after, business_days_between

NEAR = 3  # business days left
_DAY = timedelta(days=1)


class State(StrEnum):
    """How a duty stands."""

    RUNNING = "running"
    NEAR = "near"
    OVERDUE = "overdue"
    PAUSED = "paused"
    MET = "met"


@dataclass(frozen=True, slots=True)
class Pause:
    """The clock stands from `start` to `end`; without `end`, until further notice. Both instants are aware."""

    start: datetime
    end: datetime | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise ValueError("a pause ends before it starts")

    def covers(self, instant: datetime) -> bool:
        """Whether the clock stands at `instant`."""
        return self.start <= instant and (self.end is None or instant < self.end)


@dataclass(frozen=True)
class Deadline:
    """A term of `days` business days or `months` calendar months from `starts_at`, until the end of its last day.

    A day counts if the clock was not paused at its end, so a pause within one day costs nothing and pauses that
    overlap count once. A term in months moves by the paused days. A last day that is a closed day stays.
    """

    starts_at: datetime
    days: int = 0
    months: int = 0
    closed: Container[date] = frozenset()
    pauses: tuple[Pause, ...] = ()
    zone: str = "America/Mexico_City"
    met_at: datetime | None = None
    _zone: ZoneInfo = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.days < 0 or self.months < 0 or bool(self.days) == bool(self.months):
            raise ValueError("a term has business days or months, one of them, above 0")
        if self.starts_at.tzinfo is None:
            raise ValueError("a term starts at an aware instant")
        object.__setattr__(self, "_zone", ZoneInfo(self.zone))

    @cached_property
    def due_on(self) -> date | None:
        """The last day of the term, in the zone; None while a pause without end keeps it unknown."""
        return self._months_end() if self.months else self._business_end()

    @property
    def due_at(self) -> datetime | None:
        """The last second of the last day; None as `due_on`."""
        return None if self.due_on is None else self._end_of(self.due_on)

    def days_left(self, now: datetime) -> int | None:
        """Promise the business days left after today, negative when overdue; None while the end is unknown."""
        if self.due_on is None:
            return None
        return business_days_between(self._day_of(now), self.due_on, self.closed)

    def state(self, now: datetime, near: int = NEAR) -> State:
        """Promise how the duty stands at `now`; it is near from `near` business days left."""
        if self.met_at is not None and self.met_at <= now:
            return State.MET
        if self.is_late(now):
            return State.OVERDUE
        if any(pause.covers(now) for pause in self.pauses):
            return State.PAUSED
        left = self.days_left(now)
        return State.NEAR if left is not None and left <= near else State.RUNNING

    def is_late(self, now: datetime) -> bool:
        """Whether the duty was met after its last day, or is not met and that day is over at `now`."""
        answered = now if self.met_at is None or self.met_at > now else self.met_at
        return self.due_on is not None and self._day_of(answered) > self.due_on

    def _business_end(self) -> date | None:
        counted = 0
        for day in business_days_after(self._day_of(self.starts_at), self.closed):
            stands = self._pause_at_end_of(day)
            if stands is None:
                counted += 1
            elif stands.end is None:
                return None
            if counted == self.days:
                return day
        raise AssertionError("days have no end")

    def _months_end(self) -> date | None:
        day = self._day_of(self.starts_at)
        left = (add_months(day, self.months) - day).days
        while left:
            day += _DAY
            stands = self._pause_at_end_of(day)
            if stands is None:
                left -= 1
            elif stands.end is None:
                return None
        return day

    def _pause_at_end_of(self, day: date) -> Pause | None:
        end = self._end_of(day)
        standing = [pause for pause in self.pauses if pause.covers(end)]
        return next((pause for pause in standing if pause.end is None), standing[0] if standing else None)

    def _day_of(self, instant: datetime) -> date:
        return instant.astimezone(self._zone).date()

    def _end_of(self, day: date) -> datetime:
        return datetime.combine(day, time(23, 59, 59), self._zone)
