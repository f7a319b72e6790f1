"""How punctual somebody is: figures that neither a pause nor an extension makes prettier."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidencia.deadlines.deadline import Deadline, Extension, Pause
from incidencia.deadlines.punctuality import Duty, Punctuality, punctuality

MEXICO = ZoneInfo("America/Mexico_City")
MONDAY = datetime(2026, 6, 1, 12, tzinfo=MEXICO)
WEEK = timedelta(days=7)
NOW = MONDAY + 3 * WEEK


def duty(met: int | None = None, *, inadmissible: bool = False, start: datetime = MONDAY, **more: Any) -> Duty:
    """Five business days from Monday; `met` is so many days later."""
    met_at = None if met is None else start + timedelta(days=met)
    return Duty(Deadline(start, days=5, met_at=met_at, **more), inadmissible)


PAUSED = {"pauses": (Pause(MONDAY, reason="Se espera un dictamen"),)}
EXTENDED = {"extensions": (Extension(MONDAY, 30, reason="Son muchas"),)}


def test_nothing_yet_says_nothing() -> None:
    assert punctuality([], NOW) == Punctuality()
    assert Punctuality().share_on_time is None


def test_what_was_met_and_what_was_not() -> None:
    found = punctuality([duty(1), duty(2), duty(7), duty(9), duty()], NOW)
    assert (found.counted, found.on_time, found.late, found.overdue, found.waiting) == (5, 3, 1, 1, 0)
    assert found.share_on_time == 60
    assert found.half_within == 5


def test_what_is_not_due_yet_is_not_counted() -> None:
    found = punctuality([duty(start=NOW - timedelta(days=1)), duty(start=NOW + WEEK)], NOW)
    assert (found.counted, found.running) == (0, 1)


def test_what_was_met_before_its_term_began_counts_and_waited_no_day() -> None:
    early = duty(-1, start=NOW + timedelta(hours=12))
    found = punctuality([early], NOW)
    assert (found.counted, found.on_time, found.half_within) == (1, 1, 0)


@pytest.mark.guideline("G8.I")
@pytest.mark.parametrize("more", [PAUSED, EXTENDED])
def test_paused_and_extended_duties_stay_in_the_count(more: dict[str, Any]) -> None:
    found = punctuality([duty(1), duty(**more)], NOW)
    assert (found.counted, found.on_time, found.waiting, found.overdue) == (2, 1, 1, 0)
    assert found.share_on_time == 50
    assert found.paused + found.extended == 1


@pytest.mark.guideline("G8.I")
def test_inadmissible_ones_stay_in_the_count_and_are_said() -> None:
    found = punctuality([duty(1), duty(8, inadmissible=True), duty(inadmissible=True)], NOW)
    assert (found.counted, found.on_time, found.late, found.overdue, found.inadmissible) == (3, 1, 1, 1, 2)


def test_a_pause_does_not_make_the_wait_shorter() -> None:
    assert punctuality([duty(14, **PAUSED)], NOW).half_within == 10


@pytest.mark.guideline("G8.I")
def test_what_was_never_met_makes_the_wait_longer_not_shorter() -> None:
    assert punctuality([duty(1), duty(), duty()], NOW).half_within is None
    assert punctuality([duty(1), duty(2), duty()], NOW).half_within == 2


def test_a_share_is_never_rounded_up() -> None:
    assert punctuality([*(duty(1) for _ in range(199)), duty()], NOW).share_on_time == 99


DUTIES = st.lists(
    st.builds(
        lambda met, start, paused, extended: duty(
            met, start=MONDAY + timedelta(days=start), **(PAUSED if paused else {}), **(EXTENDED if extended else {})
        ),
        st.one_of(st.none(), st.integers(0, 40)), st.integers(0, 40), st.booleans(), st.booleans(),
    ),
    max_size=12,
)  # fmt: skip


@given(DUTIES, st.integers(0, 60))
def test_the_parts_add_up(duties: list[Duty], days: int) -> None:
    now = MONDAY + timedelta(days=days)
    found = punctuality(duties, now)
    assert found.counted == found.on_time + found.late + found.overdue + found.waiting
    assert found.counted + found.running == sum(one.deadline.starts_at <= now for one in duties)


@given(DUTIES, st.integers(0, 60))
def test_taking_pauses_and_extensions_away_counts_the_same_ones(duties: list[Duty], days: int) -> None:
    now = MONDAY + timedelta(days=days)
    plain = [Duty(Deadline(d.deadline.starts_at, days=5, met_at=d.deadline.met_at)) for d in duties]
    assert punctuality(duties, now).counted == punctuality(plain, now).counted
    assert punctuality(duties, now).half_within == punctuality(plain, now).half_within
