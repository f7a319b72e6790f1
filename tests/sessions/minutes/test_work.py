"""The second stream on paper: who may do what to minutes, in which state, and what it leaves."""

from datetime import timedelta

import pytest

from sessions.core import commands as c
from sessions.core.terms import Role
from sessions.minutes import work as w
from tests.sessions.core.stage import ALBA, BRUNO, CAST, DORA, ELIAS, FATIMA, GAEL, Stage
from tests.sessions.minutes.paper import closed, minutes_of
from tests.sessions.minutes.paper_desk import Desk, meeting

STRANGER = "99"


STATES = ("draft", "circulated", "approved", "published")
EVERYBODY = (ALBA, DORA, BRUNO, ELIAS, FATIMA, STRANGER, "")
EDIT = w.EditWording("t1", "Other words", "Clearer")

MAY: dict[str, tuple[w.Command, dict[str, set[str]]]] = {
    "edit": (EDIT, {"draft": {ALBA, DORA}, "circulated": {ALBA, DORA}}),
    "narrate": (w.AddNarrative("i3", "A summary", "Asked for"), {"draft": {ALBA, DORA}, "circulated": {ALBA, DORA}}),
    "circulate": (w.Circulate(), {"draft": {ALBA, DORA}}),
    "confirm": (w.ConfirmStatement("t1"), {"circulated": {BRUNO}}),
    "contest": (w.ContestStatement("t1", "Not so"), {"circulated": {BRUNO}}),
    "accept": (w.AcceptMinutes(), {"circulated": {ALBA, DORA, BRUNO, ELIAS, FATIMA}}),
    "dispute": (w.DisputeMinutes("No"), {"circulated": {ALBA, DORA, BRUNO, ELIAS, FATIMA}}),
    "publish": (w.PublishMinutes(), {"approved": {ALBA, DORA}}),
}


def at(state: str) -> Desk:
    desk = Desk()
    return desk if state == "draft" else getattr(desk, state)()  # type: ignore[no-any-return]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("name", MAY)
def test_each_act_belongs_to_its_people_in_its_state_and_to_nobody_else(name: str, state: str) -> None:
    command, allowed = MAY[name]
    for seat in EVERYBODY:
        desk = at(state)
        if seat in allowed.get(state, set()):
            desk.ask(seat, command)
        else:
            desk.refused(seat, command)


@pytest.mark.parametrize("state", STATES)
def test_minutes_are_approved_by_the_chair_in_circulation_only(state: str) -> None:
    for seat in EVERYBODY:
        desk = at(state)
        desk.now += timedelta(days=30)
        if state == "circulated" and seat in (DORA, ALBA):
            desk.ask(seat, w.ApproveMinutes())
        else:
            desk.refused(seat, w.ApproveMinutes())


@pytest.mark.parametrize(
    ("state", "readers"),
    [
        ("draft", {ALBA, DORA}),
        ("circulated", {ALBA, DORA, BRUNO, ELIAS, FATIMA}),
        ("approved", {ALBA, DORA, BRUNO, ELIAS, FATIMA}),
        ("published", set(EVERYBODY)),
    ],
)
def test_who_may_read_follows_from_the_state(state: str, readers: set[str]) -> None:
    desk = at(state)
    for seat in EVERYBODY:
        role = CAST[seat][1] if seat in CAST else None
        assert w.reads(desk.document, desk.work.state, seat, role) == (seat in readers)


def test_somebody_accredited_who_never_came_does_not_read_a_draft_in_circulation() -> None:
    stage = Stage().lobby(ALBA, DORA, BRUNO, ELIAS).wait(3600)
    stage.ask(DORA, c.OpenSession())
    desk = Desk(minutes_of(closed(stage))).circulated()
    assert not w.reads(desk.document, desk.work.state, GAEL, Role.MEMBER)


