"""Provisional accreditation: in the room until the letter comes, without a vote unless the rules say otherwise."""

import pytest

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.refusals import Code, Refused
from sessions.core.terms import Choice, Method, Role, Side, Via
from tests.sessions.core.stage import ALBA, BRUNO, CAST, DORA, ELIAS, FATIMA, GAEL, Stage


def provisional(stage: Stage, seat: str = GAEL) -> tuple[e.Event, ...]:
    name, role, side, votes, empowered = CAST[seat]
    return stage.ask(ALBA, c.Admit(seat, name, "", role, side, "Org", votes, empowered, Via.HALL, True))


def without(*people: str, **rules: object) -> Stage:
    """Open, at its hour, without these people."""
    stage = Stage(**rules).lobby(*(s for s in CAST if s not in people)).wait(3601)
    stage.ask(DORA, c.OpenSession())
    return stage


def stage_with_gael(**rules: object) -> Stage:
    stage = without(GAEL, **rules)
    provisional(stage)
    return stage


def test_somebody_without_a_letter_is_in_the_room_and_has_no_vote() -> None:
    stage = without(GAEL)
    (event,) = provisional(stage)
    assert event == e.PersonAdmitted(
        GAEL, "Gael Ríos", "", Role.MEMBER, Side.CIVIL, "Org", False, False, Via.HALL, True, True
    )
    seat = stage.room.seats[GAEL]
    assert (seat.present, seat.votes, seat.provisional, seat.vote_awaits) == (True, False, True, True)


def test_where_the_rules_say_so_they_vote_and_stay_provisional() -> None:
    seat = stage_with_gael(provisional_votes=True).room.seats[GAEL]
    assert (seat.votes, seat.provisional, seat.vote_awaits) == (True, True, False)


def test_a_vote_that_waits_counts_neither_as_present_nor_as_entitled() -> None:
    stage = stage_with_gael()
    (event,) = stage.ask(DORA, c.VerifyQuorum())
    assert isinstance(event, e.QuorumVerified)
    assert (event.count.entitled, event.count.present) == (3, 3)
    stage.ask(ALBA, c.ConfirmAccreditation(GAEL, "Oficio 12"))
    (event,) = stage.ask(DORA, c.VerifyQuorum())
    assert isinstance(event, e.QuorumVerified)
    assert (event.count.entitled, event.count.present) == (4, 4)


def test_the_letter_confirms_and_gives_the_vote_back() -> None:
    stage = stage_with_gael()
    assert stage.ask(ALBA, c.ConfirmAccreditation(GAEL, " Oficio 12 ")) == (
        e.AccreditationConfirmed(GAEL, "Oficio 12", True),
    )
    seat = stage.room.seats[GAEL]
    assert (seat.votes, seat.provisional, seat.document) == (True, False, "Oficio 12")


def test_an_observer_confirmed_still_has_no_vote() -> None:
    stage = without(FATIMA)
    provisional(stage, FATIMA)
    assert stage.ask(DORA, c.ConfirmAccreditation(FATIMA, "Carta")) == (
        e.AccreditationConfirmed(FATIMA, "Carta", False),
    )


def test_coming_back_does_not_make_the_letter_come() -> None:
    stage = stage_with_gael()
    stage.ask(GAEL, c.Leave())
    stage.admit(GAEL)
    assert stage.room.seats[GAEL].provisional
    assert not stage.room.seats[GAEL].votes


def test_a_letter_that_comes_during_a_vote_counts_from_the_next_question_on() -> None:
    stage = stage_with_gael()
    stage.ask(DORA, c.OpenItem("i3"))
    stage.ask(DORA, c.PutToVote("¿Se aprueba?", Method.ROLL_CALL))
    stage.ask(ALBA, c.ConfirmAccreditation(GAEL, "Oficio 12"))
    assert stage.room.vote is not None
    assert GAEL not in stage.room.vote.electorate
    with pytest.raises(Refused) as refused:
        stage.ask(GAEL, c.CastVote(Choice.FOR))
    assert refused.value.code is Code.NOT_IN_ELECTORATE


def test_the_letter_may_come_after_the_close_and_not_after_the_seal() -> None:
    stage = stage_with_gael(seal_seconds=60)
    stage.ask(DORA, c.CloseSession())
    stage.ask(ALBA, c.ConfirmAccreditation(GAEL, "Oficio 12"))
    stage = stage_with_gael(seal_seconds=60)
    stage.ask(DORA, c.CloseSession())
    stage.wait(61)
    with pytest.raises(Refused) as refused:
        stage.ask(ALBA, c.ConfirmAccreditation(GAEL, "Oficio 12"))
    assert refused.value.code is Code.WRONG_PHASE


REFUSED = [
    (ALBA, c.ConfirmAccreditation(BRUNO, "Oficio 12"), Code.NOT_PROVISIONAL),
    (ALBA, c.ConfirmAccreditation("99", "Oficio 12"), Code.UNKNOWN_SEAT),
    (ALBA, c.ConfirmAccreditation(GAEL, "   "), Code.TEXT_NEEDED),
    (ALBA, c.ConfirmAccreditation(GAEL, "x" * 301), Code.TOO_LONG),
    (GAEL, c.ConfirmAccreditation(GAEL, "Oficio 12"), Code.NOT_YOURS),
    (BRUNO, c.ConfirmAccreditation(GAEL, "Oficio 12"), Code.NOT_YOURS),
    ("99", c.ConfirmAccreditation(GAEL, "Oficio 12"), Code.NOT_YOURS),
    (DORA, c.HandOverChair(GAEL), Code.CANNOT_PRESIDE),
    (GAEL, c.AskQuorum(), Code.NOT_YOURS),
]
VIOLATED = [(stage_with_gael, *row) for row in REFUSED]


@pytest.mark.parametrize(("by", "command", "code"), REFUSED)
def test_what_does_not_hold_is_refused_and_changes_nothing(by: str, command: c.Command, code: Code) -> None:
    stage = stage_with_gael()
    before = stage.room
    with pytest.raises(Refused) as refused:
        stage.ask(by, command)
    assert refused.value.code is code
    assert stage.room == before


@pytest.mark.parametrize("seat", [DORA, ELIAS, ALBA])
def test_who_leads_a_session_is_never_there_provisionally(seat: str) -> None:
    stage = Stage().lobby(BRUNO)
    before = stage.room
    with pytest.raises(Refused) as refused:
        provisional(stage, seat)
    assert refused.value.code is Code.NEVER_PROVISIONAL
    assert stage.room == before
