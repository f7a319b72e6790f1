"""The chair's next step: one act that the core accepts now, whatever happened before; and it leads to the close."""

import pytest
from django.utils.translation import override
from hypothesis import Phase as Stages
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant

from sessions import flags
from sessions.acts import ACTS
from sessions.core import commands as c
from sessions.core.decide import decide
from sessions.core.next_act import STEPS, next_act
from sessions.core.refusals import Refused
from sessions.core.state import Room
from sessions.core.steps import Next, Why
from sessions.core.terms import (
    AmendmentKind,
    Choice,
    Effect,
    ItemKind,
    Lift,
    Method,
    Phase,
    Role,
    Side,
    Stance,
    TextKind,
    Via,
)
from sessions.screen import script
from sessions.screen.script import sentence
from sessions.wording.next_act import WORDS, about, why
from sessions.wording.voting import outcome
from tests.sessions.core.any_floor import AnyFloor
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, FATIMA, GAEL, Stage
from tests.sessions.core.test_any_meeting import AnyMeeting
from tests.sessions.core.test_any_text import AnyText


def typed(room: Room, step: Next) -> c.Command | None:
    """What somebody would type for a step that asks for words; None: it takes several commands or a choice."""
    carried = bool(room.vote and room.vote.result and room.vote.result.carried)
    left = 0 if room.vote is None or not room.vote.hall_counts else room.vote.hall_counts[0].votes.in_favour
    return {
        "rule_point": c.RulePointOfOrder(True, "So ruled"), "withdraw_proposal": c.WithdrawProposal("Another one"),
        "declare_result": c.DeclareResult(carried), "count_hall": c.CountHall(0, 0, 1 if left == 0 else 0),
        "give_floor_to": c.GiveFloor(step.target, "So the chair decides"),
        "suspend": c.Suspend("Quorum"), "propose": c.ProposeAdoption("Words", Effect.BINDS),
        "lapse_motion": c.LapseMotion("Nobody stands for it"),
        "rule_admissible": c.RuleAdmissible(step.target), "rule_division": c.RuleDivision(step.target, True, ""),
        "rule_out_of_order": c.RuleOutOfOrder(step.target, "Not in order"),
        "decide_amendment": c.ProposeAdoption("", Effect.BINDS, about=step.target),
        "decide_bracket": c.ProposeAdoption("", Effect.BINDS, about=f"{step.target}.keep"),
        "adopt_text": c.ProposeAdoption("", Effect.BINDS, about=step.target),
    }.get(step.act)  # fmt: skip


def asker(stage: Stage, step: Next) -> str:
    """Who chairs; the hall is counted by the secretariat, in its own name."""
    return ALBA if step.act in ("count_hall", "open_lobby") else stage.room.presiding or DORA


class StepAccepted(RuleBasedStateMachine):
    """For machines that have a `stage`: the step is accepted, and is offered to whoever presides."""

    stage: Stage

    @invariant()
    def the_next_step_is_accepted(self) -> None:
        room = self.stage.room
        step = next_act(room, self.stage.entitled)
        assert WORDS[step.why]
        assert isinstance(sentence(room, step), str)
        if not step.act:
            return
        by = asker(self.stage, step)
        role = self.stage.cast[by][1]
        assert flags.fits(flags.own(room, by, role), ACTS[step.act].fits), (step, ACTS[step.act].fits)
        command = step.command or typed(room, step)
        if command is None or (step.not_before and self.stage.now < step.not_before):
            return
        if step.act == "count_hall" and any(h.seat == ALBA for h in room.vote.hall_counts if room.vote):
            return  # the same person counted before: another one is called for
        try:
            decide(room, c.Act(by, "next", command), self.stage.facts(), role)
        except Refused as refused:
            pytest.fail(f"{step} was refused: {refused.code}")


class NextStep(StepAccepted, AnyMeeting):
    """In any meeting, after any act."""


class NextOnText(StepAccepted, AnyText):
    """Whatever is done to a text."""


class NextOnFloor(StepAccepted, AnyFloor):
    """Whatever is done on the floor."""


NextStep.TestCase.settings = NextOnText.TestCase.settings = settings(
    max_examples=60, stateful_step_count=40, deadline=None, phases=(Stages.generate,)
)
NextOnFloor.TestCase.settings = NextOnText.TestCase.settings
TestNextStep = NextStep.TestCase
TestNextOnFloor = NextOnFloor.TestCase
TestNextOnText = NextOnText.TestCase


