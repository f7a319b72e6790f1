"""Adoption without a vote, objections, lines that are lost, reservations, reading back."""

from datetime import date, timedelta

import pytest

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.refusals import Code
from sessions.core.terms import Effect, Hold, Side, Slip, Via
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, FATIMA, GAEL, NINE, Stage
from tests.sessions.core.test_meeting import refused

WORDS = c.ProposeAdoption("The office publishes the figures", Effect.BINDS)


def proposed(**rules: object) -> Stage:
    stage = Stage(**{"objection_seconds": 90, **rules}).at_item()
    stage.ask(DORA, WORDS)
    return stage


def kinds(stage: Stage) -> list[str]:
    return [type(x.event).__name__ for x in stage.log]


def test_silence_until_the_end_adopts_and_records_an_agreement_at_that_instant() -> None:
    stage = proposed()
    put = stage.now
    stage.wait(200)
    assert kinds(stage)[-2:] == ["AdoptedWithoutVote", "AgreementRecorded"]
    assert {x.at for x in stage.log[-2:]} == {put + timedelta(seconds=90)}
    assert stage.room.agreements[0].text == WORDS.text


def test_an_objection_stops_the_window_until_it_is_withdrawn() -> None:
    stage = proposed().wait(30)
    stage.ask(BRUNO, c.Object("The figures name people"))
    stage.wait(1000)
    assert stage.room.agreements == ()
    stage.ask(BRUNO, c.WithdrawObjection())
    stage.wait(59)
    assert stage.room.agreements == ()
    stage.wait(2)
    assert len(stage.room.agreements) == 1


def test_two_objections_need_two_withdrawals() -> None:
    stage = proposed()
    stage.ask(BRUNO, c.Object("a"))
    stage.ask(GAEL, c.Object("b"))
    stage.ask(BRUNO, c.WithdrawObjection())
    stage.wait(1000)
    assert stage.room.agreements == ()


def test_an_objection_needs_a_reason_and_a_vote() -> None:
    stage = proposed()
    assert refused(stage, BRUNO, c.Object("  ")) is Code.REASON_NEEDED
    assert refused(stage, FATIMA, c.Object("no")) is Code.NOT_YOURS
    stage.ask(BRUNO, c.Object("no"))
    assert refused(stage, BRUNO, c.Object("no again")) is Code.ALREADY_OBJECTED


@pytest.mark.guideline("G8.III")
def test_standing_aside_is_noted_and_does_not_block() -> None:
    stage = proposed()
    stage.ask(BRUNO, c.StandAside("Not our field"))
    stage.wait(91)
    assert len(stage.room.agreements) == 1


def test_who_objected_may_step_aside_instead() -> None:
    stage = proposed()
    stage.ask(BRUNO, c.Object("no"))
    stage.ask(BRUNO, c.StandAside("as you wish"))
    stage.wait(91)
    assert len(stage.room.agreements) == 1


def test_a_withdrawn_proposal_is_never_adopted() -> None:
    stage = proposed()
    stage.ask(DORA, c.WithdrawProposal("New words are needed"))
    stage.wait(1000)
    assert stage.room.agreements == ()


def test_the_window_waits_while_too_many_voting_members_are_cut_off() -> None:
    stage = proposed().wait(10)
    stage.lost = {BRUNO, GAEL}
    stage.wait(1)
    assert kinds(stage)[-1] == "WindowPaused"
    stage.wait(600)
    assert stage.room.agreements == ()
    stage.lost = set()
    stage.wait(1)
    assert kinds(stage)[-1] == "WindowResumed"
    stage.wait(90)
    assert len(stage.room.agreements) == 1


def test_a_late_look_at_the_clock_does_not_adopt_over_lost_lines() -> None:
    stage = proposed()
    stage.lost = {BRUNO, GAEL}
    stage.wait(500)
    assert stage.room.agreements == ()


