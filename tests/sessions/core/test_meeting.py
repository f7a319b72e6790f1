"""Opening, quorum, suspension, the chair, closing."""

from datetime import timedelta

import pytest

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.refusals import Code, Refused
from sessions.core.terms import Effect, Hold, ItemState, Phase, Role, Side, Via
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, FATIMA, GAEL, NINE, Stage


def refused(stage: Stage, by: str, command: c.Command, **how: object) -> Code:
    """The code of a refusal that wrote nothing."""
    before, written = stage.room, len(stage.log)
    with pytest.raises(Refused) as caught:
        stage.ask(by, command, **how)
    assert (stage.room, len(stage.log)) == (before, written)
    return caught.value.code


def test_a_session_is_not_convened_in_the_past() -> None:
    stage = Stage()
    items = (e.ItemPlan("i1", "subject", "x", "", 5),)  # type: ignore[arg-type]
    ask = c.Convene("R", "x", "", "", "", "UTC", NINE - timedelta(hours=1), items, stage.rules)
    assert refused(stage, ALBA, ask) is Code.IN_THE_PAST


def test_a_session_without_agenda_is_not_convened() -> None:
    ask = c.Convene("R", "x", "", "", "", "UTC", NINE + timedelta(hours=1), (), Stage().rules)
    assert refused(Stage(), ALBA, ask) is Code.NO_AGENDA


def test_the_chair_opens_with_quorum_and_presides() -> None:
    stage = Stage().lobby()
    [opened] = stage.ask(DORA, c.OpenSession())
    assert opened == e.SessionOpened(DORA, e.Count(4, 4, 3, 1, 4))
    assert stage.room.phase is Phase.OPEN
    assert stage.room.presiding == DORA


def test_the_secretariat_opens_on_the_chairs_instruction_and_both_are_recorded() -> None:
    stage = Stage().lobby()
    stage.ask(ALBA, c.OpenSession())
    assert (stage.log[-1].by, stage.log[-1].instructed_by) == (ALBA, DORA)


def test_where_the_rules_say_so_nobody_acts_on_instruction() -> None:
    assert refused(Stage(chair_instructs=False).lobby(), ALBA, c.OpenSession()) is Code.NOT_YOURS


def test_without_quorum_the_session_does_not_open_and_can_be_recorded_as_not_held() -> None:
    stage = Stage().lobby(ALBA, DORA, BRUNO)
    assert refused(stage, DORA, c.OpenSession()) is Code.NO_QUORUM
    assert refused(stage, DORA, c.RecordNotHeld("Two of four came")) is Code.TOO_EARLY
    stage.wait(3600).ask(DORA, c.RecordNotHeld("Two of four came"))
    assert stage.room.phase is Phase.NOT_HELD


def test_with_quorum_it_cannot_be_recorded_as_not_held() -> None:
    assert refused(Stage().lobby().wait(3600), DORA, c.RecordNotHeld("no")) is Code.QUORUM_MET


def test_before_its_hour_a_session_opens_only_with_everybody_who_has_a_vote() -> None:
    stage = Stage().lobby(ALBA, DORA, BRUNO, GAEL)
    assert refused(stage, DORA, c.OpenSession()) is Code.TOO_EARLY
    stage.admit(ELIAS)
    stage.ask(DORA, c.OpenSession())
    assert stage.room.phase is Phase.OPEN
    late = Stage().lobby(ALBA, DORA, BRUNO, GAEL).wait(3600)
    late.ask(DORA, c.OpenSession())
    assert late.room.phase is Phase.OPEN


def test_an_opening_is_not_taken_back() -> None:
    assert refused(Stage().opened(), DORA, c.Undo()) is Code.NOTHING_TO_UNDO
    stage = Stage().convened()
    stage.ask(ALBA, c.OpenLobby())
    assert refused(stage, ALBA, c.Undo()) is not None
    assert stage.room.phase is Phase.LOBBY


def test_the_chair_opens_from_inside_not_from_the_door() -> None:
    stage = Stage().lobby(ALBA, BRUNO, GAEL, ELIAS).wait(3600)
    assert refused(stage, DORA, c.OpenSession()) is Code.NOT_ADMITTED
    assert refused(stage, DORA, c.RecordNotHeld("no")) is Code.NOT_ADMITTED


def test_a_secretariat_that_was_removed_is_no_longer_at_the_desk() -> None:
    stage = Stage().opened()
    stage.ask(DORA, c.Remove(ALBA, "Acted without instruction"))
    assert refused(stage, ALBA, c.OpenItem("i3")) is Code.NOT_ADMITTED
    back = c.Admit(ALBA, "Alba Ruiz", "", Role.SECRETARIAT, Side.GUEST, "", False, False)
    assert refused(stage, ALBA, back) is Code.NOT_YOURS
    stage.ask(ALBA, c.AskAdmission("Alba Ruiz", ""))
    stage.ask(DORA, back)
    stage.ask(ALBA, c.OpenItem("i3"))