def follow(stage: Stage) -> Next:
    """Do the next step as the chair, once; wait where there is nothing to do."""
    step = next_act(stage.room, stage.entitled)
    command = step.command or typed(stage.room, step)
    if command:
        stage.ask(asker(stage, step), command)
    else:
        stage.wait(60)
    return step


def test_following_the_step_alone_holds_a_session_from_the_door_to_the_close() -> None:
    stage = Stage(objection_seconds=40).convened()
    assert follow(stage).act == "open_lobby"
    assert next_act(stage.room, stage.entitled).why is Why.CHAIR_MISSING
    for seat in stage.cast:
        stage.admit(seat)
    done = []
    while stage.room.phase is not Phase.CLOSED:
        floor, first = stage.room.floor, stage.room.current == "i3" and not stage.room.turns
        if first and floor.list_open and not floor.requests:
            stage.ask(BRUNO, c.RequestFloor())
        step = follow(stage)
        done.append(f"{step.act} {step.target}".strip() or step.why)
        assert len(done) < 60, done
    assert done == [
        "open_session", "open_item i1", "open_item i2", "open_list", "open_item i3", "open_list", "give_floor",
        "stop_speech", "propose", "window_runs", "conclude_item", "open_item i4", "open_list", "propose",
        "window_runs", "conclude_item", "open_item i5", "open_list",
        "open_item i6", "read_agreement A1", "read_agreement A2", "open_item i7",
        "close_session",
    ]  # fmt: skip
    assert next_act(stage.room).why is Why.OVER


def test_before_the_hour_the_session_opens_only_when_everybody_with_a_vote_is_there() -> None:
    stage = Stage().lobby(ALBA, DORA, BRUNO, ELIAS)
    early = next_act(stage.room, stage.entitled)
    assert (early.act, early.not_before) == ("open_session", stage.room.starts_at)
    stage.admit(GAEL)
    assert next_act(stage.room, stage.entitled).not_before is None


@pytest.mark.parametrize(
    ("people", "expected"),
    [((ALBA,), Why.CHAIR_MISSING), ((ALBA, DORA), Why.SIDE_MISSING), ((ALBA, DORA, BRUNO), Why.READY)],
)
def test_the_lobby_says_what_the_opening_lacks(people: tuple[str, ...], expected: Why) -> None:
    stage = Stage(quorum_over_percent=30).lobby(*people)
    assert next_act(stage.room, stage.entitled).why is expected


def test_too_few_for_the_quorum_are_told_in_the_lobby() -> None:
    stage = Stage(quorum_over_percent=80).lobby(ALBA, DORA, BRUNO)
    assert next_act(stage.room, stage.entitled).why is Why.TOO_FEW


def test_whoever_waits_at_the_door_comes_first_in_the_lobby_and_never_interrupts_the_floor() -> None:
    stage = Stage().lobby(ALBA, DORA, BRUNO, ELIAS)
    stage.ask(GAEL, c.AskAdmission("Gael", "Org"))
    assert next_act(stage.room, stage.entitled).why is Why.SOMEBODY_AT_THE_DOOR
    stage = Stage().at_item()
    stage.ask(GAEL, c.Leave())
    stage.ask(GAEL, c.AskAdmission("Gael", "Org"))
    assert next_act(stage.room).why is Why.LIST_TO_OPEN


def test_a_ruling_comes_before_a_vote_and_a_vote_before_the_floor() -> None:
    stage = Stage().listing()
    stage.ask(BRUNO, c.RequestFloor())
    assert next_act(stage.room).act == "give_floor"
    stage.ask(DORA, c.PutToVote("Shall it?", Method.ROLL_CALL))
    assert next_act(stage.room).why is Why.NOBODY_VOTED
    stage.ask(BRUNO, c.CastVote(Choice.FOR))
    assert next_act(stage.room).act == "close_vote"
    stage.ask(GAEL, c.RaisePointOfOrder("The text differs"))
    assert next_act(stage.room).act == "rule_point"
    stage.ask(DORA, c.RulePointOfOrder(False, "It is the same"))
    stage.ask(DORA, c.CloseVote())
    assert next_act(stage.room).act == "declare_result"


