"""What the secretariat does for somebody else: for those on the telephone or in the hall, and nobody on line."""

from dataclasses import MISSING, fields
from typing import Any

import pytest

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.refusals import Code
from sessions.core.rules.who import FOR_OTHERS, TABLE, May, Reach, check
from sessions.core.terms import Choice, Effect, Lift, Method, Role, TextKind, Via
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, FATIMA, GAEL, Stage
from tests.sessions.core.test_meeting import refused

OWN = (May.VOTER, May.VOICE, May.PRESENT, May.SPEAKER)  # what is each person's own
COMMANDS = sorted(FOR_OTHERS, key=lambda kind: kind.__name__)
PHONE: dict[str, Any] = {"on_behalf_of": GAEL, "via": Via.PHONE}


def some(kind: type) -> Any:
    """A command of this kind; who may ask is judged before what it says."""
    return kind(*("x" for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING))


def speaking(via: Via) -> Stage:
    """Gael has the floor, so that everything that is anybody's is Gael's too."""
    stage = Stage().at_item().comes(GAEL, via)
    stage.ask(DORA, c.OpenList())
    if via is Via.WEB:
        stage.ask(GAEL, c.RequestFloor())
    else:
        stage.ask(ALBA, c.RequestFloor(), **PHONE)
    stage.ask(DORA, c.GiveFloor())
    return stage


@pytest.mark.parametrize("kind", COMMANDS, ids=lambda kind: kind.__name__)
def test_for_somebody_connected_on_line_the_secretariat_does_nothing(kind: type) -> None:
    assert refused(speaking(Via.WEB), ALBA, some(kind), **PHONE) is Code.OWN_DEVICE


@pytest.mark.parametrize("kind", COMMANDS, ids=lambda kind: kind.__name__)
def test_once_their_line_is_lost_it_does_what_gives_up_nothing_of_theirs(kind: type) -> None:
    stage = speaking(Via.WEB)
    stage.lost = {GAEL}
    if FOR_OTHERS[kind] is Reach.APART:
        assert refused(stage, ALBA, some(kind), **PHONE) is Code.OWN_DEVICE
    else:
        act = c.Act(ALBA, "key", some(kind), **PHONE)
        assert check(stage.room, act, Role.SECRETARIAT, stage.facts()) == ""


@pytest.mark.parametrize("kind", COMMANDS, ids=lambda kind: kind.__name__)
def test_it_says_how_it_was_told(kind: type) -> None:
    stage = speaking(Via.PHONE)
    for via in (Via.WEB, Via.LINK):
        code = refused(stage, ALBA, some(kind), on_behalf_of=GAEL, via=via)
        assert code is (Code.HOW_TOLD if via is Via.WEB else Code.NOT_YOURS)


def test_nothing_else_is_done_for_others() -> None:
    assert {kind for kind in FOR_OTHERS if TABLE[kind] not in OWN} == set()
    stage = speaking(Via.PHONE)
    for kind in set(TABLE) - set(FOR_OTHERS):
        assert refused(stage, ALBA, some(kind), **PHONE) is Code.NOT_YOURS


def bracketed() -> Stage:
    """A bracket that Bruno, on line, and Gael, by telephone, placed together."""
    stage = Stage().at_item().comes(GAEL, Via.PHONE)
    stage.ask(ALBA, c.PresentText(TextKind.CHAIR, "Text", ("One two three.",)))
    stage.ask(ALBA, c.PlaceBracket("x1.1", 1, "two", (), (BRUNO, GAEL), False))
    return stage


@pytest.mark.parametrize("lost", [set(), {BRUNO}])
def test_a_bracket_is_not_lifted_by_somebody_else_not_even_by_the_desk_on_behalf(lost: set[str]) -> None:
    stage = bracketed()
    stage.lost = lost
    consent, lift = c.ConsentToLift("x1.b1", Lift.KEEP, 0), c.LiftBracket("x1.b1", Lift.KEEP, 0)
    stage.ask(ALBA, consent, on_behalf_of=GAEL, via=Via.PHONE)
    assert refused(stage, ALBA, consent, on_behalf_of=BRUNO, via=Via.PHONE) is Code.OWN_DEVICE
    assert refused(stage, ELIAS, consent) is Code.NOT_PLACER
    assert refused(stage, ELIAS, lift) is Code.CONSENT_MISSING
    assert refused(stage, ALBA, lift, on_behalf_of=BRUNO, via=Via.PHONE) is Code.NOT_YOURS
    stage.lost = set()
    stage.ask(BRUNO, consent)
    stage.ask(ALBA, lift)
    assert isinstance(stage.log[-1].event, e.BracketLifted)


@pytest.mark.parametrize("lost", [set(), {BRUNO}])
def test_an_objection_from_on_line_is_withdrawn_by_nobody_else(lost: set[str]) -> None:
    stage = Stage(objection_seconds=30).at_item()
    stage.ask(DORA, c.ProposeAdoption("Words", Effect.BINDS))
    stage.ask(BRUNO, c.Object("Not so"))
    stage.lost = lost
    for command in (c.WithdrawObjection(), c.StandAside("As you wish")):
        assert refused(stage, ALBA, command, on_behalf_of=BRUNO, via=Via.PHONE) is Code.OWN_DEVICE
    assert stage.wait(1000).room.agreements == ()


def test_whoever_lost_the_line_votes_by_telephone_and_once_back_for_themself() -> None:
    stage = Stage().at_item()
    stage.ask(DORA, c.PutToVote("Shall it be?", Method.ROLL_CALL))
    stage.lost = {BRUNO}
    stage.ask(ALBA, c.CastVote(Choice.FOR), on_behalf_of=BRUNO, via=Via.PHONE)
    stage.lost = set()
    assert refused(stage, ALBA, c.CastVote(Choice.AGAINST), on_behalf_of=BRUNO, via=Via.PHONE) is Code.OWN_DEVICE
    stage.ask(BRUNO, c.CastVote(Choice.AGAINST))


def test_nobody_but_the_secretariat_acts_for_others() -> None:
    stage = speaking(Via.PHONE)
    for by in (DORA, BRUNO, ELIAS, FATIMA):
        assert refused(stage, by, c.WithdrawRequest(), **PHONE) is Code.NOT_YOURS
