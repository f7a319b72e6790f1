"""The time of a turn and how it ends: the floor withdrawn, times by role and by second turn, the chair's time."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.refusals import Code
from sessions.core.rules.pacing import by_role
from sessions.core.ruleset import Rules
from sessions.core.terms import Method, PointKind, Role, Speaks, TextKind
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, FATIMA, GAEL, Stage
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


# --- How long a turn is ------------------------------------------------------------------------------
def given(stage: Stage, seat: str) -> int:
    """The seconds of the turn that this person is given now; the turn ends at once."""
    stage.ask(seat, c.RequestFloor())
    request = stage.room.request_of(seat)
    assert request is not None
    stage.ask(DORA, c.GiveFloor(request.id, "test"))
    event = stage.log[-1].event
    assert isinstance(event, e.FloorGiven)
    stage.ask(DORA, c.EndSpeech())
    return event.seconds


def test_by_default_every_turn_is_as_long_as_the_rules_of_old_said() -> None:
    stage = Stage(observers_speak=True).listing()
    assert [given(stage, seat) for seat in (BRUNO, BRUNO, FATIMA)] == [180, 180, 180]


def test_a_second_turn_on_the_item_is_shorter_and_on_the_next_item_it_is_the_first_again() -> None:
    stage = Stage(second_seconds=60).listing()
    assert [given(stage, seat) for seat in (BRUNO, BRUNO, GAEL)] == [180, 60, 180]
    stage.ask(DORA, c.OpenItem("i4"))
    stage.ask(DORA, c.OpenList())
    assert given(stage, BRUNO) == 180


def test_a_second_turn_is_never_longer_than_the_first() -> None:
    stage = Stage(second_seconds=600).listing()
    assert [given(stage, BRUNO), given(stage, BRUNO)] == [180, 180]


def test_roles_have_the_time_the_rules_give_them() -> None:
    rules = Rules(adviser_seconds=90, observer_seconds=45, expert_seconds=300)
    told = {role: by_role(rules, role) for role in Role}
    assert (told[Role.ADVISER], told[Role.OBSERVER], told[Role.EXPERT], told[Role.MEMBER]) == (90, 45, 300, 180)
    stage = Stage(observers_speak=True, observer_seconds=45).listing()
    assert (given(stage, FATIMA), given(stage, BRUNO)) == (45, 180)


def test_the_chair_sets_the_time_of_each_turn_on_the_open_item_and_goes_back_to_the_rules() -> None:
    stage = Stage(observers_speak=True, observer_seconds=45, second_seconds=60).listing()
    stage.ask(DORA, c.SetSpeakingTime(120))
    assert stage.log[-1].event == e.SpeakingTimeSet("i3", 120)
    assert [given(stage, seat) for seat in (BRUNO, BRUNO, FATIMA)] == [120, 60, 120]
    stage.ask(DORA, c.SetSpeakingTime(0))
    assert given(stage, GAEL) == 180
    stage.ask(DORA, c.SetSpeakingTime(120))
    stage.ask(DORA, c.OpenItem("i4"))
    stage.ask(DORA, c.OpenList())
    assert given(stage, BRUNO) == 180


VIOLATED: list[tuple[Callable[[], Stage], str, c.Command, Code]] = [
    (lambda: Stage().listing(), BRUNO, c.SetSpeakingTime(60), Code.NOT_YOURS),
    (lambda: Stage().listing(), DORA, c.SetSpeakingTime(9), Code.NUMBER_OUT_OF_RANGE),
    (lambda: Stage().listing(), DORA, c.SetSpeakingTime(-60), Code.NUMBER_OUT_OF_RANGE),
    (lambda: Stage().listing(), DORA, c.SetSpeakingTime(3_601), Code.NUMBER_OUT_OF_RANGE),
    (lambda: Stage().opened(), DORA, c.SetSpeakingTime(60), Code.NO_ITEM_OPEN),
    (lambda: suspended(), DORA, c.SetSpeakingTime(60), Code.WRONG_PHASE),
    (lambda: Stage(list_seconds=60).listing(), DORA, c.CloseList(), Code.LIST_UNANNOUNCED),
    (lambda: Stage(list_seconds=60).listing(), DORA, c.CloseList(59), Code.LIST_UNANNOUNCED),
    (lambda: Stage(list_seconds=60).listing(), DORA, c.CloseList(0, " "), Code.LIST_UNANNOUNCED),
    (lambda: Stage(list_seconds=60).listing(), DORA, c.CloseList(0, "x" * 2_001), Code.TOO_LONG),
    (lambda: Stage().listing(), BRUNO, c.RequestFloor(Speaks.FOR), Code.NO_SIDES),
    (lambda: Stage().listing(), BRUNO, c.RequestFloor(language="x" * 9), Code.TOO_LONG),
    (lambda: voting(), BRUNO, c.RaisePointOfOrder("", PointKind.TIME), Code.VOTE_INTERRUPTED),
    (lambda: voting(), BRUNO, c.RaisePointOfOrder("Lunch", PointKind.OTHER), Code.VOTE_INTERRUPTED),
    (lambda: voting(), BRUNO, c.RaisePointOfOrder("", PointKind.ITEM), Code.VOTE_INTERRUPTED),
    (lambda: Stage().listing(), BRUNO, c.RaisePointOfOrder("x" * 2_001), Code.TOO_LONG),
]  # fmt: skip


@pytest.mark.parametrize(("stage", "by", "command", "code"), VIOLATED)
def test_each_precondition_refuses_with_its_code_and_changes_nothing(
    stage: Callable[[], Stage], by: str, command: c.Command, code: Code
) -> None:
    room = stage()
    before = room.room
    assert refused(room, by, command) is code
    assert room.room == before


def suspended() -> Stage:
    stage = Stage().listing()
    stage.ask(DORA, c.Suspend("Break"))
    return stage


def voting() -> Stage:
    stage = Stage().at_item()
    stage.ask(DORA, c.PutToVote("Shall it be?", Method.ROLL_CALL))
    return stage


# --- The list is announced to close --------------------------------------------------------------------
def test_the_list_closes_as_announced_or_sooner_with_a_reason_that_everybody_reads() -> None:
    stage = Stage(list_seconds=60).listing()
    stage.ask(DORA, c.CloseList(60))
    stage.wait(60)
    assert not stage.room.floor.list_open
    stage = Stage(list_seconds=60).listing()
    stage.ask(DORA, c.CloseList(30, "It is late"))
    assert stage.log[-1].event == e.ListClosing(stage.now + timedelta(seconds=30), "It is late")
    stage.ask(DORA, c.CloseList(0, "Nobody else"))
    assert stage.log[-1].event == e.ListClosed("Nobody else")


# --- How one will speak ----------------------------------------------------------------------------------
def test_one_says_for_or_against_and_in_which_language_while_a_text_or_a_question_is_before_the_room() -> None:
    stage = Stage().listing()
    stage.ask(DORA, c.PresentText(TextKind.CHAIR, "Draft", ("One.",)))
    stage.ask(BRUNO, c.RequestFloor(Speaks.AGAINST, language=" nah "))
    request = stage.room.request_of(BRUNO)
    assert request is not None
    assert (request.speaks, request.language) == (Speaks.AGAINST, "nah")
    stage.ask(DORA, c.OpenItem("i4"))
    stage.ask(DORA, c.OpenList())
    stage.ask(DORA, c.PutToVote("Shall it be?", Method.SHOW))
    stage.ask(GAEL, c.RequestFloor(Speaks.FOR))


def test_how_one_will_speak_changes_nothing_of_the_place() -> None:
    plain, said = Stage().listing(), Stage().listing()
    for stage, ask in ((plain, c.RequestFloor()), (said, c.RequestFloor(language="nah"))):
        stage.ask(BRUNO, c.RequestFloor())
        stage.ask(ELIAS, ask)
    assert [r.seat for r in plain.room.floor.requests] == [r.seat for r in said.room.floor.requests]


# --- Points of order -------------------------------------------------------------------------------------
def test_a_point_of_order_needs_no_words_and_says_what_it_is_about() -> None:
    stage = Stage().listing()
    stage.ask(BRUNO, c.RaisePointOfOrder("", PointKind.HEARING))
    assert stage.log[-1].event == e.PointOfOrderRaised("o1", BRUNO, "", PointKind.HEARING)
    assert stage.room.points[-1].kind is PointKind.HEARING
    stage.ask(DORA, c.RulePointOfOrder(True, "We repeat it"))


def test_while_people_vote_points_of_order_are_about_the_vote_and_afterwards_about_anything() -> None:
    stage = voting()
    stage.ask(BRUNO, c.RaisePointOfOrder("How do we vote?"))
    stage.ask(DORA, c.RulePointOfOrder(True, "By name"))
    stage.ask(DORA, c.CloseVote())
    stage.ask(GAEL, c.RaisePointOfOrder("", PointKind.TIME))


def test_a_point_of_the_logs_of_old_was_of_no_kind_in_particular() -> None:
    assert e.PointOfOrderRaised("o1", BRUNO, "Order").kind is PointKind.OTHER