def test_a_chair_who_never_came_is_not_of_the_desk() -> None:
    stage = Stage().lobby(ALBA, BRUNO, GAEL, ELIAS).wait(3600)
    stage.ask(ALBA, c.OpenSession())
    desk = Desk(minutes_of(closed(stage, ELIAS)))
    assert not w.reads(desk.document, desk.work.state, DORA, Role.CHAIR)
    assert w.reads(desk.document, desk.work.state, ELIAS, Role.VICE_CHAIR)
    assert desk.refused(DORA, w.EditWording("i1.outcome", "x", "y")) is w.Code.NOT_YOURS


def test_the_secretariat_approves_on_the_chairs_instruction_and_both_are_recorded() -> None:
    desk = Desk().circulated()
    desk.now += timedelta(days=9)
    desk.ask(ALBA, w.ApproveMinutes())
    assert (desk.work.approved_by, desk.work.instructed_by) == (ALBA, DORA)
    strict = Desk(meeting(chair_instructs=False)).circulated()
    strict.now += timedelta(days=9)
    assert strict.refused(ALBA, w.ApproveMinutes()) is w.Code.NOT_YOURS


def test_a_change_of_wording_keeps_author_time_reason_and_both_versions() -> None:
    desk = Desk()
    desk.ask(ALBA, w.EditWording("t1", "We ask for more time", "Somebody misheard"))
    (change,) = desk.work.changes
    assert (change.by, change.at, change.reason) == (ALBA, desk.now, "Somebody misheard")
    assert (change.was, change.now) == ("We ask for time", "We ask for more time")
    now = w.passage(desk.document, desk.work, "t1")
    assert now is not None
    assert (now.text, now.base) == ("We ask for more time", 1)


@pytest.mark.parametrize("passage", ["A1", "i3.title", "i1.outcome", "p1"])
def test_facts_are_locked(passage: str) -> None:
    code = Desk().refused(ALBA, w.EditWording(passage, "Something else", "Because"))
    assert code in (w.Code.FACTS_LOCKED, w.Code.UNKNOWN_PASSAGE)


def test_the_words_of_an_agreement_can_not_be_edited() -> None:
    assert Desk().refused(ALBA, w.EditWording("A1", "Other", "Because")) is w.Code.FACTS_LOCKED


def test_an_outcome_and_an_empty_statement_are_words_and_can_be_edited() -> None:
    desk = Desk()
    desk.ask(ALBA, w.EditWording("i3.outcome", "All agreed", "Shorter"))
    desk.ask(ALBA, w.EditWording("t2", "Gael spoke of schools", "Nobody had noted it"))
    assert [x.passage for x in desk.work.changes] == ["i3.outcome", "t2"]


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (w.EditWording("t1", "New", ""), w.Code.REASON_NEEDED),
        (w.EditWording("t1", "  ", "Because"), w.Code.TEXT_NEEDED),
        (w.EditWording("t1", "x" * 20_001, "Because"), w.Code.TOO_LONG),
        (w.EditWording("t1", "New", "x" * 2_001), w.Code.TOO_LONG),
        (w.EditWording("t1", "We ask for time ", "Because"), w.Code.UNCHANGED),
        (w.EditWording("t1", "New", "Because", base=7), w.Code.STALE),
        (w.EditWording("t77", "New", "Because"), w.Code.UNKNOWN_PASSAGE),
        (w.AddNarrative("i77", "New", "Because"), w.Code.UNKNOWN_PASSAGE),
    ],
)
def test_bad_input_is_refused_and_changes_nothing(command: w.Command, code: w.Code) -> None:
    desk = Desk()
    assert desk.refused(ALBA, command) is code
    assert desk.work == w.Work()


def test_the_second_of_two_who_edit_at_once_reads_the_firsts_words_before_overwriting_them() -> None:
    desk = Desk()
    desk.ask(ALBA, w.EditWording("t1", "First", "Because", base=0))
    assert desk.refused(DORA, w.EditWording("t1", "Second", "Because", base=0)) is w.Code.STALE
    desk.ask(DORA, w.EditWording("t1", "Second", "Because", base=1))


def test_an_item_has_one_summary_that_is_then_edited() -> None:
    desk = Desk()
    desk.ask(ALBA, w.AddNarrative("i3", "It was long", "Asked for"))
    assert desk.refused(DORA, w.AddNarrative("i3", "It was short", "No")) is w.Code.NARRATIVE_THERE
    desk.ask(DORA, w.EditWording("i3", "It was short", "No", base=1))


