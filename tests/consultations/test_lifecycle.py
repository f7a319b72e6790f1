"""The state is read from the dates; a boundary instant belongs to what begins."""

from datetime import UTC, datetime, timedelta

import pytest

from consultations.lifecycle import Dates, State, accepts_applications, state

ZERO = datetime(2027, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
DATES = Dates(ZERO, ZERO + DAY, ZERO + 2 * DAY, ends_at=ZERO + 9 * DAY)
STARTED = Dates(ZERO, ZERO + DAY, ZERO + 4 * DAY, started_at=ZERO + 3 * DAY, ends_at=ZERO + 9 * DAY)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-1, State.DRAFT), (0, State.CALLED), (0.9, State.CALLED), (1, State.OPEN), (1.9, State.OPEN),
        (2, State.CLOSED), (8.9, State.CLOSED), (9, State.CONCLUDED),
    ],
)  # fmt: skip
def test_a_call_passes_through_its_states_by_the_clock_alone(days: float, expected: State) -> None:
    assert state(DATES, ZERO + days * DAY) is expected


@pytest.mark.parametrize(("days", "expected"), [(2.9, State.OPEN), (3, State.OPERATING), (9, State.CONCLUDED)])
def test_operation_begins_with_an_act(days: float, expected: State) -> None:
    assert state(STARTED, ZERO + days * DAY) is expected


@pytest.mark.parametrize(("days", "expected"), [(0.5, False), (1, True), (3.5, True), (4, False)])
def test_applications_may_still_arrive_while_it_operates(days: float, expected: bool) -> None:
    assert accepts_applications(STARTED, ZERO + days * DAY) is expected


def test_without_dates_it_is_a_draft_that_nobody_applies_to() -> None:
    assert state(Dates(), ZERO) is State.DRAFT
    assert not accepts_applications(Dates(), ZERO)