def test_a_chair_in_the_hall_is_not_lost_for_want_of_a_line() -> None:
    stage = Stage().lobby(ALBA, BRUNO, GAEL, ELIAS)
    stage.admit(DORA, Via.HALL)
    stage.ask(ALBA, c.OpenSession())
    assert refused(stage, ELIAS, c.TakeChair("I would rather preside")) is Code.CHAIR_PRESENT


@pytest.mark.guideline("G15")
def test_no_session_opens_with_one_side_empty() -> None:
    stage = Stage(quorum_over_percent=0).lobby(ALBA, DORA, ELIAS)
    assert refused(stage, DORA, c.OpenSession()) is Code.ONE_SIDE_EMPTY


def test_the_vice_chair_presides_when_the_chair_did_not_come() -> None:
    stage = Stage().lobby(ALBA, BRUNO, GAEL, ELIAS).wait(3600)
    stage.ask(ALBA, c.OpenSession())
    assert stage.room.presiding == ELIAS


def test_nobody_opens_without_chair_or_vice_chair() -> None:
    assert refused(Stage(quorum_over_percent=0).lobby(ALBA, BRUNO), ALBA, c.OpenSession()) is Code.NO_CHAIR


def test_quorum_is_presumed_until_somebody_asks_then_nothing_is_decided_before_it_is_verified() -> None:
    stage = Stage().at_item()
    stage.ask(BRUNO, c.Leave())
    stage.ask(GAEL, c.AskQuorum())
    ask = c.ProposeAdoption("Words", Effect.BINDS)
    assert refused(stage, DORA, ask) is Code.QUORUM_ASKED
    stage.ask(DORA, c.VerifyQuorum())
    stage.ask(DORA, ask)
    assert stage.room.proposal is not None


def test_verification_that_finds_no_quorum_forbids_decisions_until_it_is_met_again() -> None:
    stage = Stage().at_item()
    for seat in (BRUNO, ELIAS):
        stage.ask(seat, c.Leave())
    stage.ask(DORA, c.VerifyQuorum())
    assert refused(stage, DORA, c.ProposeAdoption("Words", Effect.BINDS)) is Code.NO_QUORUM
    stage.admit(BRUNO)
    stage.ask(DORA, c.VerifyQuorum())
    stage.ask(DORA, c.ProposeAdoption("Words", Effect.BINDS))


def test_asking_for_quorum_holds_the_window_that_runs() -> None:
    stage = Stage(objection_seconds=10).at_item()
    stage.ask(DORA, c.ProposeAdoption("Words", Effect.BINDS))
    stage.ask(BRUNO, c.AskQuorum())
    stage.wait(60)
    assert stage.room.proposal is not None
    stage.ask(DORA, c.VerifyQuorum())
    stage.wait(11)
    assert stage.room.proposal is None
    assert len(stage.room.agreements) == 1


def test_a_lost_line_does_not_lose_quorum() -> None:
    stage = Stage().at_item()
    stage.lost = {BRUNO, GAEL, ELIAS}
    [verified] = stage.ask(DORA, c.VerifyQuorum())
    assert isinstance(verified, e.QuorumVerified)
    assert (verified.count.present, verified.count.connected) == (4, 1)
    assert verified.count.met


def test_suspension_holds_every_clock() -> None:
    stage = Stage(objection_seconds=60).listing()
    stage.ask(BRUNO, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor())
    stage.ask(DORA, c.ProposeAdoption("Words", Effect.BINDS))
    stage.wait(10).ask(DORA, c.Suspend("Lunch"))
    stage.wait(600).ask(DORA, c.Resume())
    room = stage.room
    assert room.floor.speech is not None
    assert room.floor.speech.watch.elapsed(stage.now) == timedelta(seconds=10)
    assert room.proposal is not None
    assert room.proposal.watch.elapsed(stage.now) == timedelta(seconds=10)
    item = room.item("i3")
    assert item is not None
    assert item.watch.elapsed(stage.now) == timedelta(seconds=10)


def test_the_chair_is_handed_over_to_somebody_who_may_preside() -> None:
    stage = Stage().opened()
    assert refused(stage, DORA, c.HandOverChair(FATIMA)) is Code.CANNOT_PRESIDE
    stage.ask(DORA, c.HandOverChair(ELIAS))
    assert stage.room.presiding == ELIAS
    assert refused(stage, DORA, c.Suspend("x")) is Code.NOT_YOURS


def test_the_chair_is_taken_only_when_it_is_lost() -> None:
    stage = Stage().opened()
    assert refused(stage, ELIAS, c.TakeChair("line lost")) is Code.CHAIR_PRESENT
    stage.lost = {DORA}
    stage.ask(ELIAS, c.TakeChair("line lost"))
    assert stage.room.presiding == ELIAS


