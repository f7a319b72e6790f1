"""The state of a round is read from the clock: it never goes back by itself, and publication waits for the reply."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.modes.surveillance.rounds import Instants, State

START = datetime(2026, 3, 2, 12, tzinfo=UTC)
ORDER = [
    State.DESIGNED,
    State.ANNOUNCED,
    State.COLLECTING,
    State.REPLYING,
    State.REPLIED,
    State.SILENT,
    State.PUBLISHED,
]
HOURS = st.integers(1, 500)


@st.composite
def rounds(draw: st.DrawFn) -> Instants:
    """A round as the services make it: each instant after the one before."""
    announced = START + timedelta(hours=draw(HOURS))
    collects = announced + timedelta(hours=draw(HOURS))
    sent = collects + timedelta(hours=draw(HOURS))
    until = sent + timedelta(hours=draw(HOURS))
    claimed = draw(st.none() | st.just(sent + timedelta(hours=draw(HOURS))))
    completed = draw(st.none() | st.just(sent + timedelta(hours=draw(HOURS))))
    whole = Instants(announced, collects, sent, until, claimed, completed)
    earliest = completed if completed and completed <= until else until + timedelta(seconds=1)
    published = draw(st.none() | st.just(earliest + timedelta(hours=draw(HOURS))))
    return replace(whole, published_at=published)


@given(rounds(), st.lists(st.integers(0, 3000), min_size=2, max_size=8))
def test_time_alone_never_takes_a_round_back(row: Instants, hours: list[int]) -> None:
    places = [ORDER.index(row.state(START + timedelta(hours=h))) for h in sorted(hours)]
    assert places == sorted(places)


@given(rounds(), st.integers(0, 3000))
def test_it_may_be_published_only_after_the_reply_or_its_term(row: Instants, hours: int) -> None:
    at = START + timedelta(hours=hours)
    if row.may_publish(at):
        assert row.replies_until
        over = at > row.replies_until
        assert over or (row.completed_at is not None and row.completed_at <= at)


@given(rounds())
def test_a_late_reply_does_not_undo_the_silence(row: Instants) -> None:
    assert row.replies_until
    late = replace(row, claimed_at=row.replies_until + timedelta(hours=1), completed_at=None, published_at=None)
    assert late.was_silent
    assert late.state(row.replies_until + timedelta(hours=2)) is State.SILENT
    in_time = replace(late, claimed_at=row.replies_until)
    assert not in_time.was_silent
    assert in_time.state(row.replies_until + timedelta(seconds=1)) is State.REPLIED


@pytest.mark.parametrize(("hour", "state"), [
    (-1, State.DESIGNED), (0, State.ANNOUNCED), (9, State.ANNOUNCED), (10, State.COLLECTING), (20, State.REPLYING),
    (30, State.REPLYING), (31, State.SILENT), (40, State.PUBLISHED),
])  # fmt: skip
def test_boundaries(hour: int, state: State) -> None:
    at = [START + timedelta(hours=n) for n in (0, 10, 20, 30, 40)]
    row = Instants(at[0], at[1], at[2], at[3], published_at=at[4])
    assert row.state(START + timedelta(hours=hour)) is state


def test_a_plan_is_designed_for_ever() -> None:
    assert Instants().state(START + timedelta(days=9999)) is State.DESIGNED
    assert not Instants().was_silent
