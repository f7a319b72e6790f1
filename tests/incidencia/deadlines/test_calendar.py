"""Business days and months."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from incidencia.deadlines.calendar import (
    add_business_days,
    add_months,
    business_days_between,
    is_business_day,
)
from incidencia.deadlines.holidays import STATUTORY

DATES = st.dates(date(2020, 1, 1), date(2035, 12, 31))
DAYS = st.integers(0, 120)
CLOSED = st.frozensets(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=40)


@pytest.mark.guideline("G38")
@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2026, 11, 13), 30, date(2026, 12, 29)),  # two holidays within: 16 November, 25 December
        (date(2026, 11, 13), 1, date(2026, 11, 17)),  # a Friday before a Monday off
        (date(2026, 11, 14), 1, date(2026, 11, 17)),  # started on a Saturday
        (date(2026, 12, 31), 1, date(2027, 1, 4)),
        (date(2030, 9, 27), 2, date(2030, 10, 2)),  # a new president takes office on Tuesday 1 October
        (date(2026, 3, 2), 0, date(2026, 3, 2)),
    ],
)
def test_a_term_of_business_days_ends(start: date, days: int, end: date) -> None:
    assert add_business_days(start, days, STATUTORY) == end
    assert business_days_between(start, end, STATUTORY) == days


def test_days_an_authority_closes_make_the_term_longer() -> None:
    closed = frozenset(date(2026, 12, day) for day in range(21, 32)) | {date(2026, 11, 16)}
    assert add_business_days(date(2026, 11, 13), 30, closed) == date(2027, 1, 8)


def test_statutory_days_are_named_in_spanish() -> None:
    assert STATUTORY.name(date(2026, 9, 16)) == "Día de la Independencia"
    assert STATUTORY.name(date(2026, 9, 17)) == ""
    assert date(2051, 5, 1) in STATUTORY


@settings(suppress_health_check=[HealthCheck.too_slow])  # the first draw makes the years
@given(DATES, DAYS, CLOSED)
def test_a_term_ends_on_a_business_day_and_counts_back(start: date, days: int, closed: frozenset[date]) -> None:
    end = add_business_days(start, days, closed)
    assert days == 0 or is_business_day(end, closed)
    assert business_days_between(start, end, closed) == days


@given(DATES, DAYS, DAYS, CLOSED)
def test_two_terms_in_a_row_are_one(start: date, one: int, other: int, closed: frozenset[date]) -> None:
    both = add_business_days(add_business_days(start, one, closed), other, closed)
    assert both == add_business_days(start, one + other, closed)


@given(DATES, DAYS, CLOSED, CLOSED)
def test_more_closed_days_never_end_a_term_sooner(
    start: date, days: int, closed: frozenset[date], more: frozenset[date]
) -> None:
    assert add_business_days(start, days, closed | more) >= add_business_days(start, days, closed)


@given(DATES, DATES, CLOSED)
def test_days_between_change_sign_with_the_direction(one: date, other: date, closed: frozenset[date]) -> None:
    assert business_days_between(one, other, closed) == -business_days_between(other, one, closed)


def test_a_term_has_no_negative_days() -> None:
    with pytest.raises(ValueError, match="negative"):
        add_business_days(date(2026, 1, 1), -1, frozenset())


@pytest.mark.guideline("A12")
@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 3, 13), 1, date(2026, 4, 13)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
    ],
)
def test_a_calendar_month_ends_on_the_same_day_or_the_last_one(start: date, months: int, end: date) -> None:
    assert add_months(start, months) == end


@given(DATES, st.integers(1, 36))
def test_months_lie_about_thirty_days_apart(start: date, months: int) -> None:
    assert abs(add_months(start, months) - start - timedelta(days=30.44 * months)) < timedelta(days=4)
