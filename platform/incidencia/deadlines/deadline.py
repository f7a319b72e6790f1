"""A duty with its clock. Standard library only; every state is read from the clock, none is stored."""

from collections.abc import Container
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property
from zoneinfo import ZoneInfo

from incidencia.deadlines.calendar import add_months, business_days_after, business_days_between, is_business_day

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
    """The clock stands from `start` to `end`; without `end`, until further notice. Both instants are aware.

    `reason` is what everybody reads; `by` is who stopped it, name and capacity.
    """

    start: datetime
    end: datetime | None = None
    reason: str = field(kw_only=True)
    by: str = field(default="", kw_only=True)

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise ValueError("a pause ends before it starts")
        if not self.reason.strip():
            raise ValueError("a pause has a reason")

    def covers(self, instant: datetime) -> bool:
        """Whether the clock stands at `instant`."""
        return self.start <= instant and (self.end is None or instant < self.end)


@dataclass(frozen=True, slots=True)
class Extension:
    """More business days, given at `at` with a reason (*prórroga motivada*); `by` is who gave it."""

    at: datetime
    days: int
    reason: str = field(kw_only=True)
    by: str = field(default="", kw_only=True)

    def __post_init__(self) -> None:
        if self.days < 1:
            raise ValueError("an extension has business days above 0")
        if not self.reason.strip():
            raise ValueError("an extension has a reason")


@dataclass(frozen=True)
class Deadline:
    """A term of `days` business days or `months` calendar months from `starts_at`, until the end of its last day.

    A day counts if the clock was not paused at its end, so a pause within one day costs nothing and pauses that
    overlap count once. A term in months moves by the paused days. A last day that is a closed day stays.
    Extensions add business days after the last one; one given when the term was over adds nothing (G8.I).
    """

    starts_at: datetime
    days: int = 0
    months: int = 0
    closed: Container[date] = frozenset()
    pauses: tuple[Pause, ...] = ()
    extensions: tuple[Extension, ...] = ()
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
        return self._ends[0]

    @property
    def due_at(self) -> datetime | None:
        """The last second of the last day; None as `due_on`."""
        return None if self.due_on is None else self._end_of(self.due_on)

    @cached_property
    def first_due_on(self) -> date:
        """The last day of the term as it was given, before any pause or extension."""
        first = replace(self, pauses=(), extensions=()).due_on
        if first is None:
            raise AssertionError("a term without pauses has an end")
        return first

    @cached_property
    def given(self) -> tuple[Extension, ...]:
        """The extensions that count: those given before the term was over, in their order."""
        return self._ends[1]

    @cached_property
    def _ends(self) -> tuple[date | None, tuple[Extension, ...]]:
        end = self._months_end() if self.months else self._after(self._day_of(self.starts_at), self.days)
        given: tuple[Extension, ...] = ()
        for extension in sorted(self.extensions, key=lambda one: one.at):
            if end is None or self._day_of(extension.at) <= end:
                end = end and self._after(end, extension.days)
                given += (extension,)
        return end, given

    def days_left(self, now: datetime) -> int | None:
        """Promise the business days that still count after today, negative when overdue; None: the end is unknown."""
        today, due = self._day_of(now), self.due_on
        if due is None:
            return None
        if today > due:
            return business_days_between(today, due, self.closed)
        return sum(self.counts(today + n * _DAY) for n in range(1, (due - today).days + 1))

    def counts(self, day: date) -> bool:
        """Whether `day` counts in a term of business days: it is one, and the clock was not paused at its end."""
        return is_business_day(day, self.closed) and self._pause_at_end_of(day) is None

    def waited(self, now: datetime) -> int:
        """Promise the business days from the start until it was met, or until now; pauses are not taken off."""
        until = now if self.met_at is None or self.met_at > now else self.met_at
        return business_days_between(self._day_of(self.starts_at), self._day_of(until), self.closed)

    def days_late(self, now: datetime) -> int:
        """Promise the business days by which it was, or is, late; 0 where it is not."""
        if self.due_on is None or not self.is_late(now):
            return 0
        return business_days_between(self.due_on, self._day_of(self._answered(now)), self.closed)

    def state(self, now: datetime, near: int = NEAR) -> State:
        """Promise how the duty stands at `now`; it is near from `near` business days left."""
        if self.met_at is not None and self.met_at <= now:
            return State.MET
        if self.is_late(now):
            return State.OVERDUE
        if self.pause_at(now) is not None:
            return State.PAUSED
        left = self.days_left(now)
        return State.NEAR if left is not None and left <= near else State.RUNNING

    def is_late(self, now: datetime) -> bool:
        """Whether the duty was met after its last day, or is not met and that day is over at `now`."""
        return self.due_on is not None and self._day_of(self._answered(now)) > self.due_on

    def pause_at(self, instant: datetime) -> Pause | None:
        """Promise the pause in which the clock stands at `instant`: of several, the one that lasts longest."""
        standing = [pause for pause in self.pauses if pause.covers(instant)]
        without_end = next((pause for pause in standing if pause.end is None), None)
        return without_end or max(standing, key=lambda pause: pause.end or pause.start, default=None)

    def _answered(self, now: datetime) -> datetime:
        return now if self.met_at is None or self.met_at > now else self.met_at

    def _after(self, start: date, days: int) -> date | None:
        """The day on which the counted days after `start` are `days`."""
        counted = 0
        for day in business_days_after(start, self.closed):
            stands = self._pause_at_end_of(day)
            if stands is None:
                counted += 1
            elif stands.end is None:
                return None
            if counted == days:
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
        return self.pause_at(self._end_of(day)) if self.pauses else None

    def _day_of(self, instant: datetime) -> date:
        return instant.astimezone(self._zone).date()

    def _end_of(self, day: date) -> datetime:
        return datetime.combine(day, time(23, 59, 59), self._zone)
