"""A window that stood runs on from now, never from earlier; nobody is bound by what they could not see."""

from datetime import timedelta

from sessions.core import commands as c
from sessions.core.facts import Gap
from sessions.core.refusals import Code
from sessions.core.terms import Hold, Via
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, GAEL, Stage
from tests.sessions.core.test_decisions import kinds, proposed
from tests.sessions.core.test_meeting import refused


def test_an_admission_entered_late_does_not_adopt_backwards() -> None:
    stage = proposed(quorum_over_percent=0)
    put = stage.now
    stage.wait(5)
    stage.ask(BRUNO, c.Leave())
    stage.ask(GAEL, c.Leave())
    stage.wait(600)
    name, role, side, votes, empowered = stage.cast[GAEL]
    admission = c.Admit(GAEL, name, "", role, side, "Org", votes, empowered, Via.HALL)
    stage.ask(ALBA, admission, happened_at=put + timedelta(seconds=60))
    assert (kinds(stage)[-1], stage.log[-1].at) == ("WindowResumed", stage.now)
    assert stage.room.agreements == ()
    assert stage.wait(84).room.agreements == ()
    assert stage.wait(1).room.agreements != ()


def test_a_first_connection_does_not_adopt_backwards() -> None:
    stage = proposed()
    stage._gaps = {BRUNO: Gap(BRUNO, stage.now), GAEL: Gap(GAEL, stage.now)}
    stage.wait(300)
    assert stage.room.proposal is not None
    assert Hold.CUT_OFF in stage.room.proposal.watch.holds
    stage._gaps = {}
    stage.wait(1)
    assert stage.room.agreements == ()
    assert len(stage.wait(90).room.agreements) == 1


def test_a_smaller_electorate_does_not_adopt_backwards() -> None:
    stage = proposed()
    stage.ask(GAEL, c.Leave())
    stage.ask(ELIAS, c.Leave())
    stage.wait(600)
    stage.entitled = 2
    assert stage.wait(1).room.agreements == ()


def test_a_secretariat_that_was_removed_stays_away_after_the_closing() -> None:
    stage = Stage().opened()
    stage.ask(DORA, c.Remove(ALBA, "Acted without instruction"))
    stage.ask(DORA, c.CloseSession())
    assert refused(stage, ALBA, c.ReopenSession("because")) is Code.NOT_ADMITTED


def test_the_chair_is_not_taken_by_somebody_who_is_lost_too() -> None:
    stage = Stage().opened()
    stage.lost = {DORA, ELIAS}
    stage.ask(ALBA, c.TakeChair("Both lines are lost"))
    assert stage.room.presiding in (BRUNO, GAEL)
    assert refused(stage, ALBA, c.TakeChair("Again")) is Code.CHAIR_PRESENT
