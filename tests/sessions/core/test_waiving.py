"""Papers that came late keep decisions back until the chair waives the term; so does the term for amendments."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.next_act import Why, next_act
from sessions.core.refusals import Code
from sessions.core.terms import AmendmentKind, Effect, Method, MotionKind, TextKind, Via
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, NINE, Stage
from tests.sessions.core.test_meeting import refused

PRESENT = c.PresentText(TextKind.CHAIR, "Draft", ("One.", "Two."))
PAPER = c.TablePaper("1", "i3", "Note", "0" * 64, NINE)
RESTS = [
    c.ProposeAdoption("Words", Effect.BINDS), c.PutToVote("Shall it?", Method.SHOW), c.RecordPaperAgreement("Words",
    Effect.BINDS), c.RecordPaperVote("Shall it?", Method.SHOW, in_favour=2, scrutineers=(BRUNO, DORA)),
]  # fmt: skip


def with_late_paper() -> Stage:
    """Item 3 is open and a paper of it was tabled a moment ago."""
    stage = Stage().at_item()
    stage.ask(ALBA, PAPER)
    return stage


@pytest.mark.parametrize("command", [PRESENT, *RESTS])
def test_nothing_is_decided_nor_presented_upon_a_paper_tabled_a_moment_ago_until_the_chair_waives_it(
    command: c.Command,
) -> None:
    stage = with_late_paper()
    before = stage.room
    assert refused(stage, DORA, command) is Code.PAPER_LATE
    assert stage.room == before
    stage.ask(DORA, c.WaiveCirculation("1", " It is short "))
    assert stage.log[-1].event == e.CirculationWaived("i3", "1", "It is short")
    stage.ask(DORA, command, **({"via": Via.PAPER} if command in RESTS[2:] else {}))


def test_a_late_paper_keeps_back_its_own_item_only_and_no_procedural_motion() -> None:
    stage = with_late_paper()
    stage.ask(BRUNO, c.MoveProcedural(MotionKind.CLOSURE, "Enough"))
    stage.ask(DORA, c.PutToVote("Shall it close?", Method.SHOW, motion="m1"))
    stage.ask(DORA, c.WithdrawVote("Anew"))
    stage.ask(BRUNO, c.WithdrawMotion())
    stage.ask(DORA, c.OpenItem("i4"))
    stage.ask(DORA, c.ProposeAdoption("Words", Effect.BINDS))


def test_a_paper_of_the_whole_session_and_one_in_time_keep_nothing_back() -> None:
    stage = Stage().at_item()
    stage.ask(ALBA, c.TablePaper("1", "", "Of the session", "0" * 64, NINE))
    stage.ask(ALBA, c.TablePaper("2", "i3", "In time", "0" * 64, NINE - timedelta(days=30)))
    stage.ask(DORA, c.ProposeAdoption("Words", Effect.BINDS))


def test_what_comes_while_the_session_sits_is_late_even_if_it_opened_before_its_day() -> None:
    stage = Stage().at_item()
    stage.room = replace(stage.room, starts_at=NINE + timedelta(days=30))
    stage.ask(ALBA, PAPER)
    assert stage.room.papers[0].late


def test_where_the_rules_give_papers_no_term_none_is_late() -> None:
    stage = Stage(papers_days=0).at_item()
    stage.ask(ALBA, PAPER)
    stage.ask(DORA, c.ProposeAdoption("Words", Effect.BINDS))


def test_a_session_that_moves_to_a_later_day_gives_its_papers_their_term() -> None:
    stage = Stage().convened()
    stage.ask(ALBA, PAPER)
    assert stage.room.papers[0].late
    stage.ask(ALBA, c.Reschedule(NINE + timedelta(days=30), "To read"))
    assert not stage.room.papers[0].late
    stage.ask(ALBA, c.Reschedule(NINE + timedelta(days=1), "Sooner"))
    assert stage.log[-1].event == e.SessionRescheduled(NINE + timedelta(days=1), "Sooner", ("1",))
    assert stage.room.papers[0].late


def test_the_next_step_before_a_decision_is_to_waive_what_came_late() -> None:
    stage = with_late_paper()
    stage.ask(DORA, c.OpenList())
    stage.ask(DORA, c.CloseList())
    stage.ask(BRUNO, c.AskQuorum())
    stage.ask(DORA, c.VerifyQuorum())
    stage.ask(DORA, c.RecordTurn(BRUNO, 20))
    step = next_act(stage.room)
    assert (step.act, step.why, step.target) == ("waive_circulation", Why.PAPER_LATE, "1")
    stage.ask(DORA, c.WaiveCirculation("1", "Short"))
    assert next_act(stage.room).act == "propose"


def with_text(**rules: object) -> Stage:
    stage = Stage(amendment_minutes=10, **rules).at_item()
    stage.ask(DORA, PRESENT)
    return stage


AMEND = c.SubmitAmendment("x1.1", 1, AmendmentKind.REPLACE, "Other words.")


def test_amendments_are_taken_until_the_term_ends_and_then_only_if_the_chair_waives_it() -> None:
    stage = with_text().wait(599)
    stage.ask(BRUNO, AMEND)
    stage.wait(1)
    assert stage.log[-1].event == e.AmendmentsClosed("x1")
    before = stage.room
    assert refused(stage, BRUNO, AMEND) is Code.AMENDMENTS_CLOSED
    assert stage.room == before
    stage.ask(BRUNO, c.ReviseAmendment("x1.a1", 1, "Handed in on time, said better."))
    stage.ask(DORA, c.WaiveDeadline("One more voice"))
    assert stage.log[-1].event == e.DeadlineWaived("x1", "One more voice")
    stage.ask(BRUNO, AMEND)


def test_a_term_waived_before_its_end_never_ends() -> None:
    stage = with_text()
    stage.ask(DORA, c.WaiveDeadline("We take our time"))
    stage.wait(3_600).ask(BRUNO, AMEND)
    assert not any(isinstance(x.event, e.AmendmentsClosed) for x in stage.log)


def test_by_default_amendments_have_no_term() -> None:
    stage = Stage().at_item()
    stage.ask(DORA, PRESENT)
    stage.wait(36_000).ask(BRUNO, AMEND)


def test_the_term_stands_still_while_the_session_does_not_sit() -> None:
    stage = with_text().wait(300)
    stage.ask(DORA, c.Suspend("Lunch"))
    stage.wait(3_600).ask(DORA, c.Resume())
    stage.wait(299).ask(BRUNO, AMEND)
    stage.wait(2)
    assert refused(stage, BRUNO, AMEND) is Code.AMENDMENTS_CLOSED


def test_a_text_that_comes_back_to_the_table_after_its_term_is_closed_at_once() -> None:
    stage = with_text()
    stage.ask(DORA, c.ConcludeItem("Later"))
    stage.wait(3_600)
    assert not stage.room.texts[0].amendments_closed
    stage.ask(DORA, c.ReopenItem("i3", "Again"))
    assert stage.room.texts[0].amendments_closed
    assert stage.log[-1].at == stage.now


def suspended() -> Stage:
    stage = with_late_paper()
    stage.ask(DORA, c.Suspend("Break"))
    return stage


def waived() -> Stage:
    """The late paper, and then the term for amendments, were let through."""
    stage = with_text()
    stage.ask(ALBA, PAPER)
    stage.ask(DORA, c.WaiveCirculation("1", "Short"))
    stage.ask(DORA, c.WaiveDeadline("Once"))
    return stage


VIOLATED: list[tuple[Callable[[], Stage], str, c.Command, Code]] = [
    (with_late_paper, BRUNO, c.WaiveCirculation("1", "Mine"), Code.NOT_YOURS),
    (with_late_paper, DORA, c.WaiveCirculation("1", " "), Code.REASON_NEEDED),
    (with_late_paper, DORA, c.WaiveCirculation("9", "x"), Code.UNKNOWN_PAPER),
    (with_late_paper, DORA, c.WaiveCirculation("1", "x" * 2_001), Code.TOO_LONG),
    (lambda: Stage().opened(), DORA, c.WaiveCirculation("1", "x"), Code.NO_ITEM_OPEN),
    (suspended, DORA, c.WaiveCirculation("1", "x"), Code.WRONG_PHASE),
    *((with_late_paper, DORA, command, Code.PAPER_LATE) for command in (PRESENT, *RESTS[:2])),
    (waived, DORA, c.WaiveCirculation("1", "Again"), Code.PAPER_NOT_LATE),
    (waived, DORA, c.WaiveDeadline("Twice"), Code.NO_DEADLINE),
    (lambda: with_text().wait(601), BRUNO, AMEND, Code.AMENDMENTS_CLOSED),
    (with_text, ELIAS, c.WaiveDeadline("Mine"), Code.NOT_YOURS),
    (with_text, DORA, c.WaiveDeadline(""), Code.REASON_NEEDED),
    (lambda: Stage().at_item(), DORA, c.WaiveDeadline("x"), Code.NO_TEXT),
]  # fmt: skip


@pytest.mark.parametrize(("stage", "by", "command", "code"), VIOLATED)
def test_what_waiving_needs(stage: object, by: str, command: c.Command, code: Code) -> None:
    room = stage()  # type: ignore[operator]
    before = room.room
    assert refused(room, by, command) is code
    assert room.room == before


def test_a_term_is_waived_once() -> None:
    stage = with_late_paper()
    stage.ask(DORA, c.WaiveCirculation("1", "Short"))
    assert refused(stage, DORA, c.WaiveCirculation("1", "Again")) is Code.PAPER_NOT_LATE
    stage = with_text()
    stage.ask(DORA, c.WaiveDeadline("Once"))
    assert refused(stage, DORA, c.WaiveDeadline("Twice")) is Code.NO_DEADLINE
