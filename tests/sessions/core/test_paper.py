"""What was done on paper is entered afterwards by the same rules, at the hour it happened."""

from datetime import timedelta

import pytest

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.evolve import replay
from sessions.core.refusals import Code, Refused
from sessions.core.terms import Choice, Effect, ItemState, Majority, Method, Via
from sessions.minutes.build import build
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, FATIMA, GAEL, Stage

HANDS = c.RecordPaperVote("¿Se aprueba?", Method.SHOW, in_favour=3, against=1, scrutineers=(BRUNO, ALBA))
SLIP = c.RecordPaperAgreement("Conservar el párrafo 6", Effect.BINDS)


def after_the_failure(**rules: object) -> Stage:
    """Item i3 is open since half an hour ago; everybody is there."""
    stage = Stage(**rules).at_item()
    return stage.wait(1800)


def entered(stage: Stage, command: c.Command, *, ago: int = 10, by: str = ALBA) -> tuple[e.Event, ...]:
    return stage.ask(by, command, via=Via.PAPER, happened_at=stage.now - timedelta(minutes=ago))


def refused(stage: Stage, command: c.Command, *, ago: int = 10, by: str = ALBA) -> Code:
    before = stage.room
    with pytest.raises(Refused) as found:
        entered(stage, command, ago=ago, by=by)
    assert stage.room == before
    return found.value.code


def test_totals_of_a_show_of_hands_give_the_result_the_rules_give() -> None:
    stage = after_the_failure()
    put, first, second, closed, declared = entered(stage, HANDS)
    assert isinstance(put, e.VotePut)
    assert put.electorate == put.hall == (DORA, BRUNO, ELIAS, GAEL)
    assert (first, second) == (
        e.HallCounted("v1", BRUNO, e.Votes(3, 1, 0)), e.HallCounted("v1", ALBA, e.Votes(3, 1, 0)),
    )  # fmt: skip
    assert closed == e.VoteClosed("v1", e.Votes(3, 1, 0), e.Votes(3, 1, 0), (), e.Result(4, 3, True, False))
    assert declared == e.ResultDeclared("v1", True, False, "")
    assert stage.room.vote is None
    assert {(x.via, x.at, x.written) for x in stage.log[-5:]} == {
        (Via.PAPER, stage.now - timedelta(minutes=10), stage.now)
    }
    assert stage.log[-1].instructed_by == DORA


def test_a_roll_call_names_who_voted_what() -> None:
    stage = after_the_failure()
    named = ((BRUNO, Choice.FOR), (ELIAS, Choice.AGAINST), (GAEL, Choice.FOR))
    events = entered(stage, c.RecordPaperVote("¿Sí?", Method.ROLL_CALL, Majority.TWO_THIRDS, named=named))
    assert [x for x in events if isinstance(x, e.VoteCast)] == [e.VoteCast("v1", s, choice) for s, choice in named]
    assert stage.room.votes[0].result == e.Result(3, 2, True, False)


def test_a_vote_that_carries_words_makes_the_agreement_and_a_lost_one_does_not() -> None:
    stage = after_the_failure()
    entered(stage, c.RecordPaperVote("Palabras", Method.SHOW, in_favour=4, scrutineers=(BRUNO, DORA), agrees=True))
    entered(stage, c.RecordPaperVote("Otras", Method.SHOW, against=4, scrutineers=(BRUNO, DORA), agrees=True), ago=9)
    (agreed,) = stage.room.agreements
    assert (agreed.text, agreed.read, agreed.adopted_at) == ("Palabras", False, stage.now - timedelta(minutes=10))
    assert [v.carried for v in stage.room.votes] == [True, False]


def test_an_agreement_without_objection_awaits_its_reading_and_late_objections() -> None:
    stage = after_the_failure()
    entered(stage, c.RecordPaperAgreement("Palabras", Effect.BINDS, cut_off=(GAEL,)))
    (agreed,) = stage.room.agreements
    assert (agreed.cut_off, agreed.read) == ((GAEL,), False)
    assert refused_close(stage) is Code.AGREEMENTS_UNREAD
    stage.ask(GAEL, c.ObjectLate("A1", "Se cortó"))
    assert stage.room.agreements[0].late_objections


def refused_close(stage: Stage) -> Code:
    with pytest.raises(Refused) as found:
        stage.ask(DORA, c.CloseSession())
    return found.value.code