def test_an_objection_a_lost_line_and_a_doubted_quorum_each_have_their_step() -> None:
    stage = Stage(objection_seconds=90).at_item()
    stage.ask(DORA, c.ProposeAdoption("Words", Effect.BINDS))
    assert next_act(stage.room).why is Why.WINDOW_RUNS
    stage.lost = {BRUNO, GAEL}
    stage.wait(1)
    assert next_act(stage.room).why is Why.WINDOW_WAITS
    stage.ask(ELIAS, c.AskQuorum())
    assert next_act(stage.room).act == "verify_quorum"
    stage.ask(DORA, c.VerifyQuorum())
    stage.ask(ELIAS, c.Object("Not so"))
    assert next_act(stage.room).act == "withdraw_proposal"


def test_hands_in_the_hall_and_a_temperature_check_are_closed_in_their_order() -> None:
    stage = Stage().at_item()
    stage.ask(GAEL, c.Leave())
    stage.admit(GAEL, Via.HALL)
    stage.ask(DORA, c.PutToVote("Shall it?", Method.SHOW))
    assert next_act(stage.room).act == "count_hall"
    for by in (ALBA, DORA):
        stage.ask(by, c.CountHall(1, 0, 0))
    assert next_act(stage.room).act == "close_vote"
    stage.ask(DORA, c.WithdrawVote("Anew"))
    stage.ask(DORA, c.TakeTemperature("How is it?"))
    assert next_act(stage.room).why is Why.NOBODY_ANSWERED
    stage.ask(BRUNO, c.ShowTemperature(Stance.AGREE))
    assert next_act(stage.room).act == "close_temperature"


def test_without_quorum_or_a_side_the_room_is_not_asked_to_decide() -> None:
    stage = Stage(quorum_over_percent=60).at_item()
    stage.ask(DORA, c.OpenList())
    for seat in (BRUNO, GAEL):
        stage.ask(seat, c.Leave())
    assert next_act(stage.room).why is Why.SIDE_LOST
    stage.ask(DORA, c.VerifyQuorum())
    assert next_act(stage.room).why is Why.QUORUM_LOST
    for seat in (BRUNO, GAEL):
        stage.admit(seat)
    assert next_act(stage.room).act == "verify_quorum"


def test_every_step_names_an_act_and_has_words() -> None:
    assert set(WORDS) == set(Why)
    assert {s.act for s in STEPS if s.act} <= set(ACTS)


def test_the_step_says_whom_or_what_it_is_about() -> None:
    stage = Stage().listing()
    stage.ask(GAEL, c.RequestFloor())
    step = next_act(stage.room)
    assert about(stage.room, step) == "Gael Ríos"
    assert "Gael Ríos" in sentence(stage.room, step)
    assert why(stage.room, step)
    assert stage.cast[ALBA][1] is Role.SECRETARIAT


TEXT = c.PresentText(TextKind.CHAIR, "Text", ("One two three four.", "Five six.", "Seven."))


def on_table() -> Stage:
    stage = Stage(objection_seconds=40).at_item()
    stage.ask(DORA, TEXT)
    stage.ask(DORA, c.OpenList())
    return stage


def followed(stage: Stage, until: Why) -> list[str]:
    """The steps followed, each with what it is about, until this one comes."""
    done: list[str] = []
    while next_act(stage.room, stage.entitled).why is not until:
        step = follow(stage)
        done.append(f"{step.act} {step.target}".strip() or step.why)
        assert len(done) < 40, done
    return done


def test_the_step_leads_through_amendments_furthest_first_then_brackets_then_the_whole() -> None:
    stage = on_table()
    replace = AmendmentKind.REPLACE
    stage.ask(BRUNO, c.SubmitAmendment("x1.1", 1, replace, "One two three five."))
    stage.ask(GAEL, c.SubmitAmendment("x1.1", 1, replace, "Nine ten eleven twelve."))
    stage.ask(FATIMA, c.SubmitAmendment("x1.2", 1, replace, "Five six eight.", sponsor=GAEL))
    stage.ask(ELIAS, c.SubmitAmendment("x1.2", 1, AmendmentKind.ADD, "After all this."))
    stage.ask(BRUNO, c.PlaceBracket("x1.3", 1, "Seven", ("eight",)))
    stage.ask(GAEL, c.PlaceBracket("x1.2", 1, "six", ()))
    stage.ask(GAEL, c.ConsentToLift("x1.b2", Lift.KEEP))
    assert next_act(stage.room).why is Why.TO_ADMIT
    assert followed(stage, Why.POSITIONS) == [
        "rule_admissible x1.a1", "rule_admissible x1.a2", "rule_admissible x1.a4", "rule_out_of_order x1.a3",
        "order_amendments", "decide_amendment x1.a2", "window_runs", "rule_out_of_order x1.a1",
        "decide_amendment x1.a4", "window_runs", "lift_bracket x1.b2.keep", "decide_bracket x1.b1", "window_runs",
        "adopt_text x1", "window_runs",
    ]  # fmt: skip
    assert stage.room.texts[0].agreement == "A1"


