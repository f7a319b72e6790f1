"""The list of speakers, the balance rule, points of order."""

from datetime import timedelta

import pytest

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.refusals import Code
from sessions.core.rules.balance import why_my_place
from sessions.core.terms import Balance, Effect, Hold, PointKind, Role, Side, Slip
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, FATIMA, GAEL, Stage
from tests.sessions.core.test_meeting import refused


def order(stage: Stage) -> list[str]:
    return [r.seat for r in stage.room.floor.requests]


def speak(stage: Stage, seat: str, seconds: int = 30) -> None:
    stage.ask(seat, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor(stage.room.request_of(seat).id, "test"))  # type: ignore[union-attr]
    stage.wait(seconds).ask(seat, c.EndSpeech())


def test_a_page_of_an_earlier_item_lists_nobody_on_the_new_one() -> None:
    stage = Stage().listing()
    stage.ask(DORA, c.OpenItem("i4"))
    stage.ask(DORA, c.OpenList())
    assert refused(stage, BRUNO, c.RequestFloor(item="i3")) is Code.ITEM_CHANGED
    assert refused(stage, BRUNO, c.RequestFloor(item="x" * 500)) is Code.ITEM_CHANGED
    stage.ask(BRUNO, c.RequestFloor(item="i4"))
    stage.ask(GAEL, c.RequestFloor())  # one that does not say which page it comes from


def test_nobody_asks_for_the_floor_before_the_list_is_open() -> None:
    assert refused(Stage().at_item(), BRUNO, c.RequestFloor()) is Code.LIST_CLOSED


def test_nobody_stands_twice_on_the_list() -> None:
    stage = Stage().listing()
    stage.ask(BRUNO, c.RequestFloor())
    assert refused(stage, BRUNO, c.RequestFloor()) is Code.ALREADY_LISTED


def test_observers_ask_only_where_the_rules_give_them_a_voice() -> None:
    assert refused(Stage().listing(), FATIMA, c.RequestFloor()) is Code.NOT_YOURS
    Stage(observers_speak=True).listing().ask(FATIMA, c.RequestFloor())


def test_the_list_announced_to_close_closes_by_itself_at_that_instant() -> None:
    stage = Stage().listing()
    stage.ask(DORA, c.CloseList(60))
    stage.wait(30).ask(BRUNO, c.RequestFloor())
    stage.wait(31)
    assert refused(stage, GAEL, c.RequestFloor()) is Code.LIST_CLOSED
    assert order(stage) == [BRUNO]


def test_the_floor_goes_to_whoever_is_next_and_out_of_turn_only_with_a_reason() -> None:
    stage = Stage().listing()
    for seat in (BRUNO, ELIAS, GAEL):
        stage.ask(seat, c.RequestFloor())
    gael = stage.room.request_of(GAEL)
    assert gael is not None
    assert refused(stage, DORA, c.GiveFloor(gael.id)) is Code.OUT_OF_TURN
    stage.ask(DORA, c.GiveFloor(gael.id, "Has to leave"))
    given = stage.log[-1].event
    assert isinstance(given, e.FloorGiven)
    assert (given.seat, given.override) == (GAEL, "Has to leave")
    assert refused(stage, DORA, c.GiveFloor()) is Code.SOMEBODY_SPEAKS


def test_where_the_chairs_own_order_is_the_rule_no_reason_is_needed() -> None:
    stage = Stage(balance=Balance.CHAIR).listing()
    for seat in (BRUNO, GAEL):
        stage.ask(seat, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor(stage.room.request_of(GAEL).id))  # type: ignore[union-attr]
    assert stage.room.floor.speech is not None


def test_a_speaker_who_does_not_answer_waits_and_keeps_the_place() -> None:
    stage = Stage().listing()
    for seat in (BRUNO, GAEL):
        stage.ask(seat, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor())
    stage.ask(DORA, c.SetAside())
    assert order(stage) == [BRUNO, GAEL]
    assert stage.room.turns == ()
    stage.ask(DORA, c.GiveFloor())
    assert stage.room.floor.speech is not None
    assert stage.room.floor.speech.seat == GAEL
    stage.ask(GAEL, c.EndSpeech())
    stage.ask(DORA, c.GiveFloor(stage.room.request_of(BRUNO).id))  # type: ignore[union-attr]
    assert stage.log[-1].event.override == ""  # type: ignore[union-attr]


