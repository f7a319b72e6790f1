"""Motions on paper: their order, who speaks on them, how they are decided, and what follows."""

from collections.abc import Callable

import pytest

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core import tally
from sessions.core.refusals import Code
from sessions.core.terms import (
    Choice,
    Hold,
    ItemState,
    Majority,
    Method,
    MotionKind,
    MotionState,
    Speaks,
    Via,
)
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, FATIMA, GAEL, Stage
from tests.sessions.core.test_meeting import refused
from tests.sessions.core.test_votes import crowd, declared, put
from tests.sessions.core.test_votes import room as hall_room

FOR, AGAINST = c.CastVote(Choice.FOR), c.CastVote(Choice.AGAINST)
SUSPENSION, ADJOURNMENT, DEBATE, CLOSURE = (
    MotionKind.SUSPENSION, MotionKind.ADJOURNMENT, MotionKind.DEBATE, MotionKind.CLOSURE,
)  # fmt: skip


def ruled(stage: Stage | None = None) -> Stage:
    """Bruno speaks, Gael raises a point of order, the chair has ruled."""
    stage = stage or Stage().listing()
    stage.ask(BRUNO, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor())
    stage.ask(GAEL, c.RaisePointOfOrder("The text was not circulated"))
    stage.ask(DORA, c.RulePointOfOrder(False, "It was, a week ago"))
    return stage


def appealed() -> Stage:
    stage = ruled()
    stage.ask(GAEL, c.AppealRuling("Only in English"))
    return stage


def moved(kind: MotionKind = CLOSURE, stage: Stage | None = None, by: str = BRUNO, **rules: object) -> Stage:
    stage = stage or Stage(**rules).listing()
    stage.ask(by, c.MoveProcedural(kind, "It is late"))
    return stage


def decided(stage: Stage, *votes: tuple[str, c.CastVote], says: bool = True, reason: str = "") -> Stage:
    """Put the motion before the room to the vote, vote, close, declare."""
    assert stage.room.motion is not None
    stage.ask(DORA, c.PutToVote("Shall it?", Method.SHOW, motion=stage.room.motion.id))
    for seat, choice in votes:
        stage.ask(seat, choice)
    stage.ask(DORA, c.CloseVote())
    stage.ask(DORA, c.DeclareResult(says, reason))
    return stage


def agreed(stage: Stage | None = None) -> Stage:
    """An agreement that was voted: A1, by v1."""
    return declared(_votes(put(stage=stage or Stage().listing(), agrees=True), FOR))


def _votes(stage: Stage, *choices: c.CastVote) -> Stage:
    for seat, choice in zip((ELIAS, BRUNO, GAEL), choices, strict=False):
        stage.ask(seat, choice)
    return stage


# --- Appeals -----------------------------------------------------------------------------------------
def test_an_appeal_stops_the_clocks_and_the_ruling_stands_unless_a_majority_is_against_it() -> None:
    stage = appealed()
    speech = stage.room.floor.speech
    assert speech is not None
    assert speech.watch.holds == (Hold.APPEAL,)
    decided(stage, (BRUNO, AGAINST), (ELIAS, FOR))
    assert stage.room.votes[-1].result == e.Result(2, 1, True, True), "as many for as against: it stands"
    assert isinstance(stage.log[-1].event, e.RulingUpheld)
    assert stage.room.floor.speech is not None
    assert stage.room.floor.speech.watch.since is not None
    assert not stage.room.points[0].overturned


def test_a_majority_against_overturns_it_and_the_log_keeps_the_ruling() -> None:
    stage = decided(appealed(), (BRUNO, AGAINST), says=False)
    assert isinstance(stage.log[-1].event, e.RulingOverturned)
    point = stage.room.points[0]
    assert (point.upheld, point.ruling, point.overturned) == (False, "It was, a week ago", True)
    assert [m.state for m in stage.room.motions] == [MotionState.CARRIED]


def test_on_the_chairs_own_ruling_the_count_decides_whatever_is_declared() -> None:
    stage = decided(appealed(), (BRUNO, AGAINST), says=True, reason="I see it otherwise")
    assert isinstance(stage.log[-1].event, e.RulingOverturned)


