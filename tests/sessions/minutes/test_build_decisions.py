"""What minutes tell of decisions: once, with their window, their counts and what was said against them."""

import pytest

from sessions import wire
from sessions.core import commands as c
from sessions.core.terms import Effect, Hold, Slip
from sessions.minutes.document import Outcome
from tests.sessions.core.stage import ALBA, BRUNO, DORA, GAEL, Stage
from tests.sessions.minutes.paper import agreed, closed, minutes_of


@pytest.mark.guideline("G31")
def test_an_agreement_has_one_entry_and_its_words_stand_in_one_place() -> None:
    stage = Stage().at_item()
    name = agreed(stage, "The office reports every month")
    stage.ask(BRUNO, c.EnterReservation(name, "Every week would be better"))
    made = minutes_of(closed(stage))
    (one,) = made.agreements
    assert (one.number, one.reference, one.text) == (1, "MEC-2026-001-S1-A1", "The office reports every month")
    assert (one.effect, one.power, one.ad_referendum) == (Effect.BINDS, "Art. 7", False)
    assert [(r.who.name, r.text) for r in one.reservations] == [("Bruno Luna", "Every week would be better")]
    assert one.read_at is not None
    told = wire.canonical(wire.plain(made)).decode()
    assert told.count("The office reports every month") == 1
    item = made.item("i3")
    assert item is not None
    assert item.agreements == ("A1",)
    assert item.proposals[0].agreement == "A1"
    assert item.proposals[0].outcome is Outcome.ADOPTED


def test_a_proposal_tells_its_window_its_counts_and_what_was_said_against_it() -> None:
    stage = Stage().at_item()
    stage.ask(DORA, c.ProposeAdoption("Words", Effect.RECOMMENDS))
    stage.ask(BRUNO, c.Object("Too vague"))
    stage.ask(BRUNO, c.WithdrawObjection())
    stage.ask(GAEL, c.StandAside("Not our field"))
    stage.wait(200)
    (proposal,) = minutes_of(stage).items[-1].proposals
    assert proposal.window_seconds == stage.rules.objection_seconds
    assert (proposal.at_start.entitled, proposal.at_start.present, proposal.at_start.connected) == (4, 4, 4)
    (objection,) = proposal.objections
    assert (objection.text, objection.withdrawn is not None) == ("Too vague", True)
    assert [s.who.name for s in proposal.aside] == ["Gael Ríos"]


def test_a_proposal_that_was_withdrawn_keeps_its_words_and_the_reason() -> None:
    stage = Stage().at_item()
    stage.ask(DORA, c.ProposeAdoption("Too early", Effect.COMMITS))
    stage.ask(BRUNO, c.Object("No mandate"))
    stage.ask(DORA, c.WithdrawProposal("Goes to the next session"))
    made = minutes_of(stage)
    (proposal,) = made.items[-1].proposals
    assert (proposal.outcome, proposal.text) == (Outcome.WITHDRAWN, "Too early")
    assert proposal.reason == "Goes to the next session"
    assert made.agreements == ()


def test_who_was_cut_off_and_objected_late_stands_with_the_agreement() -> None:
    stage = Stage(cut_off_percent=50).at_item()
    stage.lost = {BRUNO}
    name = agreed(stage)
    stage.lost = set()
    stage.ask(BRUNO, c.ObjectLate(name, "My line was down"))
    made = minutes_of(stage)
    assert [o.text for o in made.agreements[0].late_objections] == ["My line was down"]
    assert [w.name for w in made.items[-1].proposals[0].cut_off] == ["Bruno Luna"]


def test_a_corrected_agreement_counts_as_read_only_when_it_was_read_again() -> None:
    stage = Stage().at_item()
    name = agreed(stage, "Teh words")
    stage.ask(DORA, c.ReadAgreement(name))
    stage.ask(ALBA, c.CorrectSlip(Slip.AGREEMENT_TEXT, name, "The words", "Slip of the pen"))
    assert minutes_of(stage).agreements[0].read_at is None
    stage.ask(DORA, c.ReadAgreement(name))
    one = minutes_of(stage).agreements[0]
    assert (one.text, one.corrected) == ("The words", (1,))
    assert one.read_at == stage.now


def test_a_clock_held_while_the_quorum_was_in_doubt_does_not_trouble_the_minutes() -> None:
    stage = Stage().at_item()
    stage.ask(DORA, c.ProposeAdoption("Words", Effect.BINDS))
    stage.ask(BRUNO, c.AskQuorum())
    assert stage.room.proposal is not None
    assert Hold.QUORUM in stage.room.proposal.watch.holds
    assert minutes_of(stage).items[-1].proposals[0].outcome is Outcome.OPEN
