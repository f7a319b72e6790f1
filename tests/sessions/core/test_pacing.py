"""The time of a turn and how it ends: the floor withdrawn, times by role and by second turn, the chair's time."""

from datetime import timedelta

import pytest

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.refusals import Code
from tests.sessions.core.stage import ALBA, BRUNO, DORA, GAEL, Stage
from tests.sessions.core.test_meeting import refused


def speaking(seat: str = BRUNO, **rules: object) -> Stage:
    """Somebody has the floor of item 3."""
    stage = Stage(**rules).listing()
    stage.ask(seat, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor())
    return stage


def test_the_chair_withdraws_the_floor_and_the_turn_keeps_why() -> None:
    stage = speaking().wait(200)
    stage.ask(DORA, c.WithdrawFloor(" Went on beyond the time "))
    assert stage.log[-1].event == e.FloorWithdrawn("t1", "Went on beyond the time")
    turn = stage.room.turns[-1]
    assert stage.room.floor.speech is None
    assert (turn.used, turn.ended, turn.withdrawn) == (timedelta(seconds=200), stage.now, "Went on beyond the time")


def test_a_turn_that_ends_by_itself_was_not_withdrawn() -> None:
    stage = speaking()
    stage.ask(DORA, c.EndSpeech())
    assert stage.room.turns[-1].withdrawn == ""


def test_the_secretariat_withdraws_the_floor_on_the_chairs_instruction_only_where_the_rules_let_it() -> None:
    stage = speaking()
    stage.ask(ALBA, c.WithdrawFloor("As instructed"))
    assert stage.log[-1].instructed_by == DORA
    assert refused(speaking(chair_instructs=False), ALBA, c.WithdrawFloor("x")) is Code.NOT_YOURS


@pytest.mark.parametrize(("by", "prepare", "command", "code"), [
    (BRUNO, [], c.WithdrawFloor("Mine"), Code.NOT_YOURS),
    (GAEL, [], c.WithdrawFloor("Theirs"), Code.NOT_YOURS),
    (DORA, [], c.WithdrawFloor("  "), Code.REASON_NEEDED),
    (DORA, [], c.WithdrawFloor("x" * 2_001), Code.TOO_LONG),
    (DORA, [(GAEL, c.RaisePointOfOrder("Order"))], c.WithdrawFloor("x"), Code.POINT_PENDING),
    (DORA, [(DORA, c.EndSpeech())], c.WithdrawFloor("x"), Code.NOBODY_SPEAKS),
    (DORA, [(DORA, c.Suspend("Break"))], c.WithdrawFloor("x"), Code.WRONG_PHASE),
])  # fmt: skip
def test_what_withdrawing_the_floor_needs(
    by: str, prepare: list[tuple[str, c.Command]], command: c.Command, code: Code
) -> None:
    stage = speaking()
    for who, act in prepare:
        stage.ask(who, act)
    before = stage.room
    assert refused(stage, by, command) is code
    assert stage.room == before


def test_off_the_record_the_floor_is_withdrawn_too() -> None:
    stage = speaking()
    stage.ask(DORA, c.GoOffRecord("Somebody else's paper"))
    stage.ask(DORA, c.WithdrawFloor("Time"))
    assert stage.room.floor.speech is None