@pytest.mark.parametrize(("in_favour", "against", "stands"), [
    (0, 0, True), (1, 0, True), (0, 1, False), (4, 4, True), (4, 5, False), (5, 4, True),
])  # fmt: skip
def test_a_ruling_stands_unless_more_than_half_are_against(in_favour: int, against: int, stands: bool) -> None:
    result = tally.stands(e.Votes(in_favour, against, 9))
    assert result.carried is stands
    assert (in_favour >= result.needed) is stands


def test_a_ruling_is_appealed_at_once_or_not_at_all() -> None:
    stage = ruled()
    stage.ask(BRUNO, c.EndSpeech())
    assert refused(stage, GAEL, c.AppealRuling("Too late")) is Code.RULING_STANDS
    stage = ruled()
    stage.ask(BRUNO, c.EndSpeech())
    stage.ask(BRUNO, c.RaisePointOfOrder("Another"))
    stage.ask(DORA, c.RulePointOfOrder(True, "So be it"))
    assert refused(stage, GAEL, c.AppealRuling("That one", "o1")) is Code.RULING_STANDS
    stage.ask(DORA, c.ConcludeItem())
    stage.ask(DORA, c.OpenItem("i4"))
    assert refused(stage, GAEL, c.AppealRuling("Too late")) is Code.RULING_STANDS


def test_an_appeal_stops_the_window_of_words_before_the_room_too() -> None:
    stage = Stage(objection_seconds=30).listing()
    stage.ask(DORA, c.ProposeAdoption("Words", "binds"))  # type: ignore[arg-type]
    ruled(stage)
    stage.ask(GAEL, c.AppealRuling("No"))
    stage.wait(300)
    assert stage.room.proposal is not None
    assert refused(stage, DORA, c.PutToVote("Shall it?", Method.SHOW, motion="m1")) is Code.PROPOSAL_OPEN
    stage.ask(GAEL, c.WithdrawMotion())
    stage.wait(31)
    assert stage.room.proposal is None


# --- Order -------------------------------------------------------------------------------------------
def test_one_is_pending_at_a_time_except_one_that_goes_before_it() -> None:
    stage = moved(CLOSURE)
    stage.ask(ELIAS, c.MoveProcedural(DEBATE, "A paper is missing"))
    assert refused(stage, GAEL, c.MoveProcedural(CLOSURE, "Enough")) is Code.MOTION_PENDING
    assert refused(stage, GAEL, c.MoveProcedural(DEBATE, "Enough")) is Code.MOTION_PENDING
    stage.ask(GAEL, c.MoveProcedural(ADJOURNMENT, "Tomorrow"))
    stage.ask(GAEL, c.MoveProcedural(SUSPENSION, "Coffee"))
    assert [m.kind for m in stage.room.motions] == [CLOSURE, DEBATE, ADJOURNMENT, SUSPENSION]
    stage.ask(GAEL, c.WithdrawMotion())
    assert stage.room.motion is not None
    assert stage.room.motion.kind is ADJOURNMENT


def test_while_it_is_pending_the_floor_and_the_agenda_wait_and_the_turn_goes_on() -> None:
    stage = Stage().listing()
    for seat in (BRUNO, GAEL):
        stage.ask(seat, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor())
    moved(CLOSURE, stage, ELIAS)
    assert stage.room.floor.speech is not None
    stage.ask(BRUNO, c.EndSpeech())
    for command in (
        c.GiveFloor(), c.ConcludeItem(), c.OpenItem("i4"), c.CloseSession(), c.TakeTemperature("So?"),
        c.ProposeAdoption("Words", "binds"), c.PutToVote("Another?", Method.SHOW),  # type: ignore[arg-type]
    ):  # fmt: skip
        assert refused(stage, DORA, command) is Code.MOTION_PENDING, command