def test_nothing_circulates_before_the_log_is_sealed() -> None:
    desk = Desk(final=False)
    assert desk.refused(ALBA, w.Circulate()) is w.Code.LOG_OPEN


def test_a_speaker_confirms_and_a_later_edit_asks_them_again() -> None:
    desk = Desk().circulated()
    desk.ask(BRUNO, w.ConfirmStatement("t1"))
    assert desk.work.standing("t1").status is w.Status.CONFIRMED
    assert desk.refused(BRUNO, w.ConfirmStatement("t1")) is w.Code.ALREADY_CONFIRMED
    desk.ask(ALBA, w.EditWording("t1", "Others", "Because"))
    assert desk.work.standing("t1").status is w.Status.NOT_CONFIRMED


def test_an_objection_stands_beside_words_the_desk_keeps_or_changes_until_the_speaker_lifts_it() -> None:
    desk = Desk().circulated()
    desk.ask(BRUNO, w.ContestStatement("t1", "I asked for money"))
    desk.ask(ALBA, w.EditWording("t1", "He asked for means", "Closer", base=0))
    standing = desk.work.standing("t1")
    assert (standing.status, standing.words) == (w.Status.CONTESTED, "I asked for money")
    assert desk.refused(BRUNO, w.ConfirmStatement("t1")) is w.Code.STALE
    desk.ask(BRUNO, w.ConfirmStatement("t1", base=3))
    assert desk.work.standing("t1") == w.Standing(w.Status.CONFIRMED, desk.now)


def test_nobody_speaks_for_somebody_elses_statement() -> None:
    desk = Desk().circulated()
    for seat in (ALBA, DORA, GAEL):
        assert desk.refused(seat, w.ConfirmStatement("t1")) is w.Code.NOT_YOUR_STATEMENT
    assert desk.refused(GAEL, w.ConfirmStatement("t2")) is w.Code.NOTHING_SAID


def test_approval_waits_for_the_term_unless_everybody_with_a_vote_has_answered() -> None:
    desk = Desk().circulated()
    assert desk.refused(DORA, w.ApproveMinutes()) is w.Code.TERM_RUNNING
    desk.ask(BRUNO, w.AcceptMinutes())
    desk.ask(GAEL, w.DisputeMinutes("My turn is missing"))
    assert desk.refused(DORA, w.ApproveMinutes()) is w.Code.TERM_RUNNING
    desk.ask(ELIAS, w.AcceptMinutes())
    desk.ask(DORA, w.ApproveMinutes())
    assert desk.work.disputed == (GAEL,)
    assert set(desk.work.accepted) == {BRUNO, ELIAS, DORA}
    assert desk.work.silent == ()


def test_the_record_names_who_did_not_answer() -> None:
    desk = Desk().circulated()
    desk.ask(BRUNO, w.AcceptMinutes())
    desk.now += timedelta(days=5)
    desk.ask(DORA, w.ApproveMinutes())
    assert set(desk.work.silent) == {ELIAS, GAEL}


def test_an_answer_may_be_changed_and_the_last_one_counts() -> None:
    desk = Desk().circulated()
    desk.ask(BRUNO, w.DisputeMinutes("Something is missing"))
    assert desk.refused(BRUNO, w.DisputeMinutes("Something is missing")) is w.Code.ALREADY_ANSWERED
    desk.ask(BRUNO, w.AcceptMinutes())
    assert desk.work.replies[BRUNO].answer is w.Answer.ACCEPTED


def test_the_record_of_a_session_that_was_not_held_goes_the_same_way() -> None:
    stage = Stage().lobby(DORA, ALBA).wait(3600)
    stage.ask(DORA, c.RecordNotHeld("Nobody came"))
    desk = Desk(minutes_of(stage), days=0).circulated()
    desk.ask(ALBA, w.ApproveMinutes())
    desk.ask(ALBA, w.PublishMinutes())
    assert desk.work.state is w.State.PUBLISHED
    assert desk.work.instructed_by == DORA
