"""Votes on paper: who may, how often, what it comes to, what is declared; and what the log never says."""

from dataclasses import fields
from datetime import timedelta

import pytest
from django.utils.translation import override

from sessions import wire
from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.refusals import Code
from sessions.core.terms import (
    Base,
    Choice,
    Effect,
    ItemKind,
    Majority,
    Method,
    MotionKind,
    Role,
    Side,
    Via,
)
from sessions.wording.voting import electorate
from tests.sessions.core.stage import ALBA, BRUNO, CAST, DORA, ELIAS, FATIMA, GAEL, Stage
from tests.sessions.core.test_meeting import refused
from tests.sessions.minutes.paper import minutes_of

FOR, AGAINST, ABSTAIN = c.CastVote(Choice.FOR), c.CastVote(Choice.AGAINST), c.CastVote(Choice.ABSTAIN)
QUESTION = c.PutToVote("Shall the figures be published?", Method.ROLL_CALL)


def put(method: Method = Method.ROLL_CALL, stage: Stage | None = None, **fields: object) -> Stage:
    stage = stage or Stage().at_item()
    stage.ask(DORA, c.PutToVote("Shall the figures be published?", method, **fields))  # type: ignore[arg-type]
    return stage


def room(*, without: tuple[str, ...] = (), via: dict[str, Via] | None = None) -> Stage:
    """An open room with its item; some are not there, some came otherwise than on line."""
    stage, others = Stage(), via or {}
    stage.lobby(*(s for s in CAST if s not in without and s not in others))
    for seat, how in others.items():
        stage.admit(seat, how)
    stage.wait(3601)
    stage.ask(DORA, c.OpenSession())
    stage.ask(DORA, c.OpenItem("i3"))
    return stage


def crowd(civil: int, public: int, via: Via = Via.WEB, **rules: object) -> Stage:
    """A room with so many members of each side besides the cast."""
    stage = Stage(**rules)
    for n in range(civil + public):
        side = Side.CIVIL if n < civil else Side.PUBLIC
        stage.cast[str(100 + n)] = (f"Member {n}", Role.MEMBER, side, True, False)
    stage.entitled += civil + public
    stage.lobby(ALBA, DORA, BRUNO, ELIAS, FATIMA, GAEL)
    for n in range(civil + public):
        stage.admit(str(100 + n), via)
    stage.ask(DORA, c.OpenSession())
    stage.ask(DORA, c.OpenItem("i3"))
    return stage


def all_vote(stage: Stage, **by: c.CastVote) -> Stage:
    for seat, command in zip((DORA, BRUNO, ELIAS, GAEL), by.values() or (FOR, FOR, FOR, AGAINST), strict=True):
        stage.ask(seat, command)
    return stage


def declared(stage: Stage, carried: bool = True, reason: str = "") -> Stage:
    stage.ask(DORA, c.CloseVote())
    stage.ask(DORA, c.DeclareResult(carried, reason))
    return stage


# --- Putting the question ----------------------------------------------------------------------------
def test_electorate_and_quorum_stand_still_from_the_question_on() -> None:
    stage = put(stage=room(without=(GAEL,)))
    stage.admit(GAEL)
    stage.ask(BRUNO, c.Leave())
    vote = stage.room.vote
    assert vote is not None
    assert vote.electorate == (DORA, BRUNO, ELIAS)
    assert (vote.count.entitled, vote.count.present) == (4, 3)
    assert refused(stage, GAEL, FOR) is Code.NOT_IN_ELECTORATE
    assert refused(stage, BRUNO, FOR) is Code.NOT_ADMITTED
    stage.admit(BRUNO)
    stage.ask(BRUNO, FOR)


@pytest.mark.guideline("G15")
def test_no_question_is_put_with_one_side_empty() -> None:
    stage = Stage().at_item()
    stage.ask(BRUNO, c.Leave())
    stage.ask(GAEL, c.Leave())
    stage.entitled = 2
    assert refused(stage, DORA, QUESTION) is Code.ONE_SIDE_EMPTY