# --- Speaking on it ----------------------------------------------------------------------------------
def test_two_speak_against_by_the_rules_then_it_is_voted() -> None:
    stage = moved(CLOSURE)
    assert refused(stage, ELIAS, c.SpeakOnMotion(Speaks.FOR)) is Code.NO_MORE_SPEAKERS
    for seat in (ELIAS, GAEL):
        stage.ask(seat, c.SpeakOnMotion(Speaks.AGAINST))
    assert refused(stage, DORA, c.SpeakOnMotion(Speaks.AGAINST)) is Code.NO_MORE_SPEAKERS
    put_it = c.PutToVote("Shall it?", Method.SHOW, motion="m1")
    assert refused(stage, DORA, put_it) is Code.SPEAKERS_WAIT
    given, heard = stage.ask(DORA, c.HearOnMotion())
    assert given == e.FloorGiven("t1", "", ELIAS, 120, "")
    assert heard == e.MotionHeard("m1", ELIAS, "t1")
    stage.ask(ELIAS, c.EndSpeech())
    stage.ask(GAEL, c.Leave())
    stage.ask(DORA, put_it)


def test_whoever_waits_on_the_list_speaks_on_the_motion_and_keeps_the_place() -> None:
    stage = Stage().listing()
    stage.ask(GAEL, c.RequestFloor())
    moved(CLOSURE, stage)
    stage.ask(GAEL, c.SpeakOnMotion(Speaks.AGAINST))
    stage.ask(DORA, c.HearOnMotion())
    stage.ask(GAEL, c.EndSpeech())
    assert stage.room.request_of(GAEL) is not None


# --- Deciding ----------------------------------------------------------------------------------------
def test_a_carried_closure_ends_the_list_and_the_debate_on_the_item() -> None:
    stage = Stage().listing()
    stage.ask(GAEL, c.RequestFloor())
    decided(moved(CLOSURE, stage), (ELIAS, FOR))
    assert [type(x.event) for x in stage.log[-3:]] == [e.ResultDeclared, e.MotionCarried, e.DebateClosed]
    assert (stage.room.floor.list_open, stage.room.floor.requests) == (False, ())
    assert refused(stage, DORA, c.OpenList()) is Code.DEBATE_CLOSED
    assert refused(stage, BRUNO, c.RequestFloor()) is Code.LIST_CLOSED
    assert refused(stage, ELIAS, c.MoveProcedural(CLOSURE, "Again")) is Code.DEBATE_CLOSED
    stage.ask(DORA, c.ConcludeItem())
    stage.ask(DORA, c.OpenItem("i4"))
    stage.ask(DORA, c.OpenList())


def test_a_carried_adjournment_of_debate_defers_the_item_and_settles_what_was_pending() -> None:
    stage = Stage().listing()
    stage.ask(GAEL, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor())
    moved(CLOSURE, stage)
    stage.ask(ELIAS, c.MoveProcedural(DEBATE, "A paper is missing"))
    stage.ask(DORA, c.CarryMotion())
    assert [type(x.event) for x in stage.log[-4:]] == [
        e.MotionCarried, e.SpeechEnded, e.MotionLapsed, e.ItemDeferred,
    ]  # fmt: skip
    item = stage.room.item("i3")
    assert item is not None
    assert (item.state, item.outcome, stage.room.current) == (ItemState.DEFERRED, "A paper is missing", "")
    assert [m.state for m in stage.room.motions] == [MotionState.LAPSED, MotionState.CARRIED]


@pytest.mark.parametrize("kind", [SUSPENSION, ADJOURNMENT])
def test_a_carried_suspension_or_adjournment_leaves_the_act_to_the_chair(kind: MotionKind) -> None:
    stage = moved(kind)
    stage.ask(DORA, c.CarryMotion())
    assert stage.room.phase == "open"
    assert not stage.room.motions[0].followed
    stage.ask(DORA, c.Suspend("By decision of the room"))
    assert stage.room.motions[0].followed


def test_without_objection_means_that_nobody_asked_to_speak_against_it() -> None:
    stage = moved(CLOSURE)
    stage.ask(GAEL, c.SpeakOnMotion(Speaks.AGAINST))
    assert refused(stage, DORA, c.CarryMotion()) is Code.OPPOSED
    assert refused(moved(CLOSURE), DORA, c.CarryMotion("m7")) is Code.OTHER_QUESTION


