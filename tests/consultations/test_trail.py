"""No step of a trail out of order, whatever is tried."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.trail import NEEDS, OutOfOrder, Step, follow, furthest


@given(st.lists(st.sampled_from(Step), max_size=12))
def test_no_step_is_taken_out_of_order(tried: list[Step]) -> None:
    taken: list[Step] = []
    for step in tried:
        try:
            follow(taken, step)
        except OutOfOrder:
            continue
        taken.append(step)
    for place, step in enumerate(taken):
        needed = NEEDS[step]
        assert needed is None or needed in taken[:place]
    assert taken.count(Step.RECEIVED) <= 1
    assert furthest(taken) == (max(taken, key=list(Step).index) if taken else None)


def test_nothing_is_agreed_undebated_and_nothing_verified_undone() -> None:
    with pytest.raises(OutOfOrder):
        follow([Step.RECEIVED, Step.ANSWERED], Step.AGREED)
    with pytest.raises(OutOfOrder):
        follow([Step.RECEIVED, Step.DELIBERATED, Step.AGREED], Step.VERIFIED)
