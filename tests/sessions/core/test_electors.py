"""Whoever the room asks is asked until the end: nobody takes them out, and nobody joins them."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.evolve import evolve
from sessions.core.refusals import Code
from sessions.core.terms import Choice, Effect, Method, MotionKind, Side, Via
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, FATIMA, GAEL, Stage
from tests.sessions.core.test_meeting import refused

WORDS = c.ProposeAdoption("Words", Effect.BINDS)
OPEN: dict[str, tuple[c.Command, ...]] = {
    "window": (WORDS,),
    "show": (c.PutToVote("Shall it be?", Method.SHOW),),
    "secret": (c.PutToVote("Shall it be?", Method.SECRET),),
    "counted": (c.PutToVote("Shall it be?", Method.SHOW), c.CloseVote()),
    "temperature": (c.TakeTemperature("How is it?"),),
}
ENDS: dict[str, tuple[c.Command, ...]] = {
    "window": (c.WithdrawProposal("Order"),),
    "show": (c.WithdrawVote("Order"),),
    "secret": (c.WithdrawVote("Order"),),
    "counted": (c.DeclareResult(False),),
    "temperature": (c.CloseTemperature(),),
}


def asked(what: str = "window", *, at: Callable[[], Stage] = lambda: Stage(objection_seconds=60).at_item()) -> Stage:
    stage = at()
    for command in OPEN[what]:
        stage.ask(DORA, command)
    return stage


# --- Nobody is taken out -------------------------------------------------------------------------------
@pytest.mark.parametrize("what", OPEN)
@pytest.mark.parametrize("seat", [BRUNO, ELIAS, GAEL])
def test_an_elector_is_not_removed_until_what_they_are_asked_is_over(what: str, seat: str) -> None:
    stage = asked(what)
    assert refused(stage, DORA, c.Remove(seat, "Disturbs")) is Code.ELECTOR
    assert refused(stage, ALBA, c.Remove(seat, "Disturbs")) is Code.ELECTOR  # on the chair's instruction
    stage.ask(DORA, c.Suspend("Order"))
    assert refused(stage, DORA, c.Remove(seat, "Disturbs")) is Code.ELECTOR
    stage.ask(DORA, c.Resume())
    for command in ENDS[what]:
        stage.ask(DORA, command)
    stage.ask(DORA, c.Remove(seat, "Disturbs"))
    assert not stage.room.seats[seat].present


@pytest.mark.parametrize("what", OPEN)
def test_whoever_is_not_asked_is_removed_and_whoever_is_leaves_by_themself(what: str) -> None:
    stage = asked(what)
    stage.ask(DORA, c.Remove(FATIMA, "Records without leave"))
    stage.ask(BRUNO, c.Leave())
    assert {s.id for s in stage.room.present()} == {ALBA, DORA, ELIAS, GAEL}


def test_a_vote_is_not_carried_by_the_one_who_was_left() -> None:
    stage = asked("show")
    for seat in (BRUNO, GAEL):
        assert refused(stage, DORA, c.Remove(seat, "Disturbs")) is Code.ELECTOR
    stage.ask(BRUNO, c.CastVote(Choice.AGAINST))
    stage.ask(GAEL, c.CastVote(Choice.AGAINST))
    stage.ask(DORA, c.CastVote(Choice.FOR))
    stage.ask(DORA, c.CloseVote())
    assert stage.room.vote is not None
    assert stage.room.vote.result is not None
    assert not stage.room.vote.result.carried


def test_the_mover_of_what_is_pending_stays_until_it_is_decided() -> None:
    stage = Stage().at_item()
    stage.ask(BRUNO, c.MoveProcedural(MotionKind.SUSPENSION, "It is late"))
    assert refused(stage, DORA, c.Remove(BRUNO, "Disturbs")) is Code.ELECTOR
    stage.ask(DORA, c.CarryMotion())
    stage.ask(DORA, c.Remove(BRUNO, "Disturbs"))


@pytest.mark.parametrize("what", OPEN)
def test_the_desk_takes_nobody_out_whose_line_was_lost_while_they_are_asked(what: str) -> None:
    """Else a window that waits for them would run on without them."""
    stage = asked(what)
    stage.lost = {BRUNO, GAEL}
    stage.wait(0)
    for seat in (BRUNO, GAEL):
        assert refused(stage, ALBA, c.Leave(), on_behalf_of=seat, via=Via.PHONE) is Code.ELECTOR
    for command in ENDS[what]:
        stage.ask(DORA, command)
    stage.ask(ALBA, c.Leave(), on_behalf_of=BRUNO, via=Via.PHONE)


@pytest.mark.parametrize("what", OPEN)
def test_whoever_walks_out_of_the_hall_is_recorded_as_gone(what: str) -> None:
    stage = asked(what, at=lambda: Stage(objection_seconds=60).at_item().comes(GAEL, Via.HALL))
    stage.ask(ALBA, c.Leave(), on_behalf_of=GAEL, via=Via.HALL)
    assert not stage.room.seats[GAEL].present


def test_a_chair_who_leaves_in_the_middle_of_a_vote_hands_it_over_and_may_come_back_to_vote() -> None:
    stage = asked("show")
    assert refused(stage, DORA, c.Leave()) is Code.CHAIR_LEAVING
    stage.ask(DORA, c.HandOverChair(ELIAS))
    stage.ask(DORA, c.Leave())
    stage.admit(DORA)
    stage.ask(DORA, c.CastVote(Choice.FOR))
    stage.ask(ELIAS, c.CloseVote())


# --- Nobody joins --------------------------------------------------------------------------------------
HUGO = "9"


def late(**rules: object) -> Stage:
    """Hugo, a member, comes in while words are before the room."""
    stage = Stage(objection_seconds=60, **rules)
    stage.cast[HUGO] = ("Hugo Sanz", *stage.cast[GAEL][1:])
    stage.at_item("i3", ALBA, DORA, BRUNO, ELIAS, FATIMA, GAEL)
    stage.ask(DORA, WORDS)
    stage.admit(HUGO)
    return stage


@pytest.mark.parametrize("command", [c.Object("I was not asked"), c.StandAside("Not us")])
def test_whoever_comes_after_the_words_were_put_does_not_stop_them_and_enters_a_reservation(
    command: c.Command,
) -> None:
    stage = late()
    assert stage.room.proposal is not None
    assert stage.room.proposal.electorate == (DORA, BRUNO, ELIAS, GAEL)
    assert refused(stage, HUGO, command) is Code.CAME_LATER
    stage.wait(61)
    stage.ask(HUGO, c.EnterReservation("A1", "We differ"))
    assert stage.room.agreements[0].reservations[0].seat == HUGO


def test_whoever_left_and_came_back_may_still_object() -> None:
    stage = late()
    stage.ask(BRUNO, c.Leave())
    stage.admit(BRUNO)
    stage.ask(BRUNO, c.Object("Not so"))
    assert stage.wait(1000).room.agreements == ()


def test_whoever_came_later_and_was_cut_off_objects_neither_then_nor_late() -> None:
    stage = late(cut_off_percent=90)
    stage.lost = {HUGO, BRUNO}
    stage.wait(61)
    assert stage.room.agreements[0].cut_off == (BRUNO,)
    stage.lost = set()
    assert refused(stage, HUGO, c.ObjectLate("A1", "Cut off")) is Code.NOT_CUT_OFF
    stage.ask(BRUNO, c.ObjectLate("A1", "Cut off"))


def test_in_a_log_from_before_whoever_has_a_vote_may_object_and_is_not_removed() -> None:
    stage = late()
    put = next(n for n, x in enumerate(stage.log) if isinstance(x.event, e.AdoptionProposed))
    entry = stage.log[put]
    assert isinstance(entry.event, e.AdoptionProposed)
    stage.log[put] = replace(entry, event=replace(entry.event, electorate=()))
    room = type(stage.room)()
    for one in stage.log:
        room = evolve(room, one)
    stage.room = room
    assert refused(stage, DORA, c.Remove(HUGO, "Disturbs")) is Code.ELECTOR
    stage.ask(HUGO, c.Object("Not so"))


def test_what_was_agreed_on_paper_keeps_whom_it_was_put_to() -> None:
    stage = Stage().at_item()
    stage.wait(60)
    stage.ask(DORA, c.RecordPaperAgreement("On paper", Effect.BINDS), via=Via.PAPER)
    (put,) = [x.event for x in stage.log if isinstance(x.event, e.AdoptionProposed)]
    assert set(put.electorate) == {DORA, BRUNO, ELIAS, GAEL}
    assert {stage.room.seats[s].side for s in put.electorate} == {Side.CIVIL, Side.PUBLIC}