def test_no_question_is_put_without_quorum_nor_while_it_is_in_doubt() -> None:
    stage = Stage().at_item()
    stage.ask(BRUNO, c.AskQuorum())
    assert refused(stage, DORA, QUESTION) is Code.QUORUM_ASKED
    stage.ask(DORA, c.VerifyQuorum())
    stage.entitled = 9
    assert refused(stage, DORA, QUESTION) is Code.NO_QUORUM, "counted now, not only when it was verified"


def test_one_question_is_before_the_room_at_a_time() -> None:
    stage = Stage().at_item()
    stage.ask(DORA, c.ProposeAdoption("Words", Effect.BINDS))
    assert refused(stage, DORA, QUESTION) is Code.PROPOSAL_OPEN
    stage.ask(DORA, c.WithdrawProposal("A vote instead"))
    stage.ask(BRUNO, c.RaisePointOfOrder("The text?"))
    assert refused(stage, DORA, QUESTION) is Code.POINT_PENDING
    stage.ask(DORA, c.RulePointOfOrder(True, "Read"))
    put(stage=stage)
    for command in (
        QUESTION, c.ProposeAdoption("Words", Effect.BINDS), c.TakeTemperature("How is it?"), c.OpenItem("i4"),
        c.ConcludeItem(), c.CloseSession(), c.VerifyQuorum(),
    ):  # fmt: skip
        assert refused(stage, DORA, command) is Code.VOTE_OPEN, command
    assert refused(stage, BRUNO, c.AskQuorum()) is Code.VOTE_OPEN
    declared(all_vote(stage))
    put(stage=stage)


@pytest.mark.parametrize(("by", "command"), [
    (BRUNO, QUESTION), (FATIMA, QUESTION), (BRUNO, c.CloseVote()), (ELIAS, c.CloseVote()),
    (BRUNO, c.DeclareResult(True)), (FATIMA, FOR), (ALBA, FOR), (FATIMA, c.CountHall(1, 0, 0)),
    (GAEL, c.WithdrawVote("No")), (BRUNO, c.TakeTemperature("So?")), (BRUNO, c.NoteTemperature("k1")),
])  # fmt: skip
def test_each_act_belongs_to_its_seat(by: str, command: c.Command) -> None:
    assert refused(put(), by, command) is Code.NOT_YOURS


# --- Voting ------------------------------------------------------------------------------------------
@pytest.mark.parametrize("method", list(Method))
def test_nobody_votes_twice(method: Method) -> None:
    stage = put(method)
    stage.ask(BRUNO, FOR)
    before = len(stage.log)
    assert refused(stage, BRUNO, FOR) is Code.ALREADY_VOTED
    if method is not Method.ROLL_CALL:
        assert refused(stage, BRUNO, AGAINST) is Code.ALREADY_VOTED
    assert len(stage.log) == before


def test_a_roll_call_may_be_changed_until_the_close_and_each_change_is_in_the_log() -> None:
    stage = put()
    stage.ask(BRUNO, FOR)
    stage.ask(BRUNO, AGAINST)
    stage.ask(DORA, c.CloseVote())
    assert refused(stage, BRUNO, FOR) is Code.VOTE_CLOSED
    assert [x.event.choice for x in stage.log if isinstance(x.event, e.VoteCast)] == [Choice.FOR, Choice.AGAINST]
    assert stage.room.vote is not None
    assert stage.room.vote.votes == e.Votes(0, 1, 0)


@pytest.mark.parametrize(("by", "command"), [
    (BRUNO, c.CastVote(Choice.FOR, "v1")), (DORA, c.CloseVote("v1")), (DORA, c.WithdrawVote("No", "v1")),
    (ALBA, c.CountHall(0, 0, 0, "v1")), (DORA, c.DeclareResult(True, "", "v1")),
])  # fmt: skip
def test_an_answer_to_an_earlier_question_counts_for_no_other(by: str, command: c.Command) -> None:
    stage = put()
    stage.ask(DORA, c.WithdrawVote("Better words"))
    put(Method.SHOW, stage)
    before = len(stage.log)
    assert refused(stage, by, command) is Code.OTHER_QUESTION
    assert len(stage.log) == before
    stage.ask(BRUNO, c.CastVote(Choice.FOR, "v2"))


