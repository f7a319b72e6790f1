"""Reserved items and what refers to them from another one: what is kept, who acts, who decides, who presides."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from itertools import combinations
from types import CodeType, FunctionType, ModuleType
from typing import get_args

import pytest

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.decide import RULES
from sessions.core.naming import NAMES
from sessions.core.next_act import next_act
from sessions.core.refusals import Code
from sessions.core.reserves import is_over
from sessions.core.rules.questions import to_merge
from sessions.core.rules.reserves import DECISIONS
from sessions.core.steps import Why
from sessions.core.terms import Choice, Circle, Effect, Method, MotionKind, Slip, Speaks, TextKind, Via
from sessions.core.veil import veil
from sessions.minutes.build import build
from tests.sessions.core.stage import ALBA, BRUNO, CAST, DORA, ELIAS, FATIMA, GAEL, Stage
from tests.sessions.core.test_meeting import refused
from tests.sessions.core.test_reserves import WORDS, dealt_with, reserve, reserved


def every_hidden_set(stage: Stage) -> Iterator[frozenset[str]]:
    """Whatever reserves may be kept from somebody, together."""
    standing = [r.id for r in stage.room.reserves if not is_over(r, stage.room.zone, stage.now)]
    for n in range(len(standing) + 1):
        yield from (frozenset(ids) for ids in combinations(standing, n))


def folds_and_reads(stage: Stage) -> None:
    """Neither a room nor minutes fail for whoever does not hear some of it."""
    for hidden in every_hidden_set(stage):
        assert (WORDS in repr(veil(stage.log, stage.room, hidden))) <= ("c1" not in hidden)
        made = build(stage.log, agreement_reference=lambda n: f"S1-A{n}", hidden=hidden)
        assert (WORDS in repr(made)) <= ("c1" not in hidden)


def asked(stage: Stage, number: int, words: str = WORDS) -> None:
    """A question asked and let through in the open item."""
    stage.ask(DORA, c.OpenQuestions())
    stage.ask(BRUNO, c.AskQuestion(words))
    stage.ask(ALBA, c.ApproveQuestion(f"q{number}"))


def agreed_behind_closed_doors() -> Stage:
    """A1 is of i3, which is closed and over; i4 is open. GAEL came back and is not cleared."""
    stage = reserved(Circle.CLOSED, BRUNO, ELIAS, DORA)
    stage.ask(GAEL, c.Leave())
    asked(stage, 1)
    dealt_with(stage)
    stage.ask(DORA, c.OpenItem("i4"))
    stage.admit(GAEL)
    return stage


# --- What is kept ----------------------------------------------------------------------------------------------
def test_questions_of_different_items_are_not_merged() -> None:
    stage = reserved()
    asked(stage, 1)
    stage.ask(DORA, c.ConcludeItem(WORDS))
    stage.ask(DORA, c.OpenItem("i4"))
    asked(stage, 2, "In the open")
    before = stage.room
    for pair in (("q2", "q1"), ("q1", "q2")):
        assert refused(stage, ALBA, c.MergeQuestion(*pair)) is Code.OTHER_ITEM
    assert stage.room == before
    assert to_merge(stage.room) == []
    stage.ask(BRUNO, c.AskQuestion("In the open too"))
    assert {(q.id, into.id) for q, into in to_merge(stage.room)} == {("q3", "q2")}
    stage.ask(ALBA, c.MergeQuestion("q3", "q2"))


def test_a_log_in_which_they_were_merged_still_folds_for_everybody() -> None:
    stage = reserved()
    asked(stage, 1)
    stage.ask(DORA, c.ConcludeItem(WORDS))
    stage.ask(DORA, c.OpenItem("i4"))
    asked(stage, 2, "In the open")
    stage._write((e.QuestionMerged("q2", "q1"),), stage.now, "act:merge", by=ALBA)
    assert stage.room.reserves[0].keeps(len(stage.log))
    folds_and_reads(stage)


def test_what_refers_to_a_kept_item_from_another_one_is_kept_with_it() -> None:
    """A motion to reconsider, who speaks on it, its vote, what it reopens; a question answered in a kept turn."""
    stage = reserved()
    dealt_with(stage)
    stage.ask(DORA, c.OpenItem("i4"))
    asked(stage, 1, "In the open")
    first = len(stage.log) + 1
    stage.ask(ALBA, c.NoteAnswered("q1", "t1"))
    stage.ask(BRUNO, c.MoveReconsider("A1", WORDS))
    stage.ask(GAEL, c.SpeakOnMotion(Speaks.AGAINST))
    stage.ask(DORA, c.HearOnMotion())
    stage.ask(GAEL, c.EndSpeech())
    stage.ask(DORA, c.PutToVote(WORDS, Method.SHOW, motion="m1"))
    for who in (BRUNO, ELIAS, DORA, GAEL):
        stage.ask(who, c.CastVote(Choice.FOR))
    stage.ask(DORA, c.CloseVote())
    stage.ask(DORA, c.DeclareResult(True))
    agreement = stage.room.agreement("A1")
    assert agreement is not None
    assert agreement.reopened == "m1"
    told = {type(x.event) for x in stage.log[first - 1 :] if not stage.room.reserves[0].keeps(x.seq)}
    assert told == {e.FloorGiven, e.SpeechEnded}
    folds_and_reads(stage)


def test_what_names_two_reserved_items_is_kept_until_both_are_open() -> None:
    """The closed one is lifted first: what names the other one too does not come out with it."""
    stage = reserved(Circle.CLOSED, BRUNO, ELIAS, GAEL)
    dealt_with(stage)
    stage.ask(ALBA, reserve(item="i4"))
    stage.ask(DORA, c.OpenItem("i4"))
    stage.ask(BRUNO, c.MoveReconsider("A1", "Of both"))
    moved = len(stage.log)
    assert [r.keeps(moved) for r in stage.room.reserves] == [True, True]
    stage.ask(ALBA, c.DeclassifyItem("i3", "It is over"))
    assert "Of both" not in repr(veil(stage.log, stage.room, frozenset({"c2"})))
    for hidden in every_hidden_set(stage):
        veil(stage.log, stage.room, hidden)


def test_every_name_of_a_thing_is_in_the_table_of_names() -> None:
    """A new field of an event or a command is a name, and then in `NAMES`, or words, and then here."""
    words = {
        "article", "asked", "before", "capacity", "consensus_note", "decision", "document", "ground", "host_en",
        "host_es", "interest",
        "language", "least", "name", "now", "organization", "outcome", "override", "paper", "power", "powers",
        "presiding", "quote", "rationale", "reason", "reference", "request", "reserve", "risk", "ruling", "seat",
        "sha256", "sponsor", "statement", "text", "title", "title_en", "title_es", "told", "topic", "undertaking",
        "untold", "was", "why", "without_papers", "words", "zone",
    }  # fmt: skip
    kinds = (*get_args(e.Event), *get_args(c.Command))
    known = {f.name for kind in kinds for f in fields(kind) if f.type in (str, "str")}
    assert known - set(NAMES) == words
    assert set(NAMES) <= known


# --- Who acts --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("by", "command"), [
    (GAEL, c.SupportQuestion("q1")), (GAEL, c.WithdrawSupport("q1")), (GAEL, c.MoveReconsider("A1", "News")),
    (GAEL, c.EnterReservation("A1", "Differs")), (GAEL, c.ExplainPosition("A1", "We")),
    (GAEL, c.AskReply("t1", "Named me")),
    (GAEL, c.Dissociate("A1", "Not us")), (GAEL, c.HandInText("A1", "We")), (FATIMA, c.SupportQuestion("q1")),
    (GAEL, c.SubmitStatement("Ours", "We", item="i3")), (GAEL, c.DeclareConflict("i3", "I work there")),
])  # fmt: skip
def test_after_a_closed_item_nobody_uncleared_acts_on_anything_of_it(by: str, command: c.Command) -> None:
    stage = agreed_behind_closed_doors()
    assert refused(stage, by, command) is Code.NOT_CLEARED
    before = stage.comes(by, Via.PHONE).room
    assert refused(stage, ALBA, command, on_behalf_of=by, via=Via.PHONE) is Code.NOT_CLEARED
    assert stage.room == before


def test_an_official_who_is_not_cleared_any_more_answers_no_question_of_it() -> None:
    stage = agreed_behind_closed_doors()
    stage.ask(ALBA, c.UnclearSeat(ELIAS, "Terminated"))
    assert refused(stage, ELIAS, c.AnswerQuestion("q1", "In May")) is Code.NOT_CLEARED
    stage.ask(DORA, c.AnswerQuestion("q1", "In May"))


def test_nobody_uncleared_touches_a_text_of_it() -> None:
    stage = reserved(Circle.CLOSED, BRUNO)
    stage.ask(DORA, c.PresentText(TextKind.CHAIR, WORDS, ("One two.", "Three.")))
    stage.ask(DORA, c.ConcludeItem(WORDS))
    stage.ask(DORA, c.OpenItem("i4"))
    for command in (c.SubmitAmendment("x1.1", 1, "delete"), c.CoSponsor("x1.a1"), c.ConsentToLift("x1.b1", "keep"),  # type: ignore[arg-type]
                    c.MoveDivision("x1", ("x1.1",))):  # fmt: skip
        assert refused(stage, GAEL, command) is Code.NOT_CLEARED


# --- Who decides -----------------------------------------------------------------------------------------------
def _reaches(code: CodeType, scope: dict[str, object], seen: set[int]) -> set[str]:
    """The names that a rule uses, and those of whatever function of the rules it calls."""
    found = set(code.co_names)
    names = [scope.get(n) for n in code.co_names]
    names += [getattr(m, n, None) for m in names if isinstance(m, ModuleType) for n in code.co_names]
    for one in names:
        if isinstance(one, FunctionType) and one.__module__.startswith("sessions.core") and id(one) not in seen:
            seen.add(id(one))
            found |= _reaches(one.__code__, one.__globals__, seen)
    return found


def test_every_command_that_puts_something_to_the_room_or_decides_it_counts_as_a_decision() -> None:
    """But the declaration of a vote, which was put when everybody with a vote could hear it."""
    decisive = {"AgreementRecorded", "VotePut", "AdoptionProposed", "TemperatureTaken"}
    rules = {k: f for k, f in RULES.items() if isinstance(f, FunctionType)}
    assert len(rules) == len(RULES)
    found = {k for k, f in rules.items() if decisive & _reaches(f.__code__, f.__globals__, set())}
    assert found == set(DECISIONS) - {c.CarryMotion} | {c.DeclareResult}


SHOWN = {"in_favour": 2, "scrutineers": (ALBA, BRUNO), "agrees": True}


@pytest.mark.parametrize("command", [
    c.ProposeAdoption(WORDS, Effect.BINDS), c.PutToVote("So?", Method.SHOW), c.TakeTemperature("So?"),
    c.RecordPaperAgreement(WORDS, Effect.BINDS), c.RecordPaperVote(WORDS, Method.SHOW, **SHOWN),  # type: ignore[arg-type]
    c.CarryMotion(),
])  # fmt: skip
def test_nothing_of_a_closed_item_is_decided_beside_a_voter_who_may_not_hear_it(command: c.Command) -> None:
    stage = reserved(Circle.CLOSED, BRUNO, ELIAS)
    if isinstance(command, c.CarryMotion):
        stage.ask(BRUNO, c.MoveProcedural(MotionKind.CLOSURE, "Enough"))
    before = stage.room
    assert refused(stage, DORA, command) is Code.VOTERS_NOT_CLEARED
    assert stage.room == before
    stage.ask(ALBA, c.ClearSeat(GAEL, "Gael", "Signed"))
    assert stage.ask(DORA, command)


def test_what_was_decided_on_paper_is_judged_by_who_was_there_at_that_hour() -> None:
    stage = reserved(Circle.CLOSED, BRUNO, ELIAS)
    stage.wait(60)
    then = stage.now
    stage.wait(60)
    stage.ask(GAEL, c.Leave())
    late = c.RecordPaperAgreement(WORDS, Effect.BINDS)
    assert refused(stage, ALBA, late, happened_at=then, via=Via.PAPER) is Code.VOTERS_NOT_CLEARED
    stage.wait(60)
    then = stage.now
    stage.wait(60)
    stage.admit(GAEL)
    assert stage.ask(ALBA, late, happened_at=then, via=Via.PAPER)


def test_a_decision_of_a_closed_item_is_reopened_only_by_those_who_may_hear_it() -> None:
    stage = agreed_behind_closed_doors()
    stage.ask(BRUNO, c.MoveReconsider("A1", "News"))
    assert refused(stage, GAEL, c.SpeakOnMotion(Speaks.FOR)) is Code.NOT_CLEARED
    put = c.PutToVote("Again?", Method.SHOW, motion="m1")
    assert refused(stage, DORA, put) is Code.VOTERS_NOT_CLEARED
    stage.ask(GAEL, c.Leave())
    stage.ask(DORA, put)
    name, role, side, votes, empowered = CAST[GAEL]
    back = c.Admit(GAEL, name, "", role, side, "Org", votes, empowered)
    assert refused(stage, ALBA, back) is Code.VOTERS_NOT_CLEARED
    for who in (BRUNO, ELIAS, DORA):
        stage.ask(who, c.CastVote(Choice.FOR))
    stage.ask(DORA, c.CloseVote())
    stage.ask(DORA, c.DeclareResult(True))
    folds_and_reads(stage)


def reopened(stage: Stage, ref: str, motion: str) -> None:
    stage.ask(BRUNO, c.MoveReconsider(ref, "News"))
    stage.ask(DORA, c.PutToVote("Again?", Method.SHOW, motion=motion))
    for who in (BRUNO, ELIAS, DORA, GAEL):
        stage.ask(who, c.CastVote(Choice.FOR))
    stage.ask(DORA, c.CloseVote())
    stage.ask(DORA, c.DeclareResult(True))


def agree(stage: Stage, words: str) -> None:
    stage.ask(DORA, c.ProposeAdoption(words, Effect.BINDS))
    stage.wait(91)


def test_only_a_later_agreement_of_the_same_item_that_stands_takes_the_place_of_a_reopened_one() -> None:
    stage = Stage().at_item()
    agree(stage, "First")
    agree(stage, "Second")
    reopened(stage, "A1", "m1")
    reopened(stage, "A2", "m2")
    assert refused(stage, DORA, c.SupersedeAgreement("A1", "A2")) is Code.NOT_LATER
    stage.ask(DORA, c.ConcludeItem(""))
    stage.ask(DORA, c.OpenItem("i4"))
    agree(stage, "Of something else")
    assert refused(stage, DORA, c.SupersedeAgreement("A1", "A3")) is Code.NOT_LATER
    stage.ask(DORA, c.ConcludeItem(""))
    stage.ask(DORA, c.ReopenItem("i3", "Again"))
    agree(stage, "Third")
    stage.ask(DORA, c.SupersedeAgreement("A1", "A4"))


def test_while_a_closed_item_is_decided_no_letter_makes_a_voter_of_somebody_uncleared() -> None:
    stage = reserved(Circle.CLOSED, BRUNO, ELIAS)
    stage.ask(GAEL, c.Leave())
    name, role, side, votes, empowered = CAST[GAEL]
    stage.ask(ALBA, c.Admit(GAEL, name, "", role, side, "Org", votes, empowered, Via.WEB, True))
    stage.ask(DORA, c.ProposeAdoption(WORDS, Effect.BINDS))
    assert refused(stage, ALBA, c.ConfirmAccreditation(GAEL, "Letter 7")) is Code.VOTERS_NOT_CLEARED
    stage.ask(DORA, c.WithdrawProposal("Later"))
    stage.ask(ALBA, c.ConfirmAccreditation(GAEL, "Letter 7"))


# --- Who presides ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("open_item", ["i3", "i4"])
def test_the_chair_goes_only_to_whoever_may_hear_what_is_closed(open_item: str) -> None:
    stage = reserved(Circle.CLOSED, BRUNO)
    stage.ask(DORA, c.ConcludeItem(WORDS))
    if open_item == "i4":
        stage.ask(DORA, c.OpenItem("i4"))
    before = stage.room
    assert refused(stage, DORA, c.HandOverChair(ELIAS)) is Code.CHAIR_NOT_CLEARED
    stage.lost = {DORA}
    assert refused(stage, ELIAS, c.TakeChair("Lost")) is Code.CHAIR_NOT_CLEARED
    assert stage.room == before
    stage.ask(ALBA, c.ClearSeat(ELIAS, "Elías", "Signed"))
    stage.ask(ELIAS, c.TakeChair("Lost"))
    assert stage.room.presiding == ELIAS


def test_the_desk_names_somebody_cleared_before_a_vice_chair_who_is_not() -> None:
    stage = reserved(Circle.CLOSED, BRUNO)
    stage.lost = {DORA}
    stage.ask(ALBA, c.TakeChair("Lost"))
    assert stage.room.presiding == BRUNO


def test_when_nobody_is_cleared_the_desk_clears_somebody_first() -> None:
    stage = reserved(Circle.CLOSED)
    stage.lost = {DORA}
    assert refused(stage, ALBA, c.TakeChair("Lost")) is Code.CHAIR_NOT_CLEARED
    stage.ask(ALBA, c.DeclassifyItem("i3", "It is over"))
    stage.ask(ALBA, c.TakeChair("Lost"))
    assert stage.room.presiding == ELIAS


def test_while_a_closed_item_is_decided_the_chair_leaves_no_uncleared_voter_behind() -> None:
    stage = reserved(Circle.CLOSED, BRUNO, ELIAS, GAEL)
    stage.ask(DORA, c.ProposeAdoption(WORDS, Effect.BINDS))
    stage.lost = {DORA}
    stage.wait(1)
    assert refused(stage, ELIAS, c.TakeChair("Lost")) is Code.VOTERS_NOT_CLEARED
    stage.ask(ALBA, c.ClearSeat(DORA, "Dora", "Signed"))
    stage.ask(ELIAS, c.TakeChair("Lost"))


def test_a_vice_chair_who_is_not_cleared_does_not_open_a_session_with_a_closed_item() -> None:
    stage = Stage().lobby(ALBA, BRUNO, ELIAS, GAEL)
    stage.wait(3600)
    stage.ask(ALBA, reserve(Circle.CLOSED))
    assert refused(stage, ALBA, c.OpenSession()) is Code.CHAIR_NOT_CLEARED
    step = next_act(stage.room, stage.entitled)
    assert (step.act, step.why, step.target) == ("clear_seat", Why.CHAIR_NOT_CLEARED, ELIAS)
    stage.ask(ALBA, c.ClearSeat(ELIAS, "Elías", "Signed"))
    assert next_act(stage.room, stage.entitled).act == "open_session"
    stage.ask(ALBA, c.OpenSession())


def test_nobody_owes_an_answer_about_a_closed_item_they_are_not_cleared_for() -> None:
    stage = reserved(Circle.CLOSED, BRUNO, DORA)
    asked(stage, 1)
    day = date(2026, 3, 12)
    before = stage.room
    assert refused(stage, DORA, c.OweAnswer("q1", ELIAS, day)) is Code.NOT_CLEARED
    assert stage.room == before
    stage.ask(ALBA, c.ClearSeat(ELIAS, "Elías", "Signed"))
    stage.ask(DORA, c.OweAnswer("q1", ELIAS, day))
    stage.ask(DORA, c.OweAnswer("q1", "", day))


def test_a_slip_of_a_closed_item_is_put_right_by_the_desk_alone() -> None:
    stage = agreed_behind_closed_doors()
    stage.ask(ALBA, c.CorrectSlip(Slip.AGREEMENT_TEXT, "A1", f"{WORDS}!", "Slip"))
    assert stage.room.reserves[0].keeps(len(stage.log))


def test_the_next_step_of_the_chair_is_no_decision_of_a_closed_item_beside_an_uncleared_voter() -> None:
    stage = reserved(Circle.CLOSED, BRUNO, ELIAS)
    stage.ask(DORA, c.CloseList())
    stage.ask(ALBA, c.RecordTurn(BRUNO, 10, "Said"))
    assert next_act(stage.room).act == "open_item"
    stage.ask(BRUNO, c.MoveProcedural(MotionKind.CLOSURE, "Enough"))
    assert next_act(stage.room).why is Why.MOTION_WAITS
    stage.ask(ALBA, c.ClearSeat(GAEL, "Gael", "Signed"))
    assert next_act(stage.room).act == "carry_motion"
