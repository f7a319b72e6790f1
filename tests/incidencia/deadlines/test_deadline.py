"""A duty with its clock."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidencia.deadlines.deadline import Deadline, Extension, Pause, State
from incidencia.deadlines.holidays import STATUTORY

MEXICO = ZoneInfo("America/Mexico_City")


def at(month: int, day: int, hour: int = 12, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, tzinfo=MEXICO)


def stop(start: datetime, end: datetime | None = None) -> Pause:
    return Pause(start, end, reason="Se espera un dictamen")


def more(given: datetime, days: int) -> Extension:
    return Extension(given, days, reason="Son 400 propuestas", by="Alba Ruiz, Dirección de área")


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
    paused = Deadline(at(3, 2), days=10, closed=STATUTORY, pauses=(stop(at(3, 4), at(3, 6)),))
    assert paused.due_on == date(2026, 3, 19)
    assert paused.state(at(3, 5)) is State.PAUSED
    assert paused.state(at(3, 6)) is State.RUNNING


def test_a_pause_within_one_day_costs_nothing_and_overlapping_ones_count_once() -> None:
    short = stop(at(3, 4, 9), at(3, 4, 18))
    assert Deadline(at(3, 2), days=10, closed=STATUTORY, pauses=(short,)).due_on == TEN.due_on
    twice = (stop(at(3, 4), at(3, 6)), stop(at(3, 5), at(3, 6)))
    assert Deadline(at(3, 2), days=10, closed=STATUTORY, pauses=twice).due_on == date(2026, 3, 19)


def test_while_paused_without_end_nobody_knows_the_day() -> None:
    waiting = Deadline(at(3, 2), days=10, pauses=(stop(at(3, 4)),))
    assert waiting.due_on is waiting.due_at is waiting.days_left(at(9, 1)) is None
    assert waiting.state(at(9, 1)) is State.PAUSED
    assert not waiting.is_late(at(9, 1))


@pytest.mark.guideline("G8.I")
def test_pausing_an_overdue_duty_does_not_hide_it() -> None:
    assert Deadline(at(3, 2), days=1, pauses=(stop(at(3, 9)),)).state(at(3, 10)) is State.OVERDUE


@pytest.mark.guideline("A12")
def test_a_month_moves_by_the_paused_days() -> None:
    assert Deadline(at(3, 13), months=1).due_on == date(2026, 4, 13)
    assert Deadline(at(3, 13), months=1, pauses=(stop(at(3, 20), at(3, 23)),)).due_on == date(2026, 4, 16)
    assert Deadline(at(3, 13), months=1, pauses=(stop(at(3, 20)),)).due_on is None


@pytest.mark.parametrize("term", [{}, {"days": 1, "months": 1}, {"days": -1}, {"months": -1}])
def test_a_term_is_one_number_above_zero(term: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="a term has"):
        Deadline(at(3, 2), **term)


def test_instants_without_a_zone_and_pauses_that_end_before_they_start_are_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        Deadline(datetime(2026, 3, 2), days=1)
    with pytest.raises(ValueError, match="before it starts"):
        stop(at(3, 2), at(3, 1))


def test_a_pause_and_an_extension_have_a_reason() -> None:
    with pytest.raises(ValueError, match="reason"):
        Pause(at(3, 2), reason=" ")
    with pytest.raises(ValueError, match="reason"):
        Extension(at(3, 2), 3, reason="")
    with pytest.raises(ValueError, match="above 0"):
        Extension(at(3, 2), 0, reason="Ninguna")


def test_days_left_are_those_that_still_count() -> None:
    paused = Deadline(at(3, 2), days=10, closed=STATUTORY, pauses=(stop(at(3, 4), at(3, 6)),))
    assert paused.due_on == date(2026, 3, 19)
    assert paused.days_left(at(3, 2)) == 10
    assert paused.days_left(at(3, 3)) == paused.days_left(at(3, 4)) == paused.days_left(at(3, 5)) == 9


def test_an_extension_adds_business_days_after_the_last_one() -> None:
    longer = Deadline(at(3, 2), days=10, closed=STATUTORY, extensions=(more(at(3, 17, 20), 5),))
    assert TEN.due_on == longer.first_due_on == date(2026, 3, 17)
    assert longer.due_on == date(2026, 3, 24)
    assert Deadline(at(3, 13), months=1, extensions=(more(at(3, 20), 2),)).due_on == date(2026, 4, 15)


@pytest.mark.guideline("G8.I")
def test_an_extension_given_when_the_term_was_over_adds_nothing() -> None:
    late = Deadline(at(3, 2), days=10, closed=STATUTORY, extensions=(more(at(3, 18, 0), 5),))
    assert late.due_on == TEN.due_on
    assert late.given == ()
    assert late.state(at(3, 19)) is State.OVERDUE
    second = Deadline(at(3, 2), days=10, closed=STATUTORY, extensions=(more(at(3, 18), 5), more(at(3, 17), 1)))
    assert second.due_on == date(2026, 3, 25)  # the earlier one kept the term open


def test_how_late_and_how_long_in_business_days() -> None:
    late = Deadline(at(3, 2), days=1, closed=STATUTORY, met_at=at(3, 17), pauses=(stop(at(3, 10), at(3, 12)),))
    assert (late.days_late(at(5, 1)), late.waited(at(5, 1))) == (9, 10)
    assert (TEN.days_late(at(3, 17)), TEN.days_late(at(3, 20))) == (0, 3)


def test_of_pauses_that_overlap_the_longest_is_the_one_told() -> None:
    short, long, open_ = stop(at(3, 4), at(3, 6)), stop(at(3, 5), at(3, 9)), stop(at(3, 5, 18))
    assert Deadline(at(3, 2), days=10, pauses=(short, long)).pause_at(at(3, 5)) is long
    assert Deadline(at(3, 2), days=10, pauses=(open_, short, long)).pause_at(at(3, 5, 20)) is open_
    assert TEN.pause_at(at(3, 5)) is None


HOURS = st.integers(0, 24 * 60)


@given(st.integers(1, 60), st.lists(st.tuples(HOURS, st.integers(0, 24 * 20)), max_size=4), HOURS)
def test_states_only_go_forward_and_pauses_never_shorten(days: int, pauses: list[tuple[int, int]], hour: int) -> None:
    stops = tuple(
        stop(at(3, 2) + timedelta(hours=start), at(3, 2) + timedelta(hours=start + length))
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


LENGTHS = st.one_of(st.none(), st.integers(0, 24 * 20))
PAUSES = st.builds(
    lambda start, length: stop(
        at(3, 2) + timedelta(hours=start), None if length is None else at(3, 2) + timedelta(hours=start + length)
    ),
    HOURS,
    LENGTHS,
)
EXTENSIONS = st.builds(lambda hour, days: more(at(3, 2) + timedelta(hours=hour), days), HOURS, st.integers(1, 30))
TERMS = st.one_of(
    st.builds(lambda days: {"days": days}, st.integers(1, 60)), st.builds(lambda n: {"months": n}, st.integers(1, 3))
)
LATEST = date.max  # what an end that nobody knows counts as


def end(term: dict[str, int], pauses: list[Pause], extensions: list[Extension] | None = None) -> date:
    made = Deadline(at(3, 2), closed=STATUTORY, pauses=tuple(pauses), extensions=tuple(extensions or ()), **term)
    return made.due_on or LATEST


@given(TERMS, st.lists(PAUSES, max_size=4), PAUSES, st.lists(EXTENSIONS, max_size=3))
def test_no_clock_loses_a_pause(
    term: dict[str, int], pauses: list[Pause], one: Pause, extensions: list[Extension]
) -> None:
    assert end(term, [*pauses, one]) >= end(term, pauses)
    assert end(term, [*pauses, one], extensions) >= end(term, pauses, extensions)


@given(TERMS, st.lists(PAUSES, min_size=1, max_size=4), st.randoms())
def test_pauses_that_overlap_count_once_in_any_order(term: dict[str, int], pauses: list[Pause], chance: Any) -> None:
    shuffled = pauses * 2
    chance.shuffle(shuffled)
    assert end(term, shuffled) == end(term, pauses)
    last = max((pause.end for pause in pauses), key=lambda at_end: (at_end is None, at_end or at(1, 1)))
    if None in [pause.end for pause in pauses]:
        last = None
    assert end(term, pauses) <= end(term, [*pauses, stop(min(pause.start for pause in pauses), last)])


@given(st.integers(1, 40), st.lists(PAUSES, max_size=4), st.lists(EXTENSIONS, max_size=3))
def test_days_that_count_are_the_term_and_what_was_given(
    days: int, pauses: list[Pause], extensions: list[Extension]
) -> None:
    made = Deadline(at(3, 2), days=days, closed=STATUTORY, pauses=tuple(pauses), extensions=tuple(extensions))
    if made.due_on is None:
        return
    first = date(2026, 3, 2)
    counted = [made.counts(first + timedelta(n)) for n in range(1, (made.due_on - first).days + 1)]
    assert sum(counted) == days + sum(extension.days for extension in made.given)
    assert counted[-1]
    assert made.days_left(at(3, 2)) == sum(counted)


@given(TERMS, st.lists(PAUSES, max_size=3), st.lists(EXTENSIONS, max_size=3), EXTENSIONS)
def test_an_extension_never_brings_the_end_nearer(
    term: dict[str, int], pauses: list[Pause], extensions: list[Extension], one: Extension
) -> None:
    assert end(term, pauses, [*extensions, one]) >= end(term, pauses, extensions)


@given(st.integers(1, 30), st.lists(PAUSES, max_size=3), st.lists(EXTENSIONS, max_size=2), HOURS)
def test_what_is_overdue_stays_so_whatever_is_given_afterwards(
    days: int, pauses: list[Pause], extensions: list[Extension], hour: int
) -> None:
    now = at(3, 2) + timedelta(hours=hour)
    made = Deadline(at(3, 2), days=days, pauses=tuple(pauses), extensions=tuple(extensions))
    if made.state(now) is State.OVERDUE:
        afterwards = Deadline(
            at(3, 2), days=days, pauses=(*pauses, stop(now)), extensions=(*extensions, more(now, 30))
        )
        assert afterwards.state(now) is State.OVERDUE
