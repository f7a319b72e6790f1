"""Powers of officials, conflicts of interest and positions on paper (G21, G22)."""

from datetime import timedelta

import pytest

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.refusals import Code
from sessions.core.terms import Effect, Phase, Stand, Via
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, FATIMA, GAEL, Stage
from tests.sessions.core.test_meeting import refused

POWERS = c.RecordCredentials(ELIAS, True, "To agree on health", "Letter 7/2026")
WORDS = c.ProposeAdoption("The office publishes the figures", Effect.BINDS)


def without_powers() -> Stage:
    """A room in which nobody has powers to agree."""
    stage = Stage().at_item()
    stage.ask(ALBA, c.WithdrawCredentials(DORA, "The appointment ended"))
    return stage


def agreed(stage: Stage) -> bool:
    """Adopt in silence; whether it is ad referendum."""
    stage.ask(DORA, WORDS)
    stage.wait(200)
    return stage.room.agreements[-1].ad_referendum


@pytest.mark.guideline("G22")
def test_what_is_agreed_without_powers_in_the_room_stays_ad_referendum_when_powers_come_later() -> None:
    stage = without_powers()
    assert agreed(stage)
    stage.ask(ALBA, POWERS)
    assert stage.room.agreements[0].ad_referendum, "it stands as it was recorded"
    assert not agreed(stage), "from then on the official is empowered"


@pytest.mark.guideline("G22")
def test_an_official_may_state_to_have_no_powers() -> None:
    stage = Stage().at_item()
    stage.ask(ALBA, c.RecordCredentials(DORA, False))
    assert not stage.room.seats[DORA].empowered
    assert agreed(stage)


def test_powers_recorded_in_the_room_stand_when_the_official_comes_back() -> None:
    stage = Stage().at_item()
    stage.ask(ALBA, POWERS)
    stage.ask(ELIAS, c.Leave())
    stage.admit(ELIAS)
    assert stage.room.seats[ELIAS].empowered
    stage.ask(ALBA, c.WithdrawCredentials(ELIAS, "Expired"))
    stage.ask(ELIAS, c.Leave())
    stage.admit(ELIAS)
    assert not stage.room.seats[ELIAS].empowered


def test_whoever_left_keeps_no_powers_in_the_count() -> None:
    stage = without_powers()
    stage.ask(ALBA, POWERS)
    stage.ask(ELIAS, c.Leave())
    assert agreed(stage)


def test_the_same_is_not_recorded_twice_and_may_be_recorded_again_once_withdrawn() -> None:
    stage = Stage().at_item()
    stage.ask(ALBA, POWERS)
    assert refused(stage, ALBA, POWERS) is Code.ALREADY_SHOWN
    stage.ask(ALBA, c.WithdrawCredentials(ELIAS, "Another person's letter"))
    stage.ask(ALBA, POWERS)


@pytest.mark.parametrize("by", [DORA, BRUNO, ELIAS, FATIMA, GAEL])
def test_powers_are_recorded_by_the_secretariat_alone(by: str) -> None:
    stage = Stage().at_item()
    assert refused(stage, by, POWERS) is Code.NOT_YOURS
    assert refused(stage, by, c.WithdrawCredentials(DORA, "No")) is Code.NOT_YOURS


CASES = {
    "nobody": (c.RecordCredentials("99", True, "x"), Code.UNKNOWN_SEAT),
    "civil society": (c.RecordCredentials(BRUNO, True, "x"), Code.NOT_AN_OFFICIAL),
    "powers without words": (c.RecordCredentials(ELIAS, True, "  "), Code.TEXT_NEEDED),
    "too many words": (c.RecordCredentials(ELIAS, True, "x" * 2001), Code.TOO_LONG),
    "a long document": (c.RecordCredentials(ELIAS, True, "x", "y" * 301), Code.TOO_LONG),
    "no powers to withdraw": (c.WithdrawCredentials(ELIAS, "x"), Code.NO_POWERS),
    "no reason": (c.WithdrawCredentials(DORA, ""), Code.REASON_NEEDED),
    "withdraw from nobody": (c.WithdrawCredentials("99", "x"), Code.UNKNOWN_SEAT),
}
VIOLATED = [(lambda: Stage().at_item(), ALBA, *case) for case in CASES.values()]


@pytest.mark.parametrize("case", CASES)
def test_every_precondition_of_powers_is_refused_and_changes_nothing(case: str) -> None:
    command, code = CASES[case]
    assert refused(Stage().at_item(), ALBA, command) is code


