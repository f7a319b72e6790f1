"""The score: from 0 to 100, never mixed with what could not be verified."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.modes.surveillance.scale import ORDER, Answer, Turn, turn
from consultations.modes.surveillance.score import score

ANSWERS = st.lists(st.tuples(st.sampled_from(list(Answer)), st.integers(1, 100)), max_size=12)


@given(ANSWERS)
def test_it_stands_between_0_and_100_or_is_not_there(rows: list[tuple[Answer, int]]) -> None:
    found = score(rows)
    verifiable = [answer for answer, _weight in rows if answer in ORDER]
    assert (found.points is None) is (not verifiable)
    assert found.points is None or 0 <= found.points <= 100
    assert found.counted == len(verifiable)
    assert found.items == found.counted + found.not_verifiable + found.not_due == len(rows)


@pytest.mark.guideline("E8")
@given(ANSWERS, st.sampled_from([Answer.NOT_VERIFIABLE, Answer.NOT_DUE]), st.integers(1, 100))
def test_what_is_not_verifiable_or_not_due_never_moves_it(
    rows: list[tuple[Answer, int]], answer: Answer, weight: int
) -> None:
    assert score([*rows, (answer, weight)]).points == score(rows).points


@given(ANSWERS, st.integers(1, 100))
def test_a_yes_never_lowers_it_and_a_no_never_raises_it(rows: list[tuple[Answer, int]], weight: int) -> None:
    before = score(rows).points
    if before is not None:
        better, worse = score([*rows, (Answer.YES, weight)]).points, score([*rows, (Answer.NO, weight)]).points
        assert better is not None
        assert worse is not None
        assert worse <= before <= better


@given(ANSWERS)
def test_the_order_of_the_items_does_not_matter(rows: list[tuple[Answer, int]]) -> None:
    assert score(rows) == score(rows[::-1])


@pytest.mark.parametrize(("rows", "points", "shown"), [
    ([(Answer.YES, 1), (Answer.NO, 1)], Fraction(50), "50"),
    ([(Answer.YES, 2), (Answer.PARTLY, 1)], Fraction(250, 3), "83.3"),
    ([(Answer.NO, 5), (Answer.NOT_VERIFIABLE, 100)], Fraction(0), "0"),
    ([(Answer.NOT_VERIFIABLE, 1), (Answer.NOT_DUE, 1)], None, ""),
    ([], None, ""),
])  # fmt: skip
def test_the_formula_gives_what_it_says(rows: list[tuple[Answer, int]], points: Fraction | None, shown: str) -> None:
    found = score(rows)
    assert found.points == points
    assert found.shown == shown


def test_the_share_that_could_not_be_verified_is_of_all_items() -> None:
    found = score([(Answer.YES, 1), (Answer.NOT_VERIFIABLE, 9), (Answer.NOT_DUE, 1)])
    assert found.share_not_verifiable == "33.3"


@pytest.mark.parametrize("weight", [0, -1])
def test_a_weight_that_is_not_above_0_is_no_weight(weight: int) -> None:
    with pytest.raises(ValueError, match="above 0"):
        score([(Answer.YES, weight)])


@given(st.sampled_from(list(Answer)), st.sampled_from(list(Answer)))
def test_a_turn_reads_backwards_the_other_way_round(before: Answer, after: Answer) -> None:
    back = {Turn.BETTER: Turn.WORSE, Turn.WORSE: Turn.BETTER}
    forth = turn(before, after)
    assert turn(after, before) is back.get(forth, forth)
    assert (forth is Turn.UNKNOWN) is (before not in ORDER or after not in ORDER)
