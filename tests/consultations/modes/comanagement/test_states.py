"""The pure rules: two keys whatever happens in whatever order, and who must act."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.modes.comanagement import states
from consultations.modes.comanagement.states import CIVIL, PUBLIC, SIDES, Cannot, Facts, Key, Pace, State

KEYS = st.builds(Key, st.sampled_from(sorted(SIDES)), st.integers(1, 3))
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("start"), st.lists(KEYS, max_size=3)),
        st.tuples(st.just("accept"), KEYS),
        st.tuples(
            st.sampled_from(["deliver", "give_back", "block", "unblock", "dispute", "cancel"]), st.none()
        ),
        st.tuples(
            st.just("settle"),
            st.dictionaries(st.sampled_from(sorted(SIDES)), st.sampled_from(["a", "b"]), max_size=2),
        ),
    ),
    max_size=25,
)  # fmt: skip


def played(acts: list[tuple[str, object]]) -> tuple[Facts, list[Facts]]:
    """What these acts make, those that cannot be left out, and each state on the way."""
    facts, way = Facts(), [Facts()]
    for name, of in acts:
        try:
            facts = getattr(states, name)(facts) if of is None else getattr(states, name)(facts, of)
        except Cannot:
            continue
        way.append(facts)
    return facts, way


def by(person: int, of: object) -> object:
    """The same keys in the hand of one person."""
    if isinstance(of, list):
        return [Key(key.side, person) for key in of]
    return Key(of.side, person) if isinstance(of, Key) else of


@pytest.mark.guideline("G11.V")
@given(ACTS)
def test_nothing_is_done_without_both_keys_of_two_people(acts: list[tuple[str, object]]) -> None:
    for facts in played(acts)[1]:
        if facts.state is State.DONE:
            assert {key.side for key in facts.keys} == SIDES
            assert len({key.person for key in facts.keys}) == 2
            assert facts.started


@given(ACTS, st.integers(1, 3))
def test_one_person_alone_never_finishes_a_task(acts: list[tuple[str, object]], person: int) -> None:
    facts, way = played([(name, by(person, of)) for name, of in acts])
    assert not facts.started
    assert all(one.state in (State.PROPOSED, State.CANCELLED) for one in way)


@given(ACTS, st.sampled_from(sorted(SIDES)))
def test_one_side_alone_never_finishes_a_task(acts: list[tuple[str, object]], side: str) -> None:
    begun = [("start", [Key(CIVIL, 1), Key(PUBLIC, 2)]), ("deliver", None)]
    alone = [(name, of) for name, of in acts if not isinstance(of, Key) or of.side == side]
    assert all(one.state is not State.DONE for one in played([*begun, *alone])[1])


@given(ACTS)
def test_what_is_over_stays_over(acts: list[tuple[str, object]]) -> None:
    way = [one.state for one in played(acts)[1]]
    for before, after in pairwise(way):
        if before in (State.DONE, State.CANCELLED):
            assert after is before


@given(ACTS)
def test_whenever_a_task_is_open_somebody_must_act(acts: list[tuple[str, object]]) -> None:
    for facts in played(acts)[1]:
        waits = states.must_act(facts, accepted=SIDES if facts.started else (), blocked_by="third")
        assert bool(waits) == (facts.state in states.OPEN)


def test_keys_returned_with_the_result_count_no_more() -> None:
    facts = Facts(started=True)
    facts = states.accept(states.deliver(facts), Key(CIVIL, 1))
    facts = states.deliver(states.give_back(facts))
    assert facts.keys == frozenset()
    assert states.accept(facts, Key(PUBLIC, 2)).state is State.DELIVERED


@pytest.mark.parametrize(("key", "code"), [
    (Key(CIVIL, 9), "side-accepted"), (Key(PUBLIC, 1), "same-person"), (Key("guest", 3), "no-side"),
])  # fmt: skip
def test_a_key_is_refused_for_a_side_or_a_person_twice(key: Key, code: str) -> None:
    facts = states.accept(Facts(started=True, delivered=True), Key(CIVIL, 1))
    with pytest.raises(Cannot, match=code):
        states.accept(facts, key)


def test_who_must_act_is_told_by_what_waits() -> None:
    begun = Facts(started=True)
    assert states.must_act(Facts(), accepted=[CIVIL]) == {PUBLIC}
    assert states.must_act(begun, accepted=SIDES) == SIDES
    assert states.must_act(begun, accepted=SIDES, asked_by=CIVIL) == {PUBLIC}
    assert states.must_act(begun, accepted=[PUBLIC]) == {CIVIL}
    assert states.must_act(Facts(started=True, blocked=True), accepted=SIDES, blocked_by="third") == {"third"}
    delivered = Facts(started=True, delivered=True, keys=frozenset({Key(PUBLIC, 2)}))
    assert states.must_act(delivered, accepted=SIDES) == {CIVIL}
    assert states.must_act(Facts(cancelled=True)) == frozenset()


@pytest.mark.parametrize(("words", "same"), [
    ({CIVIL: "Dos charlas", PUBLIC: "Dos  charlas\n"}, True), ({CIVIL: "Dos charlas"}, False),
    ({CIVIL: "Dos charlas", PUBLIC: "Dos Charlas"}, False), ({CIVIL: " ", PUBLIC: ""}, False),
])  # fmt: skip
def test_a_dispute_is_settled_by_the_same_words_of_both(words: dict[str, str], same: bool) -> None:
    facts = states.settle(states.dispute(Facts(started=True)), words)
    assert facts.disputed is not same


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(-40, 40))
def test_the_day_itself_is_not_late(due: date, days: int) -> None:
    pace = states.pace(due, due + timedelta(days=days))
    assert (pace is Pace.OVERDUE) == (days > 0)
    assert (pace is Pace.NEAR) == (-states.NEAR <= days <= 0)