def test_whose_line_was_lost_at_that_hour_may_object_without_being_named() -> None:
    stage = after_the_failure()
    stage.lost = {GAEL}
    stage.wait(600)
    stage.lost = set()
    stage.wait(60)
    entered(stage, SLIP, ago=5)
    assert stage.room.agreements[0].cut_off == (GAEL,)


def test_items_move_on_paper_each_at_its_hour_and_their_clocks_say_so() -> None:
    stage = after_the_failure()
    entered(stage, c.ConcludeItem("En papel"), ago=20)
    entered(stage, c.OpenItem("i4"), ago=19)
    entered(stage, c.ConcludeItem(), ago=9)
    first, second = stage.room.item("i3"), stage.room.item("i4")
    assert first is not None
    assert second is not None
    assert (first.state, first.watch.used) == (ItemState.CONCLUDED, timedelta(minutes=10))
    assert (second.state, second.watch.used) == (ItemState.CONCLUDED, timedelta(minutes=10))
    assert replay(stage.log) == stage.room


def test_the_minutes_tell_them_by_their_hour_and_as_on_paper() -> None:
    stage = after_the_failure()
    entered(stage, HANDS, ago=5)
    entered(stage, c.RecordPaperVote("Antes", Method.SHOW, in_favour=1, scrutineers=(BRUNO, DORA)), ago=15)
    minutes = build(stage.log, agreement_reference=str)
    item = minutes.item("i3")
    assert item is not None
    assert [v.question for v in item.votes] == ["Antes", "¿Se aprueba?"]
    assert all(set(v.rests) <= set(minutes.on_paper) for v in item.votes)
    assert [w.seat for w in item.votes[1].scrutineers] == [BRUNO, ALBA]
    assert not set(item.rests) & set(minutes.on_paper)


def test_those_count_who_were_in_the_room_at_that_hour() -> None:
    stage = after_the_failure()
    stage.ask(GAEL, c.Leave())
    put = entered(stage, HANDS, ago=10)[0]
    assert isinstance(put, e.VotePut)
    assert GAEL in put.electorate
    stage.wait(1200)
    put = entered(stage, c.RecordPaperVote("¿Y?", Method.SHOW, in_favour=1, scrutineers=(BRUNO, DORA)), ago=5)[0]
    assert isinstance(put, e.VotePut)
    assert GAEL not in put.electorate


REFUSED = [
    (c.RecordPaperVote("  ", Method.SHOW, in_favour=1, scrutineers=(BRUNO, ALBA)), Code.TEXT_NEEDED),
    (c.RecordPaperVote("x" * 20_001, Method.SHOW, scrutineers=(BRUNO, ALBA)), Code.TOO_LONG),
    (c.RecordPaperVote("¿?", Method.SHOW, in_favour=1, scrutineers=()), Code.TWO_SCRUTINEERS),
    (c.RecordPaperVote("¿?", Method.SHOW, in_favour=1, scrutineers=(BRUNO,)), Code.TWO_SCRUTINEERS),
    (c.RecordPaperVote("¿?", Method.SHOW, in_favour=1, scrutineers=(BRUNO, BRUNO)), Code.TWO_SCRUTINEERS),
    (c.RecordPaperVote("¿?", Method.SHOW, in_favour=1, scrutineers=(BRUNO, FATIMA)), Code.TWO_SCRUTINEERS),
    (c.RecordPaperVote("¿?", Method.SHOW, in_favour=1, scrutineers=(BRUNO, "99")), Code.UNKNOWN_SEAT),
    (c.RecordPaperVote("¿?", Method.SHOW, in_favour=5, scrutineers=(BRUNO, ALBA)), Code.HALL_EXCEEDED),
    (c.RecordPaperVote("¿?", Method.SHOW, in_favour=-1, scrutineers=(BRUNO, ALBA)), Code.NUMBER_OUT_OF_RANGE),
    (c.RecordPaperVote("¿?", Method.SECRET, in_favour=1, scrutineers=(BRUNO, ALBA)), Code.FEW_BALLOTS),
    (c.RecordPaperVote("¿?", Method.ROLL_CALL), Code.NOBODY_NAMED),
    (c.RecordPaperVote("¿?", Method.ROLL_CALL, named=((FATIMA, Choice.FOR),)), Code.NOT_IN_ELECTORATE),
    (c.RecordPaperVote("¿?", Method.ROLL_CALL, named=(("99", Choice.FOR),)), Code.NOT_IN_ELECTORATE),
    (c.RecordPaperVote("¿?", Method.ROLL_CALL, named=((BRUNO, Choice.FOR),) * 2), Code.NAMED_TWICE),
    (c.RecordPaperAgreement("  ", Effect.BINDS), Code.TEXT_NEEDED),
    (c.RecordPaperAgreement("x", Effect.BINDS, cut_off=(FATIMA,)), Code.NOT_IN_ELECTORATE),
    (c.RecordPaperAgreement("x", Effect.BINDS, cut_off=("99",)), Code.NOT_IN_ELECTORATE),
]
VIOLATED = [(after_the_failure, ALBA, *row) for row in REFUSED]