def test_votes_stop_while_the_session_is_suspended() -> None:
    stage = put()
    stage.ask(DORA, c.Suspend("Break"))
    assert refused(stage, BRUNO, FOR) is Code.WRONG_PHASE
    stage.ask(DORA, c.Resume())
    stage.ask(BRUNO, FOR)


def test_the_secretariat_enters_the_vote_of_somebody_on_the_telephone_and_of_nobody_on_line() -> None:
    stage = room(via={GAEL: Via.PHONE})
    put(stage=stage)
    stage.ask(ALBA, AGAINST, on_behalf_of=GAEL, via=Via.PHONE)
    assert stage.log[-1].on_behalf_of == GAEL
    assert refused(stage, ALBA, FOR, on_behalf_of=BRUNO, via=Via.PHONE) is Code.OWN_DEVICE
    assert refused(stage, DORA, FOR, on_behalf_of=GAEL, via=Via.PHONE) is Code.NOT_YOURS


def test_nobody_casts_a_secret_ballot_for_somebody_else() -> None:
    stage = room(via={GAEL: Via.HALL})
    put(Method.SECRET, stage)
    assert refused(stage, ALBA, FOR, on_behalf_of=GAEL, via=Via.HALL) is Code.BY_ONESELF
    stage.ask(GAEL, FOR)  # on a device in the hall


@pytest.mark.parametrize("kind", [e.BallotCast, e.TemperatureShown])
def test_no_entry_of_a_secret_ballot_has_room_for_a_choice(kind: type) -> None:
    assert {f.name for f in fields(kind)} <= {"vote", "temperature", "seat"}


def test_the_same_secret_ballots_with_other_choices_leave_the_same_log_until_the_close() -> None:
    told = []
    for choices in ((FOR, FOR, AGAINST, ABSTAIN), (AGAINST, ABSTAIN, FOR, FOR)):
        stage = put(Method.SECRET)
        for seat, choice in zip((DORA, BRUNO, ELIAS, GAEL), choices, strict=True):
            stage.ask(seat, choice)
        told.append([wire.canonical(wire.plain(x)) for x in stage.log])
        assert stage.room.vote is not None
        assert stage.room.vote.cast == ()
        stage.ask(DORA, c.CloseVote())
        assert stage.room.vote.votes == e.Votes(2, 1, 1)
        assert stage.room.vote.by_side == ()
    assert told[0] == told[1]


def test_too_few_secret_ballots_are_not_counted_for_their_count_would_name_people() -> None:
    stage = put(Method.SECRET, crowd(2, 2))
    for n, seat in enumerate((BRUNO, GAEL, ELIAS, DORA)):
        stage.ask(seat, FOR)
        assert refused(stage, DORA, c.CloseVote()) is Code.FEW_BALLOTS, n
    stage.ask("100", AGAINST)
    declared(stage)
    few = put(Method.SECRET)
    for seat in (BRUNO, GAEL, ELIAS):
        few.ask(seat, FOR)
    assert refused(few, DORA, c.CloseVote()) is Code.FEW_BALLOTS, "among four, all four"
    few.ask(DORA, AGAINST)
    declared(few)


def test_an_urn_that_holds_another_number_of_ballots_is_not_counted() -> None:
    stage = put(Method.SECRET)
    stage.ask(BRUNO, FOR)
    stage.urn["v1", "", Choice.FOR] += 1
    assert refused(stage, DORA, c.CloseVote()) is Code.URN_DIFFERS
    stage.ask(DORA, c.WithdrawVote("The urn does not agree"))


