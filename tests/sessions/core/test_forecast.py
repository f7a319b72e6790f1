"""What the answers say of the quorum: it informs, and never promises what the rules would refuse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.core.forecast import COMES, Answer, Outlook, Place, forecast
from sessions.core.ruleset import Rules
from sessions.core.terms import Side

PLACES = st.lists(
    st.builds(
        Place,
        st.sampled_from([Side.CIVIL, Side.PUBLIC]),
        st.booleans(),
        st.one_of(st.none(), st.sampled_from(Answer)),
    ),
    max_size=40,
)
SHARES = st.integers(0, 99)
CIVIL, PUBLIC = Side.CIVIL, Side.PUBLIC


def places(civil: str, public: str) -> list[Place]:
    """One letter for each seat: y comes, n doesn't, u unsure, - has not answered."""
    said = {"y": Answer.VIDEO, "n": Answer.NO, "u": Answer.UNSURE, "-": None}
    return [Place(CIVIL, False, said[c]) for c in civil] + [Place(PUBLIC, True, said[c]) for c in public]


@pytest.mark.guideline("G15", "G22")
@pytest.mark.parametrize(("civil", "public", "outlook"), [
    ("yyy", "y--", Outlook.LIKELY),
    ("yyyy", "---", Outlook.NOT_YET),  # enough people, one side empty so far
    ("yyyy", "nnn", Outlook.DOUBTFUL),  # enough people, one side said no
    ("y--", "---", Outlook.NOT_YET),
    ("ynn", "ynn", Outlook.DOUBTFUL),
    ("", "", Outlook.DOUBTFUL),
])  # fmt: skip
def test_quorum_is_likely_only_with_enough_people_of_both_sides(civil: str, public: str, outlook: Outlook) -> None:
    assert forecast(places(civil, public), Rules(quorum_over_percent=50)).outlook is outlook


def test_officials_with_powers_who_come_are_counted() -> None:
    assert forecast(places("y", "yn"), Rules()).empowered == 1


@given(PLACES, SHARES)
def test_everybody_is_counted_once(seats: list[Place], share: int) -> None:
    said = forecast(seats, Rules(quorum_over_percent=share))
    assert said.yes + said.no + said.unsure + said.unanswered == said.entitled == len(seats)
    assert said.empowered <= said.public


@given(PLACES, SHARES)
def test_what_is_likely_would_open_and_what_is_doubtful_would_not_even_if_all_the_others_came(
    seats: list[Place], share: int
) -> None:
    rules = Rules(quorum_over_percent=share)
    said = forecast(seats, rules)
    coming = [p for p in seats if p.answer in COMES]
    able = [p for p in seats if p.answer is not Answer.NO]
    opens = {p.side for p in coming} == {CIVIL, PUBLIC} and len(coming) >= rules.required(len(seats))
    could = {p.side for p in able} == {CIVIL, PUBLIC} and len(able) >= rules.required(len(seats))
    assert (said.outlook is Outlook.LIKELY) is opens
    assert (said.outlook is Outlook.DOUBTFUL) is (not could)


@given(PLACES, SHARES, st.integers(0, 39))
def test_one_more_yes_never_makes_it_worse(seats: list[Place], share: int, which: int) -> None:
    if which >= len(seats):
        return
    rules, order = Rules(quorum_over_percent=share), [Outlook.DOUBTFUL, Outlook.NOT_YET, Outlook.LIKELY]
    before = forecast(seats, rules).outlook
    seats[which] = Place(seats[which].side, seats[which].empowered, Answer.HALL)
    assert order.index(forecast(seats, rules).outlook) >= order.index(before)
