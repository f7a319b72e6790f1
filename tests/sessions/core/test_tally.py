"""What votes come to: arithmetic that anybody can do again."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.core import tally
from sessions.core.events import Votes
from sessions.core.terms import Base, Choice, Majority, Side

MANY = st.integers(0, 400)
VOTES = st.builds(Votes, MANY, MANY, MANY)
SHARE = {
    Majority.SIMPLE: Fraction(1, 2), Majority.ABSOLUTE: Fraction(1, 2), Majority.TWO_THIRDS: Fraction(2, 3),
    Majority.FOUR_FIFTHS: Fraction(4, 5),
}  # fmt: skip
Case = tuple[Votes, Majority, Base, int, int]
CASES = st.tuples(VOTES, st.sampled_from(list(SHARE)), st.sampled_from(Base), MANY, MANY)


def of(case: Case) -> Case:
    """Nobody votes who is not in the room, nobody is in the room with a vote who is not entitled."""
    votes, majority, base, more, absent = case
    return votes, majority, base, votes.total + more, votes.total + more + absent


@given(CASES)
def test_it_is_carried_exactly_when_the_share_of_the_base_is_reached(
    case: Case,
) -> None:
    votes, majority, base, present, entitled = of(case)
    found = tally.result(votes, majority, base, present=present, entitled=entitled)
    counted = {Base.CAST: votes.in_favour + votes.against, Base.PRESENT: present, Base.ENTITLED: entitled}
    assert found.base == counted[Base.ENTITLED if majority is Majority.ABSOLUTE else base]
    share = SHARE[majority] * found.base
    enough = votes.in_favour > share if SHARE[majority] == Fraction(1, 2) else votes.in_favour >= share
    assert found.carried is (enough and votes.in_favour > 0)


@given(CASES)
def test_a_tie_is_never_carried_and_whatever_is_carried_has_more_for_than_against(
    case: Case,
) -> None:
    votes, majority, base, present, entitled = of(case)
    found = tally.result(votes, majority, base, present=present, entitled=entitled)
    assert found.tied is (votes.in_favour == votes.against)
    if found.carried:
        assert votes.in_favour > votes.against
        assert found.needed <= votes.in_favour


@given(CASES)
def test_one_vote_more_in_favour_never_loses_what_was_carried(case: Case) -> None:
    votes, majority, base, present, entitled = of(case)
    more = Votes(votes.in_favour + 1, votes.against, votes.abstain)
    before = tally.result(votes, majority, base, present=present + 1, entitled=entitled + 1)
    assert (
        not before.carried or tally.result(more, majority, base, present=present + 1, entitled=entitled + 1).carried
    )


@given(st.sampled_from(list(SHARE)), st.sampled_from(Base), MANY)
def test_without_a_vote_in_favour_nothing_is_carried(majority: Majority, base: Base, abstain: int) -> None:
    for entitled in (0, abstain, abstain + 3):
        found = tally.result(Votes(0, 0, abstain), majority, base, present=abstain, entitled=entitled)
        assert not found.carried
        assert found.needed >= 1


@pytest.mark.parametrize(("majority", "base", "needed"), [
    (Majority.SIMPLE, Base.CAST, 4), (Majority.SIMPLE, Base.PRESENT, 5), (Majority.ABSOLUTE, Base.CAST, 6),
    (Majority.TWO_THIRDS, Base.CAST, 4), (Majority.TWO_THIRDS, Base.PRESENT, 6),
    (Majority.TWO_THIRDS, Base.ENTITLED, 7), (Majority.FOUR_FIFTHS, Base.CAST, 5),
    (Majority.FOUR_FIFTHS, Base.PRESENT, 8),
    (Majority.FOUR_FIFTHS, Base.ENTITLED, 8),
])  # fmt: skip
def test_majorities_by_hand(majority: Majority, base: Base, needed: int) -> None:
    """Six votes for or against and two abstentions, of nine present and ten entitled."""
    found = tally.result(Votes(4, 2, 2), majority, base, present=9, entitled=10)
    assert found.needed == needed
    assert found.carried is (needed <= 4)


@given(st.lists(st.tuples(st.sampled_from(Side), st.sampled_from(Choice)), max_size=30), st.integers(1, 6))
def test_sides_are_told_apart_only_where_each_has_enough_and_they_add_up(
    cast: list[tuple[Side, Choice]], least: int
) -> None:
    found = tally.by_side(cast, least)
    there = {side: sum(1 for s, _c in cast if s is side) for side in Side}
    assert all(s.votes.total == there[s.side] >= least for s in found)
    if any(0 < n < least for n in there.values()):
        assert found == ()
    if found:
        total = sum((s.votes for s in found), Votes())
        assert total == tally.votes_of(choice for _side, choice in cast)