@pytest.mark.parametrize(("command", "code"), REFUSED)
def test_what_no_sheet_can_say_is_refused_and_changes_nothing(command: c.Command, code: Code) -> None:
    assert refused(after_the_failure(), command) is code


@pytest.mark.parametrize("command", [HANDS, SLIP])
@pytest.mark.parametrize(("by", "code"), [
    (BRUNO, Code.NOT_YOURS), (FATIMA, Code.NOT_YOURS), ("99", Code.NOT_ADMITTED),
])  # fmt: skip
def test_only_whoever_leads_enters_it(command: c.Command, by: str, code: Code) -> None:
    assert refused(after_the_failure(), command, by=by) is code


@pytest.mark.parametrize("command", [HANDS, SLIP, c.ConcludeItem(), c.OpenItem("i4")])
def test_nothing_is_entered_before_its_item_was_taken_up_nor_in_the_future(command: c.Command) -> None:
    assert refused(after_the_failure(), command, ago=31) in (Code.TOO_SOON, Code.TOO_LATE)
    assert refused(after_the_failure(), command, ago=-1) is Code.IN_THE_FUTURE


def test_an_item_does_not_end_before_what_happened_in_it() -> None:
    stage = after_the_failure()
    entered(stage, SLIP, ago=10)
    assert refused(stage, c.ConcludeItem(), ago=11) is Code.TOO_SOON
    assert refused(stage, c.OpenItem("i4"), ago=11) is Code.TOO_SOON
    stage = after_the_failure()
    entered(stage, c.RecordTurn(BRUNO, 120, "Dijo"), ago=10)
    assert refused(stage, c.ConcludeItem(), ago=9) is Code.TOO_SOON
    entered(stage, c.ConcludeItem(), ago=8)
    assert refused(stage, c.OpenItem("i4"), ago=9) is Code.TOO_SOON


@pytest.mark.parametrize("command", [HANDS, SLIP])
def test_on_paper_too_nothing_is_decided_without_quorum_both_sides_or_an_open_item(command: c.Command) -> None:
    stage = after_the_failure()
    stage.ask(BRUNO, c.AskQuorum())
    assert refused(stage, command) is Code.QUORUM_ASKED
    stage = after_the_failure()
    stage.ask(DORA, c.ConcludeItem())
    assert refused(stage, command, ago=0) is Code.NO_ITEM_OPEN
    stage = after_the_failure()
    for seat in (BRUNO, GAEL):
        stage.ask(seat, c.Leave())
    stage.wait(60)
    assert refused(stage, command, ago=0) is Code.ONE_SIDE_EMPTY
    stage = after_the_failure()
    stage.ask(DORA, c.PutToVote("¿Otra?", Method.SHOW))
    assert refused(stage, command, ago=0) is Code.VOTE_OPEN
    stage = after_the_failure()
    stage.ask(BRUNO, c.RaisePointOfOrder("Orden"))
    assert refused(stage, command, ago=0) is Code.POINT_PENDING
    stage = after_the_failure()
    stage.ask(DORA, c.Suspend("Receso"))
    assert refused(stage, command, ago=0) is Code.WRONG_PHASE


def test_what_was_decided_on_paper_is_not_taken_back_with_a_click() -> None:
    for command in (HANDS, SLIP):
        stage = after_the_failure()
        entered(stage, command)
        with pytest.raises(Refused):
            stage.ask(ALBA, c.Undo())


def test_zero_votes_and_a_tie_carry_nothing() -> None:
    stage = after_the_failure()
    entered(stage, c.RecordPaperVote("¿Nada?", Method.SHOW, scrutineers=(BRUNO, ALBA), agrees=True))
    tie = c.RecordPaperVote("¿?", Method.SHOW, in_favour=2, against=2, scrutineers=(BRUNO, ALBA), agrees=True)
    entered(stage, tie)
    assert [v.carried for v in stage.room.votes] == [False, False]
    assert stage.room.agreements == ()