def test_a_window_nobody_watched_stood_still_from_the_instant_the_lines_were_lost() -> None:
    stage = proposed().wait(10)
    put = stage.now
    stage.lost = {BRUNO, GAEL, DORA, ELIAS}
    stage.now += timedelta(hours=1)
    stage.lost = set()
    stage.wait(0)
    assert kinds(stage)[-2:] == ["WindowPaused", "WindowResumed"]
    assert [x.at for x in stage.log[-2:]] == [put, put + timedelta(hours=1)]
    stage.wait(79)
    assert stage.room.agreements == ()
    assert stage.wait(1).room.agreements != ()


def test_lines_lost_after_the_window_ended_change_nothing() -> None:
    stage = proposed()
    stage.now += timedelta(seconds=95)
    stage.lost = {BRUNO, GAEL, DORA, ELIAS}
    stage.now += timedelta(seconds=600)
    assert len(stage.wait(0).room.agreements) == 1
    assert stage.room.agreements[0].cut_off == ()


def test_whoever_was_cut_off_for_a_while_of_the_window_may_object_late() -> None:
    stage = proposed(cut_off_percent=50).wait(5)
    stage.lost = {BRUNO}
    stage.wait(10)
    stage.lost = set()
    stage.wait(100)
    assert stage.room.agreements[0].cut_off == (BRUNO,)


@pytest.mark.guideline("G15")
def test_the_window_waits_from_the_instant_a_side_left_and_says_so() -> None:
    stage = proposed(quorum_over_percent=0).wait(10)
    stage.ask(BRUNO, c.Leave())
    assert kinds(stage)[-1] == "PersonLeft"
    stage.ask(GAEL, c.Leave())
    assert (kinds(stage)[-1], stage.log[-1].event.why) == ("WindowPaused", Hold.INCOMPLETE)  # type: ignore[union-attr]
    stage.wait(3600)
    assert stage.room.agreements == ()
    stage.admit(GAEL)
    assert kinds(stage)[-1] == "WindowResumed"
    stage.wait(79)
    assert stage.room.agreements == ()
    assert stage.wait(1).room.agreements != ()


def test_those_cut_off_may_object_late_and_the_agreement_stands_subject_to_it() -> None:
    stage = proposed(cut_off_percent=50)
    stage.lost = {BRUNO}
    stage.wait(91)
    assert stage.room.agreements[0].cut_off == (BRUNO,)
    stage.lost = set()
    assert refused(stage, GAEL, c.ObjectLate("A1", "me too")) is Code.NOT_CUT_OFF
    stage.ask(BRUNO, c.ObjectLate("A1", "I was cut off"))
    assert stage.room.agreements[0].late_objections[0].seat == BRUNO
    assert refused(stage, BRUNO, c.ObjectLate("A1", "again")) is Code.ALREADY_OBJECTED


def test_late_objections_end_with_the_closing_or_after_the_hours_of_the_rules() -> None:
    stage = proposed(cut_off_percent=50, late_objection_hours=24, seal_seconds=10**6)
    stage.lost = {BRUNO}
    stage.wait(91)
    stage.ask(DORA, c.ReadAgreement("A1"))
    stage.ask(DORA, c.CloseSession())
    stage.wait(3600).ask(BRUNO, c.ObjectLate("A1", "within a day"))

    other = proposed(cut_off_percent=50, seal_seconds=10**6)
    other.lost = {BRUNO}
    other.wait(91)
    other.ask(DORA, c.ReadAgreement("A1"))
    other.ask(DORA, c.CloseSession())
    assert refused(other, BRUNO, c.ObjectLate("A1", "after closing")) is Code.TOO_LATE


@pytest.mark.guideline("G22")
def test_without_an_empowered_official_an_agreement_is_ad_referendum() -> None:
    stage = Stage(objection_seconds=5).at_item("i3", ALBA, BRUNO, GAEL, DORA, ELIAS)
    stage.ask(DORA, c.HandOverChair(ELIAS))
    stage.ask(DORA, c.Leave())
    stage.ask(ELIAS, WORDS)
    stage.wait(6)
    assert stage.room.agreements[0].ad_referendum


@pytest.mark.guideline("G22")
def test_with_an_empowered_official_it_binds_unless_said_otherwise() -> None:
    assert not proposed().wait(91).room.agreements[0].ad_referendum
    stage = Stage(objection_seconds=5).at_item()
    stage.ask(DORA, c.ProposeAdoption("x", Effect.BINDS, ad_referendum=True))
    assert stage.wait(6).room.agreements[0].ad_referendum