def crowd(stage: Stage, count: int) -> list[str]:
    """More civil members, so that the list is long enough to show the rule."""
    seats = [str(n) for n in range(20, 20 + count)]
    for seat in seats:
        stage.cast[seat] = (f"Person {seat}", Role.MEMBER, Side.CIVIL, True, False)
        stage.admit(seat)
    return seats


def test_a_first_time_speaker_goes_before_who_spoke_but_never_before_the_next_three() -> None:
    stage = Stage().listing()
    seats = crowd(stage, 6)
    for seat in seats[:5]:
        speak(stage, seat)
    for seat in seats[:5]:
        stage.ask(seat, c.RequestFloor())
    stage.ask(seats[5], c.RequestFloor())
    assert order(stage) == [*seats[:3], seats[5], seats[3], seats[4]]
    placed = stage.log[-1].event
    assert isinstance(placed, e.FloorRequested)
    assert placed.why == "first_time"


def test_nobody_is_overtaken_more_than_twice_in_an_item() -> None:
    stage = Stage().listing()
    seats = crowd(stage, 7)
    for seat in seats[:4]:
        speak(stage, seat)
    for seat in (*seats[:4], *seats[4:]):
        stage.ask(seat, c.RequestFloor())
    assert order(stage) == [*seats[:3], seats[4], seats[5], seats[3], seats[6]]


def test_anybody_can_be_told_why_they_are_where_they_are() -> None:
    stage = Stage().listing()
    seats = crowd(stage, 6)
    for seat in seats[:5]:
        speak(stage, seat)
    for seat in seats:
        stage.ask(seat, c.RequestFloor())
    ahead = why_my_place(stage.room, seats[3])
    assert [(a.seat, a.why) for a in ahead] == [
        *((s, "asked_before") for s in seats[:3]),
        (seats[5], "first_time"),
    ]


def test_a_point_of_order_stops_every_clock_and_the_ruling_starts_them_again() -> None:
    stage = Stage(objection_seconds=60).listing()
    stage.ask(BRUNO, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor())
    stage.ask(DORA, c.ProposeAdoption("Words", "binds"))  # type: ignore[arg-type]
    stage.wait(5).ask(GAEL, c.RaisePointOfOrder("The text is not circulated"))
    stage.wait(100)
    room = stage.room
    assert room.floor.speech is not None
    assert room.floor.speech.watch.elapsed(stage.now) == timedelta(seconds=5)
    assert room.proposal is not None
    assert Hold.POINT_OF_ORDER in room.proposal.watch.holds
    assert refused(stage, BRUNO, c.RaisePointOfOrder("mine too")) is Code.POINT_PENDING
    stage.ask(DORA, c.RulePointOfOrder(True, "It will be read aloud"))
    stage.wait(7)
    assert stage.room.floor.speech is not None
    assert stage.room.floor.speech.watch.elapsed(stage.now) == timedelta(seconds=12)
    assert stage.room.points[0].upheld is True


def test_a_point_of_order_needs_no_words_and_may_name_what_it_is_about() -> None:
    stage = Stage().at_item()
    (raised,) = stage.ask(GAEL, c.RaisePointOfOrder())
    assert raised == e.PointOfOrderRaised("o1", GAEL, "", PointKind.RULES)
    stage.ask(DORA, c.RulePointOfOrder(False, "It was said aloud"))
    stage.ask(GAEL, c.RaisePointOfOrder("  ", PointKind.HEARING))
    assert stage.room.floor.point is not None
    assert (stage.room.floor.point.text, stage.room.floor.point.kind) == ("", PointKind.HEARING)
    stage.ask(DORA, c.RulePointOfOrder(True, "It will be repeated"))
    assert refused(stage, GAEL, c.RaisePointOfOrder("x" * 2001)) is Code.TOO_LONG