def test_the_secretariat_puts_the_vice_chair_in_the_lost_chairs_place() -> None:
    stage = Stage().opened()
    stage.lost = {DORA}
    stage.ask(ALBA, c.TakeChair("line lost"))
    assert stage.room.presiding == ELIAS


def test_who_presides_hands_over_before_leaving() -> None:
    assert refused(Stage().opened(), DORA, c.Leave()) is Code.CHAIR_LEAVING


def test_no_closing_before_every_agreement_was_read_back() -> None:
    stage = Stage(objection_seconds=5).at_item()
    stage.ask(DORA, c.ProposeAdoption("Words", Effect.BINDS))
    stage.wait(6)
    assert refused(stage, DORA, c.CloseSession()) is Code.AGREEMENTS_UNREAD
    stage.ask(DORA, c.ReadAgreement("A1"))
    stage.ask(DORA, c.CloseSession())
    assert stage.room.phase is Phase.CLOSED
    item = stage.room.item("i3")
    assert item is not None
    assert item.state is ItemState.CONCLUDED


def test_it_does_not_close_over_a_speaker_a_point_of_order_or_a_proposal() -> None:
    stage = Stage().listing()
    stage.ask(BRUNO, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor())
    assert refused(stage, DORA, c.CloseSession()) is Code.SOMEBODY_SPEAKS
    stage.ask(BRUNO, c.EndSpeech())
    stage.ask(BRUNO, c.RaisePointOfOrder("The order"))
    assert refused(stage, DORA, c.CloseSession()) is Code.POINT_PENDING
    stage.ask(DORA, c.RulePointOfOrder(False, "No"))
    stage.ask(DORA, c.ProposeAdoption("Words", Effect.BINDS))
    assert refused(stage, DORA, c.CloseSession()) is Code.PROPOSAL_OPEN


def test_it_reopens_with_a_reason_until_it_is_sealed() -> None:
    stage = Stage(seal_seconds=60).opened()
    stage.ask(DORA, c.CloseSession())
    assert refused(stage, DORA, c.ReopenSession(" ")) is Code.REASON_NEEDED
    stage.ask(DORA, c.ReopenSession("One agreement was not heard"))
    stage.ask(DORA, c.CloseSession())
    stage.wait(61)
    assert stage.room.phase is Phase.SEALED
    assert refused(stage, DORA, c.ReopenSession("late")) is Code.WRONG_PHASE


def test_the_seal_is_stamped_with_the_instant_it_fell_due() -> None:
    stage = Stage(seal_seconds=60).opened()
    stage.ask(DORA, c.CloseSession())
    closed = stage.now
    stage.wait(500)
    assert isinstance(stage.log[-1].event, e.LogSealed)
    assert stage.log[-1].at == closed + timedelta(seconds=60)
    assert stage.log[-1].written == stage.now


@pytest.mark.guideline("E4")
def test_somebody_in_the_hall_asks_through_the_secretariat_and_it_is_said() -> None:
    stage = Stage().listing().comes(BRUNO, Via.HALL)
    stage.ask(ALBA, c.RequestFloor(), on_behalf_of=BRUNO, via=Via.HALL)
    entry = stage.log[-1]
    assert (entry.by, entry.on_behalf_of, entry.via) == (ALBA, BRUNO, Via.HALL)
    assert stage.room.request_of(BRUNO) is not None


def test_nobody_but_the_secretariat_acts_for_another() -> None:
    assert refused(Stage().listing(), GAEL, c.RequestFloor(), on_behalf_of=BRUNO) is Code.NOT_YOURS


def test_holding_twice_for_one_reason_needs_one_release() -> None:
    stage = Stage().listing()
    stage.ask(BRUNO, c.RequestFloor())
    stage.ask(DORA, c.GiveFloor())
    stage.ask(DORA, c.PauseSpeech())
    assert refused(stage, DORA, c.PauseSpeech()) is Code.CLOCK_STANDS
    stage.ask(DORA, c.ResumeSpeech())
    assert stage.room.floor.speech is not None
    assert Hold.PAUSED not in stage.room.floor.speech.watch.holds


def test_cancelling_and_rescheduling_need_a_reason_and_end_with_the_opening() -> None:
    stage = Stage().convened()
    later = stage.now + timedelta(days=2)
    assert refused(stage, ALBA, c.Reschedule(later, "")) is Code.REASON_NEEDED
    stage.ask(ALBA, c.Reschedule(later, "The hall is taken"))
    assert stage.room.starts_at == later
    stage.ask(ALBA, c.Cancel("The host withdrew"))
    assert stage.room.phase is Phase.CANCELLED
    assert refused(stage, ALBA, c.OpenLobby()) is Code.WRONG_PHASE