def test_a_division_is_ruled_upon_and_its_parts_come_before_what_they_are_parts_of() -> None:
    stage = on_table()
    stage.ask(BRUNO, c.SubmitAmendment("x1.3", 1, AmendmentKind.ADD, "Seven eight."))
    stage.ask(DORA, c.RuleAdmissible("x1.a1"))
    stage.ask(GAEL, c.MoveDivision("x1.a1", ("Seven", "eight.")))
    stage.ask(GAEL, c.MoveDivision("x1", ("x1.2",)))
    assert [d for d in followed(stage, Why.POSITIONS) if d != "window_runs"] == [
        "rule_division x1.d1", "rule_division x1.d2", "decide_amendment x1.d1.1", "decide_amendment x1.d1.2",
        "decide_amendment x1.a1", "decide_amendment x1.d2.1", "adopt_text x1",
    ]  # fmt: skip


def test_a_granted_reply_comes_when_the_list_before_it_is_done() -> None:
    stage = Stage(objection_seconds=40).at_item()
    stage.ask(DORA, c.OpenList())
    stage.ask(BRUNO, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor())
    stage.ask(DORA, c.EndSpeech())
    stage.ask(ELIAS, c.AskReply(stage.room.turns[-1].id, "He named my office"))
    step = next_act(stage.room)
    assert (step.act, step.target) == ("grant_reply", "y1")
    assert (follow(stage).act, next_act(stage.room).act) == ("grant_reply", "give_reply")
    stage.ask(GAEL, c.RequestFloor())
    assert follow(stage).act == "give_reply"
    assert stage.room.floor.speech is not None
    assert stage.room.floor.speech.seat == ELIAS
    stage.ask(DORA, c.EndSpeech())
    assert next_act(stage.room).act == "give_floor"


def test_whoever_is_next_of_a_side_beyond_its_time_speaks_with_the_chairs_reason() -> None:
    stage = Stage(budgets=True).at_item()
    stage.ask(DORA, c.OpenList())
    stage.ask(DORA, c.SetBudget("i3", Side.CIVIL, 1))
    stage.ask(GAEL, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor())
    stage.wait(70)
    stage.ask(DORA, c.EndSpeech())
    stage.ask(BRUNO, c.RequestFloor())
    step = next_act(stage.room)
    assert (step.act, step.why, step.target) == ("give_floor_to", Why.OVER_BUDGET, stage.room.floor.requests[0].id)
    with override("en"):
        assert about(stage.room, step) == stage.room.seats[BRUNO].name
        assert "used up its time" in sentence(stage.room, step)