# --- Closing and declaring ---------------------------------------------------------------------------
def test_carried_words_become_an_agreement_that_points_to_its_vote() -> None:
    part = e.Part(Side.PUBLIC, "Office", "Publishes", None)
    stage = declared(all_vote(put(agrees=True, effect=Effect.COMMITS, parts=(part,), power="Art. 7")))
    assert [type(x.event).__name__ for x in stage.log[-2:]] == ["ResultDeclared", "AgreementRecorded"]
    (agreement,) = stage.room.agreements
    assert (agreement.text, agreement.effect, agreement.parts) == (QUESTION.question, Effect.COMMITS, (part,))
    assert stage.room.votes[0].agreement == agreement.id == "A1"
    assert refused(stage, DORA, c.CloseSession()) is Code.AGREEMENTS_UNREAD


@pytest.mark.guideline("G22")
def test_an_agreement_voted_without_an_empowered_official_is_ad_referendum() -> None:
    stage = Stage()
    stage.cast[DORA] = (*stage.cast[DORA][:4], False)
    stage = declared(all_vote(put(stage=stage.at_item(), agrees=True)))
    assert stage.room.agreements[0].ad_referendum


def test_a_question_that_is_no_agreement_records_none() -> None:
    assert declared(all_vote(put())).room.agreements == ()


def test_a_tie_is_not_carried() -> None:
    stage = put(agrees=True)
    for seat, choice in ((DORA, FOR), (BRUNO, AGAINST)):
        stage.ask(seat, choice)
    stage.ask(DORA, c.CloseVote())
    assert stage.room.vote is not None
    assert stage.room.vote.result == e.Result(2, 2, False, True)


def test_zero_ballots_close_and_are_not_carried() -> None:
    stage = declared(put(Method.SECRET), carried=False)
    assert stage.room.votes[0].result == e.Result(0, 1, False, True)


def test_a_declaration_that_differs_needs_its_reason_and_agrees_nothing() -> None:
    for agrees, cast, says in ((True, FOR, False), (True, AGAINST, True)):
        stage = put(agrees=agrees)
        for seat in (DORA, BRUNO, ELIAS):
            stage.ask(seat, cast)
        stage.ask(DORA, c.CloseVote())
        assert refused(stage, DORA, c.DeclareResult(says)) is Code.DECLARED_OTHERWISE
        stage.ask(DORA, c.DeclareResult(says, "Two members could not hear the question"))
        (vote,) = stage.room.votes
        assert (vote.carried, vote.differs, vote.reason) == (says, True, "Two members could not hear the question")
        assert stage.room.agreements == ()


def test_nothing_is_declared_before_the_close_and_nothing_withdrawn_after_it() -> None:
    stage = put()
    assert refused(stage, DORA, c.DeclareResult(True)) is Code.VOTE_NOT_CLOSED
    stage.ask(BRUNO, c.RaisePointOfOrder("The text?"))
    assert refused(stage, DORA, c.CloseVote()) is Code.POINT_PENDING
    stage.ask(DORA, c.RulePointOfOrder(False, "It goes on"))
    stage.ask(DORA, c.CloseVote())
    assert refused(stage, DORA, c.WithdrawVote("I don't like it")) is Code.VOTE_CLOSED
    assert refused(stage, DORA, c.CloseVote()) is Code.VOTE_CLOSED
    stage.ask(DORA, c.DeclareResult(False))
    assert refused(stage, DORA, c.DeclareResult(False)) is Code.NO_VOTE
    assert refused(stage, DORA, c.CloseVote()) is Code.NO_VOTE


def test_a_chair_who_is_lost_in_the_middle_is_followed_by_the_vice_chair_who_closes() -> None:
    stage = put()
    stage.ask(BRUNO, FOR)
    stage.lost = {DORA}
    stage.ask(ELIAS, c.TakeChair("The line of the chair is down"))
    stage.ask(ELIAS, c.CloseVote())
    stage.ask(ELIAS, c.DeclareResult(True))
    assert stage.room.votes[0].carried


