"""The term of papers, counted in business days (G27.I)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.core.circulation import first_day, last_day, short_by

DAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31))
TERMS = st.integers(0, 20)
CLOSED = st.frozensets(st.dates(date(2024, 1, 1), date(2032, 12, 31)), max_size=30)
TUESDAY = date(2026, 3, 10)


@pytest.mark.guideline("G27.I")
@pytest.mark.parametrize(("came", "short"), [
    (date(2026, 3, 2), 0),  # a Monday: five business days lie between
    (date(2026, 3, 3), 1),
    (date(2026, 3, 6), 4),
    (date(2026, 3, 8), 4),  # a Sunday leaves the Monday
    (date(2026, 3, 9), 5),
    (date(2026, 3, 10), 5),  # the day itself
    (date(2026, 3, 12), 5),  # afterwards
])  # fmt: skip
def test_neither_the_day_it_came_nor_the_day_of_the_session_counts(came: date, short: int) -> None:
    assert short_by(came, TUESDAY, 5, frozenset()) == short


def test_a_day_off_counts_for_nobody() -> None:
    assert short_by(date(2026, 3, 2), TUESDAY, 5, frozenset({date(2026, 3, 5)})) == 1


@given(DAYS, TERMS, CLOSED)
def test_the_last_day_is_in_time_and_the_next_business_day_is_not(
    day: date, days: int, closed: frozenset[date]
) -> None:
    last = last_day(day, days, closed)
    assert short_by(last, day, days, closed) == 0
    if days:
        assert short_by(last + timedelta(days=1), day, days, closed) == 1


@given(DAYS, TERMS, CLOSED)
def test_the_first_day_of_a_session_is_a_business_day_in_time_and_no_earlier_one_is(
    came: date, days: int, closed: frozenset[date]
) -> None:
    first = first_day(came, days, closed)
    assert first.weekday() < 5
    assert first not in closed
    assert short_by(came, first, days, closed) == 0
    earlier = (came + timedelta(days=n) for n in range(1, (first - came).days))
    business = [day for day in earlier if day.weekday() < 5 and day not in closed]
    assert all(short_by(came, day, days, closed) for day in business)


@given(DAYS, st.integers(0, 40), st.integers(0, 40), TERMS, CLOSED)
def test_whoever_circulates_later_is_never_less_late(
    day: date, one: int, other: int, days: int, closed: frozenset[date]
) -> None:
    sooner, later = day - timedelta(days=max(one, other)), day - timedelta(days=min(one, other))
    assert 0 <= short_by(sooner, day, days, closed) <= short_by(later, day, days, closed) <= days
