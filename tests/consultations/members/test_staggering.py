"""How many leave at once, and how the ends are staggered: a pure rule."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consultations.members.renewal.staggering import WINDOW_DAYS, Ending, crowds, staggered

FIRST = date(2027, 1, 1)
ENDINGS = st.lists(
    st.tuples(st.sampled_from(["civil", "public"]), st.none() | st.integers(0, 800)), min_size=0, max_size=25
).map(
    lambda rows: [
        Ending(n, side, None if days is None else FIRST + timedelta(days=days)) for n, (side, days) in enumerate(rows)
    ]
)


def ending(key: int, days: int | None, side: str = "civil") -> Ending:
    return Ending(key, side, None if days is None else FIRST + timedelta(days=days))


@pytest.mark.guideline("G20")
def test_more_than_a_third_of_a_side_within_sixty_days_is_too_many_at_once() -> None:
    members = [ending(1, 0), ending(2, 59), ending(3, 300), ending(4, None), ending(5, None)]
    (found,) = crowds(members)
    assert (found.side, found.leaving, found.of, found.empties) == ("civil", 2, 5, False)
    assert (found.first, found.last) == (FIRST, FIRST + timedelta(days=59))


def test_a_third_exactly_is_not_too_many() -> None:
    assert crowds([ending(1, 0), ending(2, 10), *(ending(n, None) for n in range(3, 7))]) == []


def test_the_sixtieth_day_is_outside_the_window() -> None:
    assert crowds([ending(1, 0), ending(2, WINDOW_DAYS), ending(3, None), ending(4, None)]) == []


def test_one_person_alone_is_no_crowd_but_where_the_side_is_left_empty() -> None:
    assert crowds([ending(1, 0), ending(2, None)]) == []
    (found,) = crowds([ending(1, 0)])
    assert found.empties


def test_each_side_counts_for_itself() -> None:
    assert (
        crowds([ending(1, 0, "civil"), ending(2, 0, "public"), ending(3, None, "civil"), ending(4, None, "public")])
        == []
    )


def test_the_proposal_prolongs_the_later_ones() -> None:
    proposed = staggered([ending(1, 0), ending(2, 0), ending(3, 0)])
    assert [(one.key, (one.after - FIRST).days) for one in proposed] == [(2, 60), (3, 120)]


@settings(deadline=None)
@given(ENDINGS)
def test_the_proposal_never_shortens_a_term(members: list[Ending]) -> None:
    assert all(one.after > one.before for one in staggered(members))


@settings(deadline=None)
@given(ENDINGS)
def test_after_the_proposal_no_two_are_a_crowd(members: list[Ending]) -> None:
    moved = {one.key: one.after for one in staggered(members)}
    after = [Ending(m.key, m.side, moved.get(m.key, m.ends_on)) for m in members]
    assert [crowd for crowd in crowds(after) if crowd.leaving > 1] == []
    assert staggered(after) == []


@settings(deadline=None)
@given(ENDINGS)
def test_who_ends_first_stays_first(members: list[Ending]) -> None:
    moved = {one.key: one.after for one in staggered(members)}
    for side in ("civil", "public"):
        order = sorted((m for m in members if m.side == side and m.ends_on), key=lambda m: (m.ends_on, m.key))
        days = [moved.get(m.key, m.ends_on) for m in order]
        assert days == sorted(days)


@settings(deadline=None)
@given(ENDINGS)
def test_every_crowd_is_what_it_says(members: list[Ending]) -> None:
    for crowd in crowds(members):
        of = [m for m in members if m.side == crowd.side]
        within = [m for m in of if m.ends_on and crowd.first <= m.ends_on <= crowd.last]
        assert len(within) == crowd.leaving
        assert len(of) == crowd.of
        assert (crowd.last - crowd.first).days < WINDOW_DAYS
        assert crowd.leaving * 3 > crowd.of