def test_a_pause_by_the_chair_outlives_a_ruling() -> None:
    stage = Stage().listing()
    stage.ask(BRUNO, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor())
    stage.ask(DORA, c.PauseSpeech())
    stage.ask(GAEL, c.RaisePointOfOrder("x"))
    stage.ask(DORA, c.RulePointOfOrder(False, "no"))
    stage.wait(30)
    assert stage.room.floor.speech is not None
    assert stage.room.floor.speech.watch.elapsed(stage.now) == timedelta()


def test_only_the_speaker_or_the_desk_ends_a_speech() -> None:
    stage = Stage().listing()
    stage.ask(BRUNO, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor())
    assert refused(stage, GAEL, c.EndSpeech()) is Code.NOT_YOURS
    stage.ask(ALBA, c.EndSpeech())


def test_a_turn_taken_off_the_list_is_entered_afterwards_with_both_times() -> None:
    stage = Stage().at_item().wait(300)
    earlier = stage.now - timedelta(seconds=200)
    stage.ask(ALBA, c.RecordTurn(GAEL, 40, "Spoke of access"), happened_at=earlier)
    assert (stage.log[-1].at, stage.log[-1].written) == (earlier, stage.now)
    assert stage.room.turns[-1].late


def test_catch_up_is_for_facts_not_for_decisions() -> None:
    stage = Stage().at_item().wait(60)
    how = {"happened_at": stage.now - timedelta(seconds=30)}
    for live in (c.GiveFloor(), c.VerifyQuorum(), c.ProposeAdoption("Palabras", Effect.BINDS), c.CloseSession()):
        assert refused(stage, DORA, live, **how) is Code.NOT_CATCH_UP
    how = {"happened_at": stage.now + timedelta(seconds=30)}
    assert refused(stage, ALBA, c.RecordTurn(GAEL, 40), **how) is Code.IN_THE_FUTURE


def test_the_wrong_speaker_is_corrected_by_an_entry_and_the_slip_stays_in_the_log() -> None:
    stage = Stage().listing()
    speak(stage, BRUNO)
    written = len(stage.log)
    stage.ask(ALBA, c.CorrectSlip(Slip.TURN_SPEAKER, "t1", GAEL, "It was Gael"))
    assert stage.room.turns[0].seat == GAEL
    assert len(stage.log) == written + 1
    assert refused(stage, ALBA, c.CorrectSlip(Slip.TURN_SPEAKER, "t1", GAEL, "again")) is Code.NOTHING_TO_CORRECT


def test_an_act_is_taken_back_within_seconds() -> None:
    stage = Stage().listing()
    stage.ask(BRUNO, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor())
    stage.wait(5).ask(DORA, c.Undo())
    assert stage.room.floor.speech is None
    assert order(stage) == [BRUNO]


def test_after_its_seconds_an_act_stands() -> None:
    stage = Stage().listing()
    stage.ask(BRUNO, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor())
    stage.wait(16)
    assert refused(stage, DORA, c.Undo()) is Code.TOO_LATE


def test_an_act_is_not_taken_back_once_something_was_built_upon_it() -> None:
    stage = Stage().at_item()
    stage.ask(DORA, c.OpenList())
    stage.ask(BRUNO, c.RequestFloor())
    assert refused(stage, DORA, c.Undo()) is Code.BUILT_UPON


def test_the_other_operators_work_elsewhere_does_not_stop_an_undo() -> None:
    stage = Stage().listing()
    stage.ask(DORA, c.SetItemTime("i4", 20, "More time"))
    stage.ask(BRUNO, c.RequestFloor())
    stage.ask(DORA, c.Undo())
    item = stage.room.item("i4")
    assert item is not None
    assert item.plan.minutes == 10


@pytest.mark.guideline("E14")
@pytest.mark.parametrize("by", [BRUNO, FATIMA, ELIAS])
def test_nobody_but_the_chair_works_the_list(by: str) -> None:
    stage = Stage().at_item()
    for command in (c.OpenList(), c.CloseList(), c.GiveFloor(), c.ExtendSpeech(), c.PauseSpeech()):
        assert refused(stage, by, command) is Code.NOT_YOURS