def test_to_end_the_sitting_no_quorum_is_needed_to_close_the_debate_it_is() -> None:
    for kind, code in ((SUSPENSION, None), (CLOSURE, Code.NO_QUORUM)):
        stage = moved(kind, by=DORA)
        for seat in (BRUNO, GAEL):
            stage.ask(seat, c.Leave())
        stage.ask(DORA, c.VerifyQuorum())
        if code:
            assert refused(stage, DORA, c.CarryMotion()) is code
        else:
            stage.ask(DORA, c.CarryMotion())


def test_a_motion_that_nobody_can_decide_does_not_hold_the_session_for_ever() -> None:
    stage = moved(CLOSURE)
    assert refused(stage, DORA, c.LapseMotion("Dilatory")) is Code.MOTION_STANDS
    stage.ask(BRUNO, c.Leave())
    stage.ask(DORA, c.LapseMotion("Its mover left"))
    assert stage.room.motion is None


def test_an_appeal_stands_although_the_chair_removes_whoever_appealed() -> None:
    """Else the chair ends an appeal against their own ruling by their own act; older logs hold such removals."""
    stage = appealed()
    assert refused(stage, DORA, c.Remove(GAEL, "Disturbs")) is Code.ELECTOR
    stage.removed(GAEL)
    assert refused(stage, DORA, c.LapseMotion("Whoever appealed is gone")) is Code.MOTION_STANDS
    decided(stage, (BRUNO, AGAINST), (ELIAS, AGAINST), says=False)
    assert isinstance(stage.log[-1].event, e.RulingOverturned)


def test_an_appeal_lapses_when_whoever_appealed_left_by_themself() -> None:
    stage = appealed()
    stage.ask(GAEL, c.Leave())
    stage.ask(DORA, c.LapseMotion("Nobody stands for it"))
    assert stage.room.motion is None


def test_a_motion_that_is_no_appeal_lapses_with_its_mover_however_they_went() -> None:
    stage = moved(CLOSURE)
    assert refused(stage, DORA, c.Remove(BRUNO, "Disturbs")) is Code.ELECTOR
    stage.removed(BRUNO)
    stage.ask(DORA, c.LapseMotion("Nobody stands for it"))
    assert stage.room.motion is None


def test_a_lost_motion_changes_nothing_and_is_not_moved_again_by_the_same_person() -> None:
    stage = decided(moved(CLOSURE), (ELIAS, AGAINST), says=False)
    assert isinstance(stage.log[-1].event, e.MotionLost)
    assert stage.room.floor.list_open
    assert refused(stage, BRUNO, c.MoveProcedural(CLOSURE, "Again")) is Code.MOVED_BEFORE
    stage.ask(GAEL, c.MoveProcedural(CLOSURE, "I think so too"))


def test_declared_against_the_count_it_is_not_carried() -> None:
    stage = decided(moved(CLOSURE), (ELIAS, AGAINST), says=True, reason="I saw more hands")
    assert isinstance(stage.log[-1].event, e.MotionLost)


def test_what_carries_it_follows_from_the_motion_and_not_from_who_asks() -> None:
    stage = moved(CLOSURE)
    stage.ask(DORA, c.PutToVote("?", Method.ROLL_CALL, Majority.FOUR_FIFTHS, agrees=True, motion="m1"))
    assert stage.room.vote is not None
    assert (stage.room.vote.majority, stage.room.vote.agrees) == (Majority.SIMPLE, False)


# --- Reconsideration ---------------------------------------------------------------------------------
def test_two_thirds_reopen_an_agreement_which_stands_until_a_later_one_takes_its_place() -> None:
    stage = agreed()
    stage.ask(GAEL, c.MoveReconsider("A1", "There are new figures"))
    decided(stage, (ELIAS, FOR), (BRUNO, FOR), (GAEL, AGAINST))
    assert stage.room.votes[-1].majority is Majority.TWO_THIRDS
    first = stage.room.agreement("A1")
    assert first is not None
    assert (first.text, first.reopened, first.superseded) == ("Shall the figures be published?", "m1", "")
    assert refused(stage, DORA, c.SupersedeAgreement("A1", "A1")) is Code.NOT_LATER
    agreed(stage)
    stage.ask(DORA, c.SupersedeAgreement("A1", "A2"))
    assert stage.room.agreements[0].superseded == "A2"
    assert refused(stage, DORA, c.SupersedeAgreement("A1", "A2")) is Code.NOT_REOPENED


