"""Questions beside the floor, on paper: open or not, who reads them, their order, answers, what is owed."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.refusals import Code
from sessions.core.rules.questions import are_open, in_order
from sessions.core.state import Question
from sessions.core.terms import QuestionState, Via
from sessions.core.touches import DESK_ONLY
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, FATIMA, GAEL, NINE, Stage
from tests.sessions.core.test_meeting import refused

DAY = (NINE + timedelta(days=10)).date()


def opened(**rules: object) -> Stage:
    """A room at its item, with questions open."""
    stage = Stage(**rules).at_item()
    stage.ask(DORA, c.OpenQuestions())
    return stage


def listed(**rules: object) -> Stage:
    """The observer's question was let through; Bruno's waits; the chair's was declined; Gael's has its answer."""
    stage = opened(**rules)
    for by, command in (
        (FATIMA, c.AskQuestion("When?")), (ALBA, c.ApproveQuestion("q1")), (BRUNO, c.AskQuestion("Who?")),
        (DORA, c.AskQuestion("Why?")), (ALBA, c.DeclineQuestion("q3", "Of another item")),
        (GAEL, c.AskQuestion("Where?")), (ALBA, c.ApproveQuestion("q4")), (ELIAS, c.AnswerQuestion("q4", "Here")),
    ):  # fmt: skip
        stage.ask(by, command)
    return stage


def question(stage: Stage, question_id: str) -> Question:
    found = stage.room.questions.get(question_id)
    assert found is not None
    return found


# --- Open or not ---------------------------------------------------------------------------------------
def test_questions_belong_to_the_item_they_were_opened_for() -> None:
    stage = opened()
    assert are_open(stage.room)
    stage.ask(DORA, c.ConcludeItem())
    assert not are_open(stage.room)
    stage.ask(DORA, c.OpenItem("i4"))
    assert not are_open(stage.room)
    assert refused(stage, FATIMA, c.AskQuestion("When?")) is Code.QUESTIONS_CLOSED


def test_what_waits_is_still_looked_at_after_questions_closed() -> None:
    stage = listed()
    stage.ask(DORA, c.CloseQuestions())
    stage.ask(ALBA, c.ApproveQuestion("q2"))
    assert question(stage, "q2").state is QuestionState.APPROVED


def test_questions_are_asked_in_a_recess_too() -> None:
    stage = opened()
    stage.ask(DORA, c.Suspend("Coffee"))
    stage.ask(FATIMA, c.AskQuestion("When?"))
    assert question(stage, "q1").item == "i3"


# --- Asking --------------------------------------------------------------------------------------------
def test_an_observer_asks_and_the_desk_reads_it_first() -> None:
    stage = opened()
    (made,) = stage.ask(FATIMA, c.AskQuestion("  When?  ", "en"))
    assert made == e.QuestionAsked("q1", "i3", FATIMA, "When?", "en")
    assert type(made) in DESK_ONLY
    assert question(stage, "q1").state is QuestionState.WAITING


def test_the_secretariat_asks_for_somebody_on_the_telephone() -> None:
    stage = opened().comes(GAEL, Via.PHONE)
    stage.ask(ALBA, c.AskQuestion("When?"), on_behalf_of=GAEL, via=Via.PHONE)
    assert question(stage, "q1").seat == GAEL


def test_only_so_many_of_one_person_wait_and_looking_at_one_makes_room() -> None:
    stage = opened(questions_waiting=2)
    for text in ("One?", "Two?"):
        stage.ask(FATIMA, c.AskQuestion(text))
    assert refused(stage, FATIMA, c.AskQuestion("Three?")) is Code.TOO_MANY_WAITING
    stage.ask(BRUNO, c.AskQuestion("Mine?"))
    stage.ask(ALBA, c.DeclineQuestion("q1", "Said already"))
    stage.ask(FATIMA, c.AskQuestion("Three?"))


# --- The desk looks at it ------------------------------------------------------------------------------
def test_a_question_let_through_is_never_taken_back_in_silence() -> None:
    stage = opened()
    stage.ask(FATIMA, c.AskQuestion("When?"))
    stage.ask(ALBA, c.ApproveQuestion("q1"))
    assert refused(stage, ALBA, c.Undo()) is Code.NOTHING_TO_UNDO


def test_a_merged_question_brings_its_people_once_each() -> None:
    stage = opened()
    for by, command in (
        (FATIMA, c.AskQuestion("When?")), (ALBA, c.ApproveQuestion("q1")), (BRUNO, c.AskQuestion("When, please?")),
        (ALBA, c.ApproveQuestion("q2")), (GAEL, c.SupportQuestion("q1")), (GAEL, c.SupportQuestion("q2")),
        (FATIMA, c.SupportQuestion("q2")), (BRUNO, c.SupportQuestion("q1")), (ELIAS, c.SupportQuestion("q2")),
        (DORA, c.MergeQuestion("q2", "q1")),
    ):  # fmt: skip
        stage.ask(by, command)
    into = question(stage, "q1")
    assert (into.seat, into.joined, into.supporters) == (FATIMA, (BRUNO,), (GAEL, ELIAS))
    assert (question(stage, "q2").state, question(stage, "q2").into) == (QuestionState.MERGED, "q1")
    assert refused(stage, BRUNO, c.SupportQuestion("q1")) is Code.OWN_QUESTION


# --- Support and order -----------------------------------------------------------------------------------
def test_the_list_is_in_the_order_of_support_then_of_asking() -> None:
    stage = opened()
    for by, text in ((FATIMA, "One?"), (BRUNO, "Two?"), (GAEL, "Three?")):
        stage.ask(by, c.AskQuestion(text))
    for n in (1, 2, 3):
        stage.ask(ALBA, c.ApproveQuestion(f"q{n}"))
    stage.ask(ELIAS, c.SupportQuestion("q3"))
    assert [q.id for q in in_order(stage.room.questions.asked)] == ["q3", "q1", "q2"]
    stage.ask(ELIAS, c.WithdrawSupport("q3"))
    assert [q.id for q in in_order(stage.room.questions.asked)] == ["q1", "q2", "q3"]


@given(st.lists(st.integers(0, 4), max_size=12), st.randoms())
def test_the_order_rests_on_support_and_asking_alone(counts: list[int], chance: object) -> None:
    asked = [
        Question(f"q{n}", "i3", str(n), "?", "es", NINE, supporters=tuple(map(str, range(s))))
        for n, s in enumerate(counts, 1)
    ]
    mixed = list(asked)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    told = in_order(mixed)
    assert told == in_order(asked)
    assert [(-len(q.supporters), q.number) for q in told] == sorted((-len(q.supporters), q.number) for q in asked)


# --- Answers ---------------------------------------------------------------------------------------------
@pytest.mark.parametrize("by", [DORA, ELIAS])
def test_officials_and_the_chair_answer_in_writing(by: str) -> None:
    stage = listed()
    stage.ask(by, c.AnswerQuestion("q1", "In May", "en"))
    told = question(stage, "q1")
    assert (told.state, told.answer, told.answered_by) == (QuestionState.ANSWERED, "In May", by)


def test_the_desk_notes_that_it_was_answered_aloud() -> None:
    stage = listed()
    stage.ask(DORA, c.OpenList())
    stage.ask(ELIAS, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor())
    stage.ask(ALBA, c.NoteAnswered("q1", "t1"))
    assert (question(stage, "q1").state, question(stage, "q1").turn) == (QuestionState.ANSWERED, "t1")


def test_an_answer_promised_in_writing_has_who_and_until_when_and_may_still_be_given() -> None:
    stage = listed()
    stage.ask(ALBA, c.OweAnswer("q1", ELIAS, DAY))
    assert (question(stage, "q1").owes, question(stage, "q1").due) == (ELIAS, DAY)
    stage.ask(DORA, c.OweAnswer("q1", "", DAY + timedelta(days=1)))
    assert question(stage, "q1").owes == ""
    stage.ask(ELIAS, c.AnswerQuestion("q1", "In May after all"))
    assert question(stage, "q1").state is QuestionState.ANSWERED


@pytest.mark.guideline("G8.I")
def test_closing_leaves_no_question_without_who_owes_it() -> None:
    stage = listed(answer_days=3)
    stage.ask(ALBA, c.ApproveQuestion("q2"))
    stage.ask(DORA, c.OweAnswer("q1", ELIAS, DAY))
    stage.ask(DORA, c.CloseSession())
    assert (question(stage, "q1").owes, question(stage, "q1").due) == (ELIAS, DAY)
    left = question(stage, "q2")  # closed on Monday 2 March 2026: three business days later is Thursday
    assert (left.state, left.owes, left.due) == (QuestionState.OWED, "", date(2026, 3, 5))


def test_a_term_of_business_days_passes_over_the_weekend() -> None:
    stage = listed(answer_days=5)
    stage.ask(DORA, c.CloseSession())
    assert question(stage, "q1").due == date(2026, 3, 9)


def test_what_was_declined_or_never_looked_at_is_owed_by_nobody() -> None:
    stage = listed()
    stage.ask(ELIAS, c.AnswerQuestion("q1", "In May"))
    stage.ask(DORA, c.CloseSession())
    assert stage.room.questions.those(QuestionState.OWED) == []


# --- Every precondition, violated once ---------------------------------------------------------------------
def before() -> Stage:
    return Stage().at_item()


def over() -> Stage:
    stage = listed()
    stage.ask(DORA, c.CloseSession())
    return stage


def between() -> Stage:
    return Stage().opened()


def supported() -> Stage:
    stage = listed()
    stage.ask(BRUNO, c.SupportQuestion("q1"))
    return stage


def owed() -> Stage:
    stage = listed()
    stage.ask(DORA, c.OweAnswer("q1", ELIAS, DAY))
    return stage


def away() -> Stage:
    stage = listed()
    stage.ask(FATIMA, c.Leave())
    return stage


TODAY = NINE.date()
VIOLATED: list[tuple[Callable[[], Stage], str, c.Command, Code]] = [
    (between, DORA, c.OpenQuestions(), Code.NO_ITEM_OPEN),
    (opened, DORA, c.OpenQuestions(), Code.QUESTIONS_OPEN),
    (before, BRUNO, c.OpenQuestions(), Code.NOT_YOURS),
    (over, DORA, c.OpenQuestions(), Code.WRONG_PHASE),
    (before, DORA, c.CloseQuestions(), Code.QUESTIONS_CLOSED),
    (opened, FATIMA, c.CloseQuestions(), Code.NOT_YOURS),
    (over, DORA, c.CloseQuestions(), Code.WRONG_PHASE),
    (before, FATIMA, c.AskQuestion("When?"), Code.QUESTIONS_CLOSED),
    (opened, FATIMA, c.AskQuestion(" \n "), Code.TEXT_NEEDED),
    (opened, FATIMA, c.AskQuestion("x" * 1001), Code.TOO_LONG),
    (away, FATIMA, c.AskQuestion("When?"), Code.NOT_ADMITTED),
    (opened, "99", c.AskQuestion("When?"), Code.NOT_ADMITTED),
    (opened, "", c.AskQuestion("When?"), Code.NOT_ADMITTED),
    (over, FATIMA, c.AskQuestion("When?"), Code.WRONG_PHASE),
    (listed, BRUNO, c.ApproveQuestion("q2"), Code.NOT_YOURS),
    (listed, ELIAS, c.ApproveQuestion("q2"), Code.NOT_YOURS),
    (listed, ALBA, c.ApproveQuestion("q9"), Code.UNKNOWN_QUESTION),
    (listed, ALBA, c.ApproveQuestion("q1"), Code.QUESTION_SEEN),
    (listed, ALBA, c.ApproveQuestion("q3"), Code.QUESTION_SEEN),
    (over, ALBA, c.ApproveQuestion("q2"), Code.WRONG_PHASE),
    (listed, FATIMA, c.MergeQuestion("q2", "q1"), Code.NOT_YOURS),
    (listed, ALBA, c.MergeQuestion("q1", "q1"), Code.SAME_QUESTION),
    (listed, ALBA, c.MergeQuestion("q9", "q1"), Code.UNKNOWN_QUESTION),
    (listed, ALBA, c.MergeQuestion("q1", "q2"), Code.UNKNOWN_QUESTION),  # not let through: nobody would read it
    (listed, ALBA, c.MergeQuestion("q3", "q1"), Code.QUESTION_SETTLED),
    (listed, ALBA, c.MergeQuestion("q2", "q4"), Code.QUESTION_SETTLED),
    (over, ALBA, c.MergeQuestion("q2", "q1"), Code.WRONG_PHASE),
    (listed, GAEL, c.DeclineQuestion("q2", "No"), Code.NOT_YOURS),
    (listed, ALBA, c.DeclineQuestion("q2", " "), Code.REASON_NEEDED),
    (listed, ALBA, c.DeclineQuestion("q2", "x" * 2001), Code.TOO_LONG),
    (listed, ALBA, c.DeclineQuestion("q1", "No"), Code.QUESTION_SEEN),
    (over, ALBA, c.DeclineQuestion("q2", "No"), Code.WRONG_PHASE),
    (listed, FATIMA, c.SupportQuestion("q1"), Code.OWN_QUESTION),
    (supported, BRUNO, c.SupportQuestion("q1"), Code.ALREADY_SUPPORTED),
    (listed, GAEL, c.SupportQuestion("q2"), Code.UNKNOWN_QUESTION),  # it waits: nobody learns that it exists
    (listed, GAEL, c.SupportQuestion("q3"), Code.UNKNOWN_QUESTION),
    (listed, BRUNO, c.SupportQuestion("q4"), Code.QUESTION_SETTLED),
    (away, FATIMA, c.SupportQuestion("q1"), Code.NOT_ADMITTED),
    (over, BRUNO, c.SupportQuestion("q1"), Code.WRONG_PHASE),
    (listed, BRUNO, c.WithdrawSupport("q1"), Code.NOT_SUPPORTED),
    (over, BRUNO, c.WithdrawSupport("q1"), Code.WRONG_PHASE),
    (listed, BRUNO, c.AnswerQuestion("q1", "In May"), Code.NOT_OFFICIAL),
    (listed, FATIMA, c.AnswerQuestion("q1", "In May"), Code.NOT_OFFICIAL),
    (listed, ELIAS, c.AnswerQuestion("q2", "In May"), Code.UNKNOWN_QUESTION),
    (listed, ELIAS, c.AnswerQuestion("q4", "Again"), Code.QUESTION_SETTLED),
    (listed, ELIAS, c.AnswerQuestion("q1", ""), Code.TEXT_NEEDED),
    (over, ELIAS, c.AnswerQuestion("q1", "In May"), Code.WRONG_PHASE),
    (listed, ELIAS, c.NoteAnswered("q1", "t1"), Code.NOT_YOURS),
    (listed, ALBA, c.NoteAnswered("q1", "t7"), Code.UNKNOWN_TURN),
    (listed, ALBA, c.NoteAnswered("q2", "t1"), Code.UNKNOWN_QUESTION),
    (listed, ELIAS, c.OweAnswer("q1", ELIAS, DAY), Code.NOT_YOURS),
    (listed, DORA, c.OweAnswer("q1", BRUNO, DAY), Code.NOT_OFFICIAL),
    (listed, DORA, c.OweAnswer("q1", "99", DAY), Code.UNKNOWN_SEAT),
    (listed, DORA, c.OweAnswer("q1", ELIAS, TODAY), Code.IN_THE_PAST),
    (listed, DORA, c.OweAnswer("q1", ELIAS, TODAY + timedelta(days=366)), Code.TOO_FAR_AHEAD),
    (listed, DORA, c.OweAnswer("q1", ELIAS, date(2026, 3, 14)), Code.NO_BUSINESS_DAY),  # a Saturday
    (listed, DORA, c.OweAnswer("q2", ELIAS, DAY), Code.UNKNOWN_QUESTION),
    (listed, DORA, c.OweAnswer("q4", ELIAS, DAY), Code.QUESTION_SETTLED),
    (owed, DORA, c.OweAnswer("q1", ELIAS, DAY), Code.NOTHING_TO_CORRECT),
    (over, DORA, c.OweAnswer("q1", ELIAS, DAY), Code.WRONG_PHASE),
]  # fmt: skip


@pytest.mark.parametrize(("start", "by", "command", "code"), VIOLATED)
def test_what_lacks_a_condition_is_refused_and_changes_nothing(
    start: Callable[[], Stage], by: str, command: c.Command, code: Code
) -> None:
    stage = start()
    room, seq = stage.room, len(stage.log)
    assert refused(stage, by, command) is code
    assert (stage.room, len(stage.log)) == (room, seq)


def test_nobody_answers_by_the_hand_of_the_secretariat_who_could_not_answer_alone() -> None:
    stage = listed().comes(BRUNO, Via.HALL).comes(ELIAS, Via.HALL)
    answer = c.AnswerQuestion("q1", "In May")
    assert refused(stage, ALBA, answer, on_behalf_of="99", via=Via.HALL) is Code.NOT_ADMITTED
    assert refused(stage, ALBA, answer, on_behalf_of=BRUNO, via=Via.HALL) is Code.NOT_OFFICIAL
    stage.ask(ALBA, answer, on_behalf_of=ELIAS, via=Via.HALL)
    assert question(stage, "q1").answered_by == ELIAS