@pytest.mark.parametrize("method", list(Method))
def test_a_chair_leaves_a_vote_only_after_handing_over_and_their_vote_stands(method: Method) -> None:
    stage = put(method)
    for seat in (DORA, BRUNO, GAEL):
        stage.ask(seat, FOR)
    assert refused(stage, DORA, c.Leave()) is Code.CHAIR_LEAVING
    stage.ask(DORA, c.HandOverChair(ELIAS))
    stage.ask(DORA, c.Leave())
    stage.ask(ELIAS, AGAINST)
    assert refused(stage, DORA, c.CloseVote()) is not None
    stage.ask(ELIAS, c.CloseVote())
    stage.ask(ELIAS, c.DeclareResult(True))
    assert stage.room.votes[0].votes == e.Votes(3, 1, 0)


@pytest.mark.parametrize("method", list(Method))
def test_a_ballot_after_the_close_reaches_no_count(method: Method) -> None:
    stage = put(method)
    for seat in (DORA, BRUNO, ELIAS, GAEL):
        stage.ask(seat, FOR)
    stage.ask(DORA, c.CloseVote())
    for seat in (BRUNO, GAEL):
        assert refused(stage, seat, AGAINST) is Code.VOTE_CLOSED
    stage.ask(DORA, c.DeclareResult(True))
    assert refused(stage, GAEL, AGAINST) is Code.NO_VOTE
    assert stage.room.votes[0].votes == e.Votes(4, 0, 0)


def test_a_clock_set_back_an_hour_changes_nothing() -> None:
    stage = put()
    stage.ask(BRUNO, FOR)
    stage.now -= timedelta(hours=1)
    assert refused(stage, BRUNO, FOR) is Code.ALREADY_VOTED
    stage.ask(GAEL, FOR)
    declared(stage)
    assert stage.room.votes[0].votes == e.Votes(2, 0, 0)


def test_nothing_of_a_vote_is_taken_back_in_silence() -> None:
    stage = put()
    stage.ask(BRUNO, FOR)
    assert refused(stage, BRUNO, c.Undo()) is Code.NOTHING_TO_UNDO
    assert refused(stage, DORA, c.Undo()) is Code.NOTHING_TO_UNDO


def test_the_base_is_what_was_asked_and_an_absolute_majority_is_of_everybody_entitled() -> None:
    stage = Stage().at_item()
    stage.entitled = 6
    declared(all_vote(put(stage=stage, majority=Majority.TWO_THIRDS, base=Base.PRESENT)), carried=True)
    assert stage.room.votes[0].result == e.Result(4, 3, True, False)
    declared(all_vote(put(stage=stage, majority=Majority.ABSOLUTE)), carried=False)
    assert stage.room.votes[1].base is Base.ENTITLED
    assert stage.room.votes[1].result == e.Result(6, 4, False, False)


def test_open_votes_are_told_by_side_where_each_side_is_large_enough() -> None:
    stage = put(Method.SHOW, crowd(3, 3))
    for seat in stage.room.vote.electorate:  # type: ignore[union-attr]
        stage.ask(seat, FOR)
    stage.ask(DORA, c.CloseVote())
    assert stage.room.vote is not None
    assert [(s.side, s.votes) for s in stage.room.vote.by_side] == [
        (Side.CIVIL, e.Votes(5, 0, 0)), (Side.PUBLIC, e.Votes(5, 0, 0)),
    ]  # fmt: skip
    small = put(Method.SHOW)
    all_vote(small)
    small.ask(DORA, c.CloseVote())
    assert small.room.vote is not None
    assert small.room.vote.by_side == ()


def test_before_a_question_is_put_it_is_told_who_could_cast_no_secret_ballot() -> None:
    with override("en"):
        told = electorate(None, room(via={GAEL: Via.HALL}).room)  # type: ignore[arg-type]
        assert any("no device here" in line for line in told)
        assert not any("no device here" in line for line in electorate(None, room().room))  # type: ignore[arg-type]