def test_half_is_not_two_thirds() -> None:
    stage = agreed()
    stage.ask(GAEL, c.MoveReconsider("A1", "There are new figures"))
    decided(stage, (ELIAS, FOR), (BRUNO, AGAINST), says=False)
    assert stage.room.agreements[0].reopened == ""


def test_the_result_of_a_vote_without_an_agreement_is_reconsidered_too() -> None:
    stage = declared(_votes(put(stage=Stage().listing()), AGAINST), carried=False)
    stage.ask(GAEL, c.MoveReconsider("v1", "There are new figures"))
    decided(stage, (ELIAS, FOR))
    assert stage.room.votes[0].reopened == "m1"


# --- Recount -----------------------------------------------------------------------------------------
def test_a_recount_opens_what_was_closed_and_the_hall_is_counted_anew() -> None:
    stage = put(Method.SHOW, hall_room(via={GAEL: Via.HALL}))
    stage.ask(ELIAS, FOR)
    for by in (ALBA, ELIAS):
        stage.ask(by, c.CountHall(0, 1, 0))
    stage.ask(DORA, c.CloseVote())
    stage.ask(BRUNO, c.RequestRecount("The back row was not seen"))
    vote = stage.room.vote
    assert vote is not None
    assert (vote.result, vote.hall_counts, vote.cast) == (None, (), (*vote.cast,))
    assert [x.seat for x in vote.cast] == [ELIAS]
    assert refused(stage, DORA, c.DeclareResult(True)) is Code.VOTE_NOT_CLOSED
    for by in (ALBA, ELIAS):
        stage.ask(by, c.CountHall(1, 0, 0))
    stage.ask(DORA, c.CloseVote())
    assert stage.room.vote is not None
    assert stage.room.vote.votes == e.Votes(2, 0, 0)
    assert refused(stage, BRUNO, c.RequestRecount("Again")) is Code.ALREADY_RECOUNTED


def test_of_a_secret_ballot_there_is_no_recount() -> None:
    stage = crowd(5, 5)
    stage.ask(DORA, c.PutToVote("Shall it?", Method.SECRET))
    for seat in (BRUNO, GAEL, ELIAS, "100", "101"):
        stage.ask(seat, FOR)
    stage.ask(DORA, c.CloseVote())
    assert refused(stage, BRUNO, c.RequestRecount("I doubt it")) is Code.RECOUNT_SECRET


# --- Every precondition, violated once ---------------------------------------------------------------
def _suspended(stage: Stage) -> Stage:
    stage.ask(DORA, c.Suspend("Break"))
    return stage


def _pointed(stage: Stage) -> Stage:
    stage.ask(GAEL, c.RaisePointOfOrder("Order"))
    return stage


def _voting() -> Stage:
    return put(Method.ROLL_CALL, Stage().listing())


def _counted() -> Stage:
    stage = _voting()
    stage.ask(DORA, c.CloseVote())
    return stage


def _asked() -> Stage:
    stage = Stage().listing()
    stage.ask(DORA, c.TakeTemperature("So?"))
    return stage


def _proposed() -> Stage:
    stage = Stage().listing()
    stage.ask(DORA, c.ProposeAdoption("Words", "binds"))  # type: ignore[arg-type]
    return stage


def _motion_voted() -> Stage:
    stage = moved(CLOSURE)
    stage.ask(DORA, c.PutToVote("Shall it?", Method.SHOW, motion="m1"))
    return stage


def _ruled_and_voting() -> Stage:
    stage = ruled()
    return put(Method.ROLL_CALL, stage)


def _reconsidered() -> Stage:
    stage = agreed()
    stage.ask(GAEL, c.MoveReconsider("A1", "News"))
    return stage


def _reopened() -> Stage:
    return decided(_reconsidered(), (ELIAS, FOR), (BRUNO, FOR))