@pytest.mark.guideline("G15")
def test_nothing_is_proposed_with_one_side_empty() -> None:
    stage = Stage(quorum_over_percent=0).at_item()
    stage.ask(BRUNO, c.Leave())
    stage.ask(GAEL, c.Leave())
    assert refused(stage, DORA, WORDS) is Code.ONE_SIDE_EMPTY


@pytest.mark.guideline("G8.V")
def test_each_side_states_its_part_with_a_date_that_is_not_past() -> None:
    stage = Stage(objection_seconds=5).at_item()
    part = e.Part(Side.CIVIL, "Red Norte", "Sends the data", NINE.date() + timedelta(days=30), "A receipt")
    vague = e.Part(Side.CIVIL, "Red Norte", "Sends the data", None, "x" * 3000)
    past = e.Part(Side.PUBLIC, "Office", "Publishes", date(2020, 1, 1))
    assert refused(stage, DORA, c.ProposeAdoption("x", Effect.COMMITS, (part, past))) is Code.IN_THE_PAST
    assert refused(stage, DORA, c.ProposeAdoption("x", Effect.COMMITS, (vague,))) is Code.TOO_LONG
    stage.ask(DORA, c.ProposeAdoption("x", Effect.COMMITS, (part,)))
    assert stage.wait(6).room.agreements[0].parts == (part,)


@pytest.mark.guideline("E6")
def test_a_reservation_stands_verbatim_beside_the_agreement_once_per_seat() -> None:
    stage = proposed().wait(91)
    stage.ask(GAEL, c.EnterReservation("A1", "We keep our position on paragraph 6"))
    assert stage.room.agreements[0].reservations[0].text == "We keep our position on paragraph 6"
    assert refused(stage, GAEL, c.EnterReservation("A1", "more")) is Code.ALREADY_RESERVED
    assert refused(stage, GAEL, c.EnterReservation("A9", "more")) is Code.UNKNOWN_AGREEMENT


def test_words_corrected_at_the_reading_must_be_read_again() -> None:
    stage = proposed().wait(91)
    stage.ask(DORA, c.ReadAgreement("A1"))
    better = "The office publishes all figures"
    stage.ask(ALBA, c.CorrectSlip(Slip.AGREEMENT_TEXT, "A1", better, "A word was missing"))
    assert not stage.room.agreements[0].read
    assert refused(stage, DORA, c.CloseSession()) is Code.AGREEMENTS_UNREAD


def test_agreed_words_are_not_corrected_after_the_closing() -> None:
    stage = proposed().wait(91)
    stage.ask(DORA, c.ReadAgreement("A1"))
    stage.ask(DORA, c.CloseSession())
    slip = c.CorrectSlip(Slip.AGREEMENT_TEXT, "A1", "Other words", "A slip")
    assert refused(stage, ALBA, slip) is Code.WRONG_PHASE


@pytest.mark.guideline("E4")
def test_an_objection_on_the_telephone_counts_like_any_other() -> None:
    stage = proposed()
    stage.comes(GAEL, Via.PHONE)
    stage.ask(ALBA, c.Object("Heard by telephone"), on_behalf_of=GAEL, via=Via.PHONE)
    stage.wait(1000)
    assert stage.room.agreements == ()
    assert stage.log[-1].on_behalf_of == GAEL


def test_a_statement_of_a_hundred_thousand_letters_is_refused_with_its_length() -> None:
    stage = Stage().at_item()
    assert refused(stage, DORA, c.ProposeAdoption("x" * 100_000, Effect.BINDS)) is Code.TOO_LONG


@pytest.mark.guideline("G33")
def test_follow_up_lists_by_itself_what_earlier_sessions_left_open() -> None:
    stage = Stage()
    stage.pending = (e.Pending("MEC-2026-001-S0-A1", "Publish", "Office", date(2026, 1, 1), True),)
    stage.opened().ask(DORA, c.OpenItem("i2"))
    assert isinstance(stage.log[-1].event, e.PendingListed)
    item = stage.room.item("i2")
    assert item is not None
    assert item.pending == stage.pending