# --- Explanations ------------------------------------------------------------------------------------
def test_a_vote_is_explained_once_by_whoever_could_vote_after_the_declaration() -> None:
    stage = put(stage=room(without=(GAEL,)))
    stage.ask(ELIAS, AGAINST)
    assert refused(stage, BRUNO, c.ExplainVote("v1", "Because")) is Code.VOTING_NOW
    assert refused(stage, BRUNO, c.ExplainVote("v2", "Because")) is Code.UNKNOWN_VOTE
    declared(stage, carried=False)
    stage.admit(GAEL)
    stage.ask(BRUNO, c.ExplainVote("v1", "The figures name people"))
    assert refused(stage, BRUNO, c.ExplainVote("v1", "And more")) is Code.ALREADY_EXPLAINED
    assert refused(stage, GAEL, c.ExplainVote("v1", "Me too")) is Code.NOT_IN_ELECTORATE
    assert refused(stage, ELIAS, c.ExplainVote("v1", "  ")) is Code.TEXT_NEEDED
    assert [x.text for x in stage.room.votes[0].explanations] == ["The figures name people"]


def test_a_vote_may_be_explained_before_the_first_one_is_given_and_not_again_afterwards() -> None:
    stage = put()
    stage.ask(BRUNO, c.ExplainVote("v1", "We ask for the figures"))
    stage.ask(ELIAS, c.CastVote(Choice.FOR))
    assert refused(stage, GAEL, c.ExplainVote("v1", "Because")) is Code.VOTING_NOW
    stage.ask(DORA, c.CloseVote())
    assert refused(stage, GAEL, c.ExplainVote("v1", "Because")) is Code.VOTING_NOW
    stage.ask(DORA, c.DeclareResult(True))
    stage.ask(GAEL, c.ExplainVote("v1", "Because"))
    assert refused(stage, BRUNO, c.ExplainVote("v1", "Once more")) is Code.ALREADY_EXPLAINED
    assert [x.seat for x in stage.room.votes[0].explanations] == [BRUNO, GAEL]


def test_before_a_secret_ballot_and_once_the_hall_is_counted_nobody_explains_their_vote() -> None:
    assert refused(put(Method.SECRET), BRUNO, c.ExplainVote("v1", "Because")) is Code.VOTING_NOW
    stage = put(Method.SHOW, room(via={GAEL: Via.HALL}))
    stage.ask(ALBA, c.CountHall(0, 0, 0))
    assert refused(stage, BRUNO, c.ExplainVote("v1", "Because")) is Code.VOTING_NOW


def test_an_explanation_of_a_question_that_is_withdrawn_stays_in_the_minutes() -> None:
    stage = put()
    stage.ask(BRUNO, c.ExplainVote("v1", "We ask for the figures"))
    stage.ask(DORA, c.WithdrawVote("Anew"))
    told = next(v for i in minutes_of(stage).items for v in i.votes)
    assert [x.text for x in told.explanations] == ["We ask for the figures"]


def test_who_moved_or_sponsors_what_is_voted_does_not_explain_their_vote_on_it() -> None:
    stage = room()
    stage.ask(BRUNO, c.MoveProcedural(MotionKind.SUSPENSION, "To talk it over"))
    stage.ask(DORA, c.PutToVote("Shall it?", Method.SHOW, motion=stage.room.motions[0].id))
    assert refused(stage, BRUNO, c.ExplainVote("v1", "Because")) is Code.OWN_PROPOSAL
    stage.ask(GAEL, c.ExplainVote("v1", "We need the time"))


def test_a_question_needs_an_open_item_and_words() -> None:
    stage = Stage().opened()
    assert refused(stage, DORA, QUESTION) is Code.NO_ITEM_OPEN
    assert refused(stage, DORA, c.TakeTemperature("So?")) is Code.NO_ITEM_OPEN
    stage.ask(DORA, c.OpenItem("i3"))
    assert stage.room.kind_open is ItemKind.SUBJECT
    assert refused(stage, DORA, c.PutToVote("  ", Method.SHOW)) is Code.TEXT_NEEDED
    assert refused(stage, DORA, c.PutToVote("x" * 20_001, Method.SHOW)) is Code.TOO_LONG