def _left_out() -> Stage:
    stage = put(Method.ROLL_CALL, hall_room(without=(GAEL,)))
    stage.admit(GAEL)
    stage.ask(DORA, c.CloseVote())
    return stage


def _speaking() -> Stage:
    stage = Stage().listing()
    stage.ask(GAEL, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor())
    moved(CLOSURE, stage)
    stage.ask(ELIAS, c.SpeakOnMotion(Speaks.AGAINST))
    return stage


LONG = "x" * 2_001
CLOSE = c.MoveProcedural(CLOSURE, "Enough")
PUT = c.PutToVote("Shall it?", Method.SHOW, motion="m1")
VIOLATED: list[tuple[Callable[[], Stage], str, c.Command, Code]] = [
    (lambda: _suspended(ruled()), GAEL, c.AppealRuling("No"), Code.WRONG_PHASE),
    (lambda: _pointed(ruled()), GAEL, c.AppealRuling("No"), Code.POINT_PENDING),
    (_ruled_and_voting, GAEL, c.AppealRuling("No"), Code.VOTE_OPEN),
    (lambda: Stage().listing(), GAEL, c.AppealRuling("No"), Code.RULING_STANDS),
    (lambda: Stage().opened(), GAEL, c.AppealRuling("No"), Code.NO_ITEM_OPEN),
    (ruled, GAEL, c.AppealRuling("  "), Code.REASON_NEEDED),
    (ruled, GAEL, c.AppealRuling(LONG), Code.TOO_LONG),
    (ruled, FATIMA, c.AppealRuling("No"), Code.NOT_YOURS),
    (appealed, BRUNO, c.AppealRuling("Me too"), Code.RULING_STANDS),
    (appealed, BRUNO, c.SpeakOnMotion(Speaks.AGAINST), Code.NO_MORE_SPEAKERS),
    (appealed, DORA, c.CarryMotion(), Code.NEEDS_A_VOTE),
    (appealed, DORA, c.LapseMotion("No"), Code.MOTION_STANDS),
    (appealed, BRUNO, c.MoveProcedural(SUSPENSION, "Coffee"), Code.MOTION_PENDING),
    (lambda: _suspended(Stage().listing()), BRUNO, CLOSE, Code.WRONG_PHASE),
    (lambda: Stage().opened(), BRUNO, CLOSE, Code.NO_ITEM_OPEN),
    (lambda: _pointed(Stage().listing()), BRUNO, CLOSE, Code.POINT_PENDING),
    (_voting, BRUNO, CLOSE, Code.VOTE_OPEN),
    (_asked, BRUNO, CLOSE, Code.TEMPERATURE_OPEN),
    (_proposed, BRUNO, CLOSE, Code.PROPOSAL_OPEN),
    (lambda: Stage().listing(), FATIMA, CLOSE, Code.NOT_YOURS),
    (lambda: Stage().listing(), ALBA, CLOSE, Code.NOT_YOURS),
    (lambda: Stage().listing(), BRUNO, c.MoveProcedural(CLOSURE, ""), Code.REASON_NEEDED),
    (lambda: Stage().listing(), BRUNO, c.MoveProcedural(CLOSURE, LONG), Code.TOO_LONG),
    (lambda: Stage().listing(), BRUNO, c.MoveProcedural(MotionKind.APPEAL, "No"), Code.NO_MOTION),
    (lambda: Stage().listing(), BRUNO, c.MoveProcedural(MotionKind.RECONSIDERATION, "No"), Code.NO_MOTION),
    (agreed, BRUNO, c.MoveReconsider("A9", "News"), Code.NO_DECISION),
    (agreed, BRUNO, c.MoveReconsider("v1", "News"), Code.NO_DECISION),
    (agreed, BRUNO, c.MoveReconsider("A1", ""), Code.REASON_NEEDED),
    (agreed, FATIMA, c.MoveReconsider("A1", "News"), Code.NOT_YOURS),
    (_reopened, BRUNO, c.MoveReconsider("A1", "More news"), Code.ALREADY_REOPENED),
    (_reopened, BRUNO, c.MoveReconsider("v2", "A vote on a motion"), Code.NO_DECISION),
    (_reconsidered, DORA, c.CarryMotion(), Code.NEEDS_A_VOTE),
    (lambda: moved(), BRUNO, c.SpeakOnMotion(Speaks.AGAINST), Code.SPOKE_ON_IT),
    (lambda: moved(), GAEL, c.SpeakOnMotion(Speaks.GENERAL), Code.NO_MORE_SPEAKERS),
    (lambda: Stage().listing(), GAEL, c.SpeakOnMotion(Speaks.AGAINST), Code.NO_MOTION),
    (_motion_voted, GAEL, c.SpeakOnMotion(Speaks.AGAINST), Code.VOTE_OPEN),
    (lambda: moved(), FATIMA, c.SpeakOnMotion(Speaks.AGAINST), Code.NOT_YOURS),
    (lambda: Stage().listing(), DORA, c.HearOnMotion(), Code.NO_MOTION),
    (lambda: moved(), DORA, c.HearOnMotion(), Code.NOBODY_LISTED),
    (_speaking, DORA, c.HearOnMotion(), Code.SOMEBODY_SPEAKS),
    (lambda: _pointed(moved()), DORA, c.HearOnMotion(), Code.POINT_PENDING),
    (lambda: moved(), GAEL, c.HearOnMotion(), Code.NOT_YOURS),
    (lambda: moved(), GAEL, c.WithdrawMotion(), Code.NO_MOTION),
    (_motion_voted, BRUNO, c.WithdrawMotion(), Code.VOTE_OPEN),
    (lambda: _suspended(moved()), BRUNO, c.WithdrawMotion(), Code.WRONG_PHASE),
    (lambda: Stage().listing(), DORA, c.CarryMotion(), Code.NO_MOTION),
    (_motion_voted, DORA, c.CarryMotion(), Code.VOTE_OPEN),
    (lambda: _pointed(moved()), DORA, c.CarryMotion(), Code.POINT_PENDING),
    (lambda: moved(), BRUNO, c.CarryMotion(), Code.NOT_YOURS),
    (lambda: Stage().listing(), DORA, c.LapseMotion("No"), Code.NO_MOTION),
    (lambda: Stage().listing(), DORA, PUT, Code.NO_MOTION),
    (lambda: moved(), DORA, c.PutToVote("Shall it?", Method.SHOW, motion="m9"), Code.MOTION_PENDING),
    (lambda: _pointed(moved()), DORA, PUT, Code.POINT_PENDING),
    (lambda: moved(), BRUNO, PUT, Code.NOT_YOURS),
    (agreed, DORA, c.SupersedeAgreement("A1", "A9"), Code.UNKNOWN_AGREEMENT),
    (agreed, DORA, c.SupersedeAgreement("A1", "A1"), Code.NOT_REOPENED),
    (agreed, BRUNO, c.SupersedeAgreement("A1", "A1"), Code.NOT_YOURS),
    (lambda: Stage().listing(), BRUNO, c.RequestRecount("No"), Code.NO_VOTE),
    (_voting, BRUNO, c.RequestRecount("No"), Code.NOTHING_COUNTED),
    (_counted, BRUNO, c.RequestRecount("No", "v9"), Code.OTHER_QUESTION),
    (_counted, BRUNO, c.RequestRecount(""), Code.REASON_NEEDED),
    (_counted, FATIMA, c.RequestRecount("No"), Code.NOT_YOURS),
    (_left_out, GAEL, c.RequestRecount("No"), Code.NOT_IN_ELECTORATE),
    (lambda: _suspended(_counted()), BRUNO, c.RequestRecount("No"), Code.WRONG_PHASE),
    (lambda: _pointed(_counted()), DORA, c.DeclareResult(False), Code.POINT_PENDING),
]


@pytest.mark.parametrize(("made", "by", "command", "code"), VIOLATED)
def test_each_precondition_is_refused_with_its_code_and_nothing_changes(
    made: Callable[[], Stage], by: str, command: c.Command, code: Code
) -> None:
    assert refused(made(), by, command) is code
