"""Progress from weights: a share, whatever the order, and only all of it is all."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.modes.comanagement.programmes.counting import percent
from consultations.modes.comanagement.progress import Part, progress, task

SHARES = st.fractions(0, 1, max_denominator=50)
PARTS = st.lists(st.builds(Part, st.integers(1, 1000), SHARES), max_size=12)


@given(PARTS)
def test_progress_lies_between_nothing_and_all(parts: list[Part]) -> None:
    assert 0 <= progress(parts) <= 1
    assert 0 <= percent(progress(parts)) <= 100


@given(PARTS, st.randoms())
def test_progress_does_not_depend_on_the_order(parts: list[Part], chance: object) -> None:
    other = list(parts)
    chance.shuffle(other)  # type: ignore[attr-defined]
    assert progress(other) == progress(parts)


@given(PARTS)
def test_all_is_done_only_when_each_part_is(parts: list[Part]) -> None:
    assert (progress(parts) == 1) == (bool(parts) and all(part.done == 1 for part in parts))
    assert (percent(progress(parts)) == 100) == (progress(parts) == 1)


@given(PARTS, st.integers(1, 1000))
def test_one_more_done_never_takes_anything_away(parts: list[Part], weight: int) -> None:
    assert progress([*parts, task(weight, done=True)]) >= progress([*parts, task(weight, done=False)])


@given(PARTS, st.integers(2, 9))
def test_the_scale_of_weights_does_not_matter(parts: list[Part], times: int) -> None:
    assert progress(Part(part.weight * times, part.done) for part in parts) == progress(parts)


@pytest.mark.parametrize(
    ("weight", "done"), [(0, Fraction(0)), (-3, Fraction(0)), (1, Fraction(3, 2)), (1, Fraction(-1))]
)
def test_a_weight_below_one_or_a_share_beyond_is_no_part(weight: int, done: Fraction) -> None:
    with pytest.raises(ValueError, match=r"weight|share"):
        Part(weight, done)


def test_weights_decide_how_much_a_part_counts() -> None:
    assert progress([task(3, done=True), task(1, done=False)]) == Fraction(3, 4)
    assert progress([]) == 0