def test_once_the_agenda_is_adopted_the_next_item_follows(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = (ItemKind.ATTENDANCE, ItemKind.AGENDA, ItemKind.SUBJECT, ItemKind.READING, ItemKind.CLOSING)
    monkeypatch.setattr("tests.sessions.core.stage.SKELETON", kinds)
    stage = Stage().at_item("i1")
    stage.ask(DORA, c.OpenItem("i2"))
    assert follow(stage).act == "adopt_agenda"
    step = next_act(stage.room)
    assert (step.act, step.target) == ("open_item", "i3")
    with override("en"):
        assert "adopted" in sentence(stage.room, step)


def test_without_quorum_the_text_waits_too() -> None:
    stage = on_table()
    stage.ask(BRUNO, c.SubmitAmendment("x1.3", 1, AmendmentKind.ADD, "Seven eight."))
    stage.ask(DORA, c.RuleAdmissible("x1.a1"))
    for seat in (BRUNO, GAEL, ELIAS):
        stage.ask(seat, c.Leave())
    stage.ask(DORA, c.VerifyQuorum())
    assert next_act(stage.room).why is Why.QUORUM_LOST


def test_a_text_voted_down_is_not_put_again_and_a_vote_on_an_amendment_decides_no_item() -> None:
    stage = on_table()
    stage.ask(BRUNO, c.SubmitAmendment("x1.3", 1, AmendmentKind.ADD, "Seven eight."))
    stage.ask(DORA, c.RuleAdmissible("x1.a1"))
    for put, after in (("x1.a1", "adopt_text"), ("x1", "conclude_item")):
        stage.ask(DORA, c.PutToVote("", Method.SHOW, about=put))
        stage.ask(BRUNO, c.CastVote(Choice.AGAINST))
        stage.ask(DORA, c.CloseVote())
        stage.ask(DORA, c.DeclareResult(False))
        assert next_act(stage.room).act == after


def test_after_an_adoption_positions_are_invited_before_the_next_item() -> None:
    stage = Stage(objection_seconds=40).at_item()
    stage.ask(DORA, c.ProposeAdoption("Words", Effect.BINDS))
    stage.wait(41)
    step = next_act(stage.room)
    assert (step.act, step.why) == ("conclude_item", Why.POSITIONS)
    with override("en"):
        assert "A1" in sentence(stage.room, step)
        assert "reservation" in sentence(stage.room, step)
    stage.ask(GAEL, c.EnterReservation("A1", "We differ"))
    follow(stage)
    assert next_act(stage.room).act == "open_item"


def test_the_sentence_says_which_amendment_is_before_the_room_and_what_became_of_it() -> None:
    stage = on_table()
    stage.ask(BRUNO, c.SubmitAmendment("x1.1", 1, AmendmentKind.REPLACE, "One two."))
    stage.ask(GAEL, c.SubmitAmendment("x1.1", 1, AmendmentKind.DELETE, ""))
    for a in ("x1.a1", "x1.a2"):
        stage.ask(DORA, c.RuleAdmissible(a))
    stage.ask(DORA, c.OrderAmendments())

    def said() -> str:
        with override("en"):
            return sentence(stage.room, next_act(stage.room))

    assert "Amendment 2: delete paragraph 1" in said()
    assert "furthest" in said()
    stage.ask(DORA, c.PutToVote("", Method.SHOW, about="x1.a2"))
    stage.ask(BRUNO, c.CastVote(Choice.AGAINST))
    assert "Amendment 2: delete paragraph 1" in said()
    stage.ask(DORA, c.CloseVote())
    assert "The text stays as it was" in said()
    stage.ask(DORA, c.DeclareResult(False))
    assert "Amendment 1: other words for paragraph 1" in said()
    assert "furthest" not in said()
    stage.ask(DORA, c.ProposeAdoption("", Effect.BINDS, about="x1.a1"))
    assert "Amendment 1: other words for paragraph 1" in said()
    assert "objections" in said()
    stage.wait(41)
    assert said().startswith("No objections, so it is carried: Amendment 1: other words for paragraph 1.")
    assert "the text as a whole" in said()


def test_off_record_the_sentence_says_so_while_somebody_speaks() -> None:
    stage = Stage().listing()
    stage.ask(GAEL, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor())
    with override("en"):
        assert "off the record" not in sentence(stage.room, next_act(stage.room))
        stage.ask(DORA, c.GoOffRecord("An explanation"))
        assert "Gael Ríos" in sentence(stage.room, next_act(stage.room))
        assert "off the record" in sentence(stage.room, next_act(stage.room))


@pytest.mark.parametrize(("choice", "told"), [(Choice.FOR, "stands"), (Choice.AGAINST, "overturned")])
def test_the_result_of_an_appeal_says_whether_the_ruling_stands(choice: Choice, told: str) -> None:
    stage = Stage().listing()
    stage.ask(BRUNO, c.RaisePointOfOrder("Order"))
    stage.ask(DORA, c.RulePointOfOrder(False, "It is in order"))
    stage.ask(BRUNO, c.AppealRuling("Not so"))
    stage.ask(DORA, c.PutToVote("Shall the ruling stand?", Method.SHOW, motion="m1"))
    stage.ask(GAEL, c.CastVote(choice))
    with override("en"):
        assert "whoever votes against overturns it" in sentence(stage.room, next_act(stage.room))
    stage.ask(DORA, c.CloseVote())
    other = {"stands": "overturned", "overturned": "stands"}[told]
    with override("en"):
        said = sentence(stage.room, next_act(stage.room))
        assert (told in said, other in said, "arried" in said) == (True, False, False)
        warned = " ".join(outcome(None, stage.room))  # type: ignore[arg-type]
        assert (told in warned, "arried" in warned) == (True, False)
        stage.ask(DORA, c.DeclareResult(stage.room.vote.result.carried))  # type: ignore[union-attr]
        assert told in script.decision(stage.room)
