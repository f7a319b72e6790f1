"""The state of an activity, whatever its instants."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from consultations.activities.window import State, Window

START = datetime(2026, 1, 1, tzinfo=UTC)
instants = st.one_of(st.none(), st.integers(0, 1000).map(lambda hours: START + timedelta(hours=hours)))
windows = st.builds(Window, instants, instants, instants, instants)
ORDER = [State.DRAFT, State.COMING, State.OPEN, State.CLOSED, State.CANCELLED]


@given(windows, st.integers(0, 1000), st.integers(0, 1000))
def test_time_never_takes_an_activity_back(window: Window, one: int, other: int) -> None:
    first, last = sorted((one, other))
    before, after = (window.state(START + timedelta(hours=hours)) for hours in (first, last))
    assert ORDER.index(before) <= ORDER.index(after)


@given(windows, st.integers(0, 1000))
def test_it_is_open_only_between_its_instants(window: Window, hours: int) -> None:
    at = START + timedelta(hours=hours)
    if window.state(at) is State.OPEN:
        assert window.published_at is not None
        assert window.published_at <= at
        assert window.opens_at is None or window.opens_at <= at
        assert window.closes_at is None or at < window.closes_at
        assert window.cancelled_at is None or at < window.cancelled_at
