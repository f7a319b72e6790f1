"""A network and its member never both count (A8): the rule itself, whatever the networks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidencia.organizations.counting import counted_once, networks_above

ORGANIZATIONS = st.integers(1, 12)
PRESENT = st.sets(ORGANIZATIONS)
PAIRS = st.lists(st.tuples(ORGANIZATIONS, ORGANIZATIONS).filter(lambda pair: pair[0] != pair[1]), max_size=25)
# Without circles: the network always has the smaller number.
TREES = st.lists(st.tuples(ORGANIZATIONS, ORGANIZATIONS).filter(lambda pair: pair[0] < pair[1]), max_size=25)


@pytest.mark.guideline("A8")
@pytest.mark.parametrize(
    ("present", "pairs", "counted"),
    [
        ({1, 2}, [], {1, 2}),
        ({1, 2}, [(1, 2)], {1}),
        ({2, 3}, [(1, 2), (1, 3)], {2, 3}),  # their network is absent: each counts
        ({1, 2, 3}, [(1, 2), (1, 3)], {1}),
        ({1, 3}, [(1, 2), (2, 3)], {1}),  # the network between them is absent
        ({2, 4}, [(1, 2), (3, 2)], {2, 4}),
        ({1, 2}, [(1, 2), (2, 1)], {1}),  # a circle counts once
        (set(), [(1, 2)], set()),
    ],
)
def test_the_network_counts_and_its_member_does_not(
    present: set[int], pairs: list[tuple[int, int]], counted: set[int]
) -> None:
    assert counted_once(present, pairs) == counted


@pytest.mark.guideline("A8")
@given(PRESENT, PAIRS)
def test_no_two_that_count_are_network_and_member(present: set[int], pairs: list[tuple[int, int]]) -> None:
    above = networks_above(pairs)
    counted = counted_once(present, pairs)
    assert counted <= present
    assert not any(above[one] & (counted - {one}) for one in counted)


@given(PRESENT, PAIRS)
def test_whoever_does_not_count_stands_below_one_that_does(present: set[int], pairs: list[tuple[int, int]]) -> None:
    above = networks_above(pairs)
    counted = counted_once(present, pairs)
    assert all(above[one] & counted for one in present - counted)


@given(PRESENT, PAIRS)
def test_counting_again_changes_nothing(present: set[int], pairs: list[tuple[int, int]]) -> None:
    counted = counted_once(present, pairs)
    assert counted_once(counted, pairs) == counted


@given(PRESENT, TREES, ORGANIZATIONS)
def test_one_more_never_counts_for_two(present: set[int], pairs: list[tuple[int, int]], one: int) -> None:
    assert len(counted_once(present | {one}, pairs)) <= len(counted_once(present, pairs)) + 1
