"""A duty with its clock."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidencia.deadlines.deadline import Deadline, Pause, State
from incidencia.deadlines.holidays import STATUTORY

MEXICO = ZoneInfo("America/Mexico_City")


def at(month: int, day: int, hour: int = 12, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, tzinfo=MEXICO)


TEN = Deadline(at(3, 2), days=10, closed=STATUTORY)  # Monday 2 March; 16 March is a holiday


@pytest.mark.guideline("G38")
def test_thirty_business_days_from_the_13th_of_november_end_on_the_29th_of_december() -> None:
    deadline = Deadline(at(11, 13), days=30, closed=STATUTORY)
    assert deadline.due_on == date(2026, 12, 29)
    assert deadline.due_at == datetime(2026, 12, 30, 5, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "state", "left"),
    [
        (at(3, 2), State.RUNNING, 10),
        (at(3, 11, 23), State.RUNNING, 3),
        (at(3, 17, 0), State.NEAR, 0),
        (at(3, 17, 23), State.NEAR, 0),
        (at(3, 18, 0), State.OVERDUE, -1),
        (at(3, 20), State.OVERDUE, -3),
    ],
)
def test_a_duty_runs_comes_near_and_is_overdue_by_itself(now: datetime, state: State, left: int) -> None:
    assert TEN.state(now, near=2) is state
    assert TEN.days_left(now) == left


def test_from_when_a_duty_is_near_can_be_chosen() -> None:
    assert TEN.state(at(3, 11)) is State.NEAR
    assert TEN.state(at(3, 11), near=1) is State.RUNNING


def test_the_day_is_that_of_the_zone() -> None:
    evening = datetime(2026, 3, 3, 3, tzinfo=UTC)  # still Monday the 2nd in Mexico City
    assert Deadline(evening, days=1).due_on == date(2026, 3, 3)
    assert Deadline(evening, days=1, zone="Asia/Tokyo").due_on == date(2026, 3, 4)


def test_a_duty_met_stays_met_and_says_if_it_was_late() -> None:
    met = Deadline(at(3, 2), days=1, met_at=at(3, 3, 23))
    late = Deadline(at(3, 2), days=1, met_at=at(3, 4, 0))
    assert met.state(at(5, 1)) is late.state(at(5, 1)) is State.MET
    assert not met.is_late(at(5, 1))
    assert late.is_late(at(5, 1))
    assert met.state(at(3, 3, 10)) is State.NEAR  # before it was met


def test_a_pause_adds_the_business_days_at_whose_end_the_clock_stood() -> None:
    paused = Deadline(at(3, 2), days=10, closed=STATUTORY, pauses=(Pause(at(3, 4), at(3, 6)),))
    assert paused.due_on == date(2026, 3, 19)
    assert paused.state(at(3, 5)) is State.PAUSED
    assert paused.state(at(3, 6)) is State.RUNNING


def test_a_pause_within_one_day_costs_nothing_and_overlapping_ones_count_once() -> None:
    short = Pause(at(3, 4, 9), at(3, 4, 18))
    assert Deadline(at(3, 2), days=10, closed=STATUTORY, pauses=(short,)).due_on == TEN.due_on
    twice = (Pause(at(3, 4), at(3, 6)), Pause(at(3, 5), at(3, 6)))
    assert Deadline(at(3, 2), days=10, closed=STATUTORY, pauses=twice).due_on == date(2026, 3, 19)


def test_while_paused_without_end_nobody_knows_the_day() -> None:
    waiting = Deadline(at(3, 2), days=10, pauses=(Pause(at(3, 4)),))
    assert waiting.due_on is waiting.due_at is waiting.days_left(at(9, 1)) is None
    assert waiting.state(at(9, 1)) is State.PAUSED
    assert not waiting.is_late(at(9, 1))


@pytest.mark.guideline("G8.I")
def test_pausing_an_overdue_duty_does_not_hide_it() -> None:
    assert Deadline(at(3, 2), days=1, pauses=(Pause(at(3, 9)),)).state(at(3, 10)) is State.OVERDUE


@pytest.mark.guideline("A12")
def test_a_month_moves_by_the_paused_days() -> None:
    assert Deadline(at(3, 13), months=1).due_on == date(2026, 4, 13)
    assert Deadline(at(3, 13), months=1, pauses=(Pause(at(3, 20), at(3, 23)),)).due_on == date(2026, 4, 16)
    assert Deadline(at(3, 13), months=1, pauses=(Pause(at(3, 20)),)).due_on is None


@pytest.mark.parametrize("term", [{}, {"days": 1, "months": 1}, {"days": -1}, {"months": -1}])
def test_a_term_is_one_number_above_zero(term: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="a term has"):
        Deadline(at(3, 2), **term)


def test_instants_without_a_zone_and_pauses_that_end_before_they_start_are_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        Deadline(datetime(2026, 3, 2), days=1)
    with pytest.raises(ValueError, match="before it starts"):
        Pause(at(3, 2), at(3, 1))


HOURS = st.integers(0, 24 * 60)


@given(st.integers(1, 60), st.lists(st.tuples(HOURS, st.integers(0, 24 * 20)), max_size=4), HOURS)
def test_states_only_go_forward_and_pauses_never_shorten(days: int, pauses: list[tuple[int, int]], hour: int) -> None:
    stops = tuple(
        Pause(at(3, 2) + timedelta(hours=start), at(3, 2) + timedelta(hours=start + length))
        for start, length in pauses
    )
    free, paused = Deadline(at(3, 2), days=days), Deadline(at(3, 2), days=days, pauses=stops)
    assert free.due_on is not None
    assert paused.due_on is not None
    assert paused.due_on >= free.due_on
    now = at(3, 2) + timedelta(hours=hour)
    if paused.state(now) is State.OVERDUE:
        assert paused.state(now + timedelta(hours=1)) is State.OVERDUE
    assert (paused.state(now) is State.OVERDUE) == (paused.due_at is not None and now > paused.due_at)
