"""Hands in the hall: counted by two, never more than people, nobody twice."""

import pytest

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.refusals import Code
from sessions.core.terms import Method, Via
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, GAEL, Stage
from tests.sessions.core.test_meeting import refused
from tests.sessions.core.test_votes import FOR, put, room


def hall(*there: str) -> Stage:
    return put(Method.SHOW, room(via=dict.fromkeys(there, Via.HALL)))


def test_totals_of_the_hall_hold_when_two_people_counted_the_same() -> None:
    stage = hall(BRUNO, GAEL)
    stage.ask(DORA, FOR)
    stage.ask(ALBA, c.CountHall(1, 1, 0))
    assert refused(stage, DORA, c.CloseVote()) is Code.HALL_UNSETTLED
    assert refused(stage, ALBA, c.CountHall(1, 1, 0)) is Code.ALREADY_COUNTED
    stage.ask(ELIAS, c.CountHall(2, 0, 0))
    assert refused(stage, DORA, c.CloseVote()) is Code.HALL_UNSETTLED
    stage.ask(ELIAS, c.CountHall(1, 1, 0))
    stage.ask(DORA, c.CloseVote())
    vote = stage.room.vote
    assert vote is not None
    assert (vote.votes, vote.hall_votes, vote.by_side) == (e.Votes(2, 1, 0), e.Votes(1, 1, 0), ())


def test_the_hall_never_counts_more_hands_than_people_nor_anybody_twice() -> None:
    stage = hall(BRUNO, GAEL)
    assert refused(stage, ALBA, c.CountHall(2, 1, 0)) is Code.HALL_EXCEEDED
    stage.ask(ALBA, FOR, on_behalf_of=BRUNO, via=Via.HALL)
    assert refused(stage, ALBA, c.CountHall(1, 1, 0)) is Code.HALL_EXCEEDED
    stage.ask(ALBA, c.CountHall(0, 1, 0))
    assert refused(stage, GAEL, FOR) is Code.HALL_COUNTED
    assert refused(stage, ALBA, c.CountHall(-1, 1, 1)) is Code.NUMBER_OUT_OF_RANGE


def test_one_person_does_not_count_for_two() -> None:
    stage = hall(GAEL)
    stage.ask(ALBA, c.CountHall(1, 0, 0))
    assert refused(stage, ALBA, c.CountHall(1, 0, 0), on_behalf_of=GAEL, via=Via.HALL) is Code.NOT_YOURS


@pytest.mark.parametrize("method", [Method.ROLL_CALL, Method.SECRET])
def test_hands_are_counted_in_a_show_of_hands_alone(method: Method) -> None:
    stage = room(via={GAEL: Via.HALL})
    assert refused(put(method, stage), ALBA, c.CountHall(1, 0, 0)) is Code.NO_HALL