def test_an_item_is_opened_deferred_concluded_and_reopened_one_at_a_time() -> None:
    stage = Stage().at_item("i3")
    stage.ask(DORA, c.OpenItem("i4"))
    assert stage.room.current == "i4"
    assert refused(stage, DORA, c.OpenItem("i3")) is Code.ITEM_NOT_PENDING
    stage.ask(DORA, c.ReopenItem("i3", "Something was left"))
    assert stage.room.current == "i3"
    stage.ask(DORA, c.DeferItem("i3", "No time"))
    assert stage.room.current == ""
    assert refused(stage, DORA, c.ConcludeItem()) is Code.NO_ITEM_OPEN
    assert refused(stage, DORA, c.OpenItem("i99")) is Code.UNKNOWN_ITEM


def test_planned_time_stands_beside_the_time_used_over_several_openings() -> None:
    stage = Stage().at_item("i3")
    stage.wait(60).ask(DORA, c.ConcludeItem("Heard"))
    stage.wait(600).ask(DORA, c.ReopenItem("i3", "More"))
    stage.wait(30).ask(DORA, c.ConcludeItem())
    item = stage.room.item("i3")
    assert item is not None
    assert item.watch.elapsed(stage.now) == timedelta(seconds=90)
    assert item.outcome == "Heard"


def test_somebody_refused_may_knock_again_and_somebody_admitted_not() -> None:
    stage = Stage().lobby(ALBA, DORA, ELIAS, GAEL)
    stage.ask(BRUNO, c.AskAdmission("Bruno Luna", "Red"))
    assert refused(stage, BRUNO, c.AskAdmission("Bruno Luna", "Red")) is Code.ALREADY_WAITING
    stage.ask(ALBA, c.RefuseAdmission(BRUNO, "Bruno Luna", "The letter is missing"))
    assert stage.room.waiting[BRUNO].refused == "The letter is missing"
    stage.ask(BRUNO, c.AskAdmission("Bruno Luna", "Red"))
    stage.admit(BRUNO)
    assert BRUNO not in stage.room.waiting
    assert refused(stage, BRUNO, c.AskAdmission("Bruno Luna", "Red")) is Code.ALREADY_ADMITTED


def test_who_is_removed_loses_the_floor_and_the_place_and_the_reason_is_kept() -> None:
    stage = Stage().listing()
    stage.ask(BRUNO, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor())
    stage.ask(GAEL, c.RequestFloor())
    stage.ask(DORA, c.Remove(BRUNO, "Would not end"))
    assert stage.room.floor.speech is None
    assert not stage.room.seats[BRUNO].present
    stage.ask(GAEL, c.Leave())
    assert stage.room.floor.requests == ()


def test_a_chair_who_is_lost_leaves_through_the_one_who_took_the_chair() -> None:
    stage = Stage().opened()
    stage.lost = {DORA}
    stage.ask(ELIAS, c.TakeChair("No answer for a minute"))
    stage.ask(ELIAS, c.Remove(DORA, "No answer"))
    assert not stage.room.seats[DORA].present


@pytest.mark.parametrize("command", [c.Object("No"), c.RaisePointOfOrder("Order"), c.AskQuorum()])
def test_what_stopped_the_window_is_not_undone_for_then_it_would_have_run(command: c.Command) -> None:
    stage = proposed(objection_seconds=5).wait(3)
    stage.ask(BRUNO, command)
    stage.wait(8)
    assert refused(stage, BRUNO, c.Undo()) is Code.NOTHING_TO_UNDO
    assert stage.room.agreements == ()


@pytest.mark.guideline("G15")
def test_nothing_is_adopted_once_one_side_left_or_quorum_is_gone_until_they_are_back() -> None:
    stage = proposed(objection_seconds=30)
    for seat in (BRUNO, GAEL):
        stage.ask(seat, c.Leave())
    stage.wait(1000)
    assert stage.room.agreements == ()
    stage.admit(BRUNO)
    stage.wait(0)
    assert len(stage.room.agreements) == 0 or stage.log[-1].at == stage.now
    stage.wait(31)
    assert len(stage.room.agreements) == 1
