"""Whose turn it is: properties that hold for every order of posts."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.modes.dialogue.turn import Side, Turn
from incidencia.deadlines.deadline import Deadline

START = datetime(2026, 3, 2, 16, tzinfo=UTC)
POSTS = st.lists(st.tuples(st.sampled_from(Side), st.integers(1, 400)), max_size=30)


def played(posts: list[tuple[Side, int]]) -> tuple[Turn, datetime]:
    """The turn after posts, each so many hours after the one before."""
    turn, at = Turn(Side.PUBLIC, START), START
    for side, hours in posts:
        at += timedelta(hours=hours)
        turn = turn.after(side, at)
    return turn, at


def term(turn: Turn) -> Deadline:
    """Five business days from its beginning."""
    return Deadline(turn.since, days=5)


@given(POSTS)
def test_each_post_turns_it_to_the_other_side(posts: list[tuple[Side, int]]) -> None:
    turn, _at = played(posts)
    assert turn.side is (posts[-1][0].other if posts else Side.PUBLIC)


@given(POSTS, st.integers(1, 400))
def test_what_the_waiting_side_adds_moves_no_clock(posts: list[tuple[Side, int]], hours: int) -> None:
    turn, at = played(posts)
    assert turn.after(turn.side.other, at + timedelta(hours=hours)) == turn


@pytest.mark.guideline("G8.I")
@given(POSTS, st.integers(0, 5000))
def test_only_the_side_that_owes_the_turn_can_lose_by_silence(posts: list[tuple[Side, int]], hours: int) -> None:
    turn, at = played(posts)
    now = at + timedelta(hours=hours)
    deadline = term(turn)
    assert turn.lost_by(deadline, now) in (None, turn.side)
    assert not turn.may_end_it(turn.side, deadline, now)
    assert turn.may_end_it(turn.side.other, deadline, now) == deadline.is_late(now)


@given(POSTS)
def test_nobody_loses_before_the_term_is_over(posts: list[tuple[Side, int]]) -> None:
    turn, _at = played(posts)
    due = term(turn).due_at
    assert due
    assert not any(turn.may_end_it(side, term(turn), due) for side in Side)
    assert turn.may_end_it(turn.side.other, term(turn), due + timedelta(seconds=1))
