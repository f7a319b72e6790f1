"""Criteria: pure, recountable, silence is no assent."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consultations.bylaws.criteria import Criterion, Tally, all_spoke, is_met

TALLIES = st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)).map(
    lambda row: Tally(sum(row), row[0], row[1])
)


@pytest.mark.guideline("G31")
@pytest.mark.parametrize(
    ("criterion", "sides", "met"),
    [
        (Criterion.MAJORITY, (Tally(3, 2, 1), Tally(1, 1)), True),
        (Criterion.MAJORITY, (Tally(4, 2, 0), Tally(1, 1)), False),
        (Criterion.MAJORITY, (Tally(9, 9, 0), Tally(1, 0)), False),
        (Criterion.CONSENSUS, (Tally(3, 2, 0), Tally(1, 1)), True),
        (Criterion.CONSENSUS, (Tally(3, 2, 1), Tally(1, 1)), False),
        (Criterion.CONSENSUS, (Tally(0), Tally(1, 1)), False),
    ],
)
def test_more_than_half_of_each_side_and_for_consensus_nobody_against(
    criterion: Criterion, sides: tuple[Tally, Tally], met: bool
) -> None:
    assert is_met(criterion, sides) is met


@settings(deadline=None)
@given(TALLIES, TALLIES)
def test_what_is_consensus_is_a_majority_too(civil: Tally, public: Tally) -> None:
    if is_met(Criterion.CONSENSUS, (civil, public)):
        assert is_met(Criterion.MAJORITY, (civil, public))


@settings(deadline=None)
@given(TALLIES)
def test_an_empty_side_approves_nothing(other: Tally) -> None:
    assert not any(is_met(criterion, (Tally(0), other)) for criterion in Criterion)


@settings(deadline=None)
@given(TALLIES, TALLIES)
def test_everybody_spoke_when_nobody_is_silent(civil: Tally, public: Tally) -> None:
    assert all_spoke((civil, public)) is (civil.silent + public.silent == 0)