def test_powers_are_not_recorded_of_somebody_who_left_nor_after_closing() -> None:
    stage = Stage().at_item()
    stage.ask(ELIAS, c.Leave())
    assert refused(stage, ALBA, POWERS) is Code.NOT_ADMITTED
    stage.ask(DORA, c.CloseSession())
    assert refused(stage, ALBA, POWERS) is Code.WRONG_PHASE


# --- Conflicts of interest ---------------------------------------------------------------------------
@pytest.mark.guideline("G21")
def test_a_declared_conflict_stands_for_its_item_and_takes_no_vote() -> None:
    stage = Stage().at_item()
    stage.ask(BRUNO, c.DeclareConflict("i3", "My organization receives funds of the programme"))
    assert [(x.item, x.seat) for x in stage.room.conflicts] == [("i3", BRUNO)]
    assert stage.room.seats[BRUNO].votes
    stage.ask(DORA, WORDS)
    stage.ask(BRUNO, c.Object("Still heard"))


def test_a_conflict_is_declared_once_for_each_item() -> None:
    stage = Stage().at_item()
    stage.ask(BRUNO, c.DeclareConflict("i3", "Funds"))
    assert refused(stage, BRUNO, c.DeclareConflict("i3", "Funds")) is Code.ALREADY_SAID
    stage.ask(BRUNO, c.DeclareConflict("i4", "Family"))
    stage.comes(GAEL, Via.PHONE)
    stage.ask(ALBA, c.DeclareConflict("i3", "Told by telephone"), on_behalf_of=GAEL, via=Via.PHONE)
    assert stage.room.conflicts[-1].seat == GAEL


@pytest.mark.parametrize(("by", "command", "code"), [
    (BRUNO, c.DeclareConflict("i9", "Funds"), Code.UNKNOWN_ITEM),
    (BRUNO, c.DeclareConflict("i3", "   "), Code.TEXT_NEEDED),
    (BRUNO, c.DeclareConflict("i3", "x" * 2001), Code.TOO_LONG),
    (FATIMA, c.DeclareConflict("i3", "Funds"), Code.NOT_YOURS),
    (ALBA, c.DeclareConflict("i3", "Funds"), Code.NOT_YOURS),
])  # fmt: skip
def test_a_conflict_nobody_may_declare_so_is_refused(by: str, command: c.Command, code: Code) -> None:
    assert refused(Stage().at_item(), by, command) is code


# --- Positions ---------------------------------------------------------------------------------------
def with_agreement(**rules: object) -> Stage:
    stage = Stage(**rules).at_item()
    stage.ask(DORA, WORDS)
    return stage.wait(200)


def closed(stage: Stage) -> Stage:
    stage.ask(DORA, c.ReadAgreement("A1"))
    stage.ask(DORA, c.CloseSession())
    return stage


def test_positions_are_kept_beside_the_agreement_once_of_each_kind() -> None:
    stage = with_agreement()
    stage.ask(BRUNO, c.ExplainPosition("A1", "As we read it"))
    stage.ask(BRUNO, c.Dissociate("A1", "Not us"))
    stage.comes(GAEL, Via.PHONE)
    stage.ask(ALBA, c.Dissociate("A1", "By telephone"), on_behalf_of=GAEL, via=Via.PHONE)
    stands = [(p.seat, p.stand) for p in stage.room.positions]
    assert stands == [(BRUNO, Stand.EXPLAINS), (BRUNO, Stand.DISSOCIATES), (GAEL, Stand.DISSOCIATES)]
    assert refused(stage, BRUNO, c.ExplainPosition("A1", "More")) is Code.ALREADY_SAID
    assert refused(stage, GAEL, c.Dissociate("A1", "More")) is Code.ALREADY_SAID
    assert stage.room.agreements[0].text == WORDS.text, "it stands for the others"


def test_the_log_waits_for_an_announced_text_as_long_as_the_rules_say() -> None:
    stage = with_agreement(seal_seconds=900, statement_hours=2)
    stage.ask(BRUNO, c.ExplainPosition("A1", "In short", follows=True))
    closed(stage).wait(7199)
    assert stage.room.phase is Phase.CLOSED
    stage.ask(BRUNO, c.HandInText("A1", "In full"))
    stage.wait(1)
    assert stage.room.phase is Phase.SEALED
    assert stage.room.positions[0].written == "In full"
    assert stage.log[-1].at >= stage.log[-2].at, "the seal is the last thing that happened"


def test_a_text_that_never_comes_delays_the_seal_no_longer_than_the_hours_of_the_rules() -> None:
    stage = with_agreement(seal_seconds=900, statement_hours=2)
    stage.ask(BRUNO, c.ExplainPosition("A1", "In short", follows=True))
    closed(stage)
    ended = stage.now
    stage.wait(7200)
    assert stage.room.phase is Phase.SEALED
    assert stage.log[-1].at == ended + timedelta(hours=2)
    assert refused(stage, BRUNO, c.HandInText("A1", "Too late")) is Code.WRONG_PHASE


def test_without_an_announced_text_the_log_is_sealed_as_ever() -> None:
    stage = with_agreement(seal_seconds=900)
    stage.ask(BRUNO, c.ExplainPosition("A1", "In short"))
    closed(stage)
    ended = stage.now
    stage.wait(901)
    assert stage.log[-1].at == ended + timedelta(seconds=900)


def test_positions_come_before_the_closing() -> None:
    stage = closed(with_agreement())
    assert refused(stage, BRUNO, c.ExplainPosition("A1", "Late")) is Code.WRONG_PHASE
    assert refused(stage, BRUNO, c.Dissociate("A1", "Late")) is Code.WRONG_PHASE
    assert refused(stage, BRUNO, c.HandInText("A1", "Late")) is Code.NO_TEXT_AWAITED


@pytest.mark.parametrize(("by", "command", "code"), [
    (BRUNO, c.ExplainPosition("A9", "x"), Code.UNKNOWN_AGREEMENT),
    (BRUNO, c.Dissociate("", "x"), Code.UNKNOWN_AGREEMENT),
    (BRUNO, c.HandInText("A9", "x"), Code.UNKNOWN_AGREEMENT),
    (BRUNO, c.ExplainPosition("A1", " "), Code.TEXT_NEEDED),
    (BRUNO, c.Dissociate("A1", "x" * 20_001), Code.TOO_LONG),
    (FATIMA, c.ExplainPosition("A1", "x"), Code.NOT_YOURS),
    (ALBA, c.Dissociate("A1", "x"), Code.NOT_YOURS),
    (BRUNO, c.HandInText("A1", "x"), Code.NO_TEXT_AWAITED),
])  # fmt: skip
def test_every_precondition_of_positions_is_refused(by: str, command: c.Command, code: Code) -> None:
    assert refused(with_agreement(), by, command) is code


def test_one_text_is_announced_for_each_agreement_and_none_where_the_rules_give_no_hours() -> None:
    stage = with_agreement()
    stage.ask(BRUNO, c.ExplainPosition("A1", "In short", follows=True))
    assert refused(stage, BRUNO, c.Dissociate("A1", "Short", follows=True)) is Code.TEXT_AWAITED
    assert refused(stage, BRUNO, c.HandInText("A1", "")) is Code.TEXT_NEEDED
    stage = with_agreement(statement_hours=0)
    assert refused(stage, BRUNO, c.ExplainPosition("A1", "x", follows=True)) is Code.NO_TEXT_AWAITED


# --- Arrivals and departures entered afterwards ------------------------------------------------------
def test_nobody_leaves_before_they_came_nor_comes_back_before_they_left() -> None:
    stage = Stage().at_item().comes(GAEL, Via.HALL).wait(600)
    told = {"on_behalf_of": GAEL, "via": Via.HALL}
    stage.ask(ALBA, c.Leave(), happened_at=stage.now - timedelta(seconds=300), **told)
    left = stage.now - timedelta(seconds=300)
    name, role, side, votes, empowered = stage.cast[GAEL]
    back = c.Admit(GAEL, name, "", role, side, "Org", votes, empowered, Via.HALL)
    assert refused(stage, ALBA, back, happened_at=left - timedelta(seconds=60)) is Code.OUT_OF_ORDER
    stage.ask(ALBA, back, happened_at=left + timedelta(seconds=60))
    assert refused(stage, ALBA, c.Leave(), happened_at=left, **told) is Code.OUT_OF_ORDER
    assert isinstance(stage.log[-1].event, e.PersonAdmitted)


@pytest.mark.parametrize("act", [POWERS, c.WithdrawCredentials(DORA, "Revoked")])
def test_powers_are_not_taken_back_for_others_agree_upon_them_at_once(act: c.Command) -> None:
    stage = Stage(undo_seconds=60).at_item()
    stage.ask(ALBA, act)
    assert refused(stage, ALBA, c.Undo()) is Code.NOTHING_TO_UNDO
