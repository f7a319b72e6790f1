"""What minutes tell of votes: one entry each, everything it was decided by, and names in roll calls alone."""

import pytest

from sessions import wire
from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.terms import Base, Choice, Effect, Majority, Method, Stance, Via
from sessions.minutes.document import VoteOutcome
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, GAEL, Stage
from tests.sessions.core.test_hall import hall
from tests.sessions.core.test_votes import AGAINST, FOR, all_vote, declared, put, room
from tests.sessions.minutes.paper import closed, minutes_of


@pytest.mark.guideline("G31")
def test_a_vote_has_one_entry_with_method_electorate_quorum_counts_threshold_and_result() -> None:
    stage = put(majority=Majority.TWO_THIRDS, base=Base.PRESENT)
    declared(all_vote(stage))
    stage.ask(GAEL, c.ExplainVote("v1", "They name people"))
    made = minutes_of(stage)
    item = made.item("i3")
    assert item is not None
    (vote,) = item.votes
    assert (vote.method, vote.majority, vote.base, vote.electors) == (
        Method.ROLL_CALL, Majority.TWO_THIRDS, Base.PRESENT, 4,
    )  # fmt: skip
    assert (vote.count.entitled, vote.count.required, vote.votes) == (4, 3, e.Votes(3, 1, 0))
    assert vote.result == e.Result(4, 3, True, False)
    assert (vote.outcome, vote.differs, vote.agreement) == (VoteOutcome.CARRIED, False, "")
    assert vote.declared_by is not None
    assert vote.declared_by.seat == DORA
    assert [(n.who.name, n.choice) for n in vote.roll] == [
        ("Bruno Luna", Choice.FOR), ("Dora Paz", Choice.FOR), ("Elías Mora", Choice.FOR),
        ("Gael Ríos", Choice.AGAINST),
    ]  # fmt: skip
    assert [x.text for x in vote.explanations] == ["They name people"]
    assert wire.canonical(wire.plain(made)).decode().count("Shall the figures be published?") == 1


def test_words_that_were_carried_stand_in_their_agreement_alone() -> None:
    stage = declared(all_vote(put(agrees=True, effect=Effect.RECOMMENDS)))
    made = minutes_of(closed(stage))
    (agreement,) = made.agreements
    vote = made.items[-1].votes[0]
    assert (agreement.vote, agreement.proposal, vote.agreement, vote.question) == ("v1", "", "A1", "")
    assert wire.canonical(wire.plain(made)).decode().count("Shall the figures be published?") == 1
    assert wire.build(type(made), wire.plain(made)) == made


@pytest.mark.parametrize("method", [Method.SHOW, Method.SECRET])
def test_names_stand_beside_choices_in_roll_calls_alone(method: Method) -> None:
    made = minutes_of(declared(all_vote(put(method))))
    (vote,) = made.items[-1].votes
    assert (vote.roll, vote.took_part, vote.votes) == ((), 4, e.Votes(3, 1, 0))
    told = wire.canonical(wire.plain(vote)).decode()
    assert "Bruno Luna" not in told
    assert "Gael" not in told


def test_a_vote_that_changed_is_told_as_it_stood_and_one_entered_for_somebody_says_so() -> None:
    stage = put(stage=room(via={GAEL: Via.PHONE}))
    stage.ask(BRUNO, FOR)
    stage.ask(BRUNO, AGAINST)
    stage.ask(ALBA, FOR, on_behalf_of=GAEL, via=Via.PHONE)
    (vote,) = minutes_of(declared(stage, carried=False)).items[-1].votes
    assert [(n.who.seat, n.choice, n.changed, n.entered_for, n.via) for n in vote.roll] == [
        (BRUNO, Choice.AGAINST, True, False, Via.WEB), (GAEL, Choice.FOR, False, True, Via.PHONE),
    ]  # fmt: skip
    assert [n.before for n in vote.roll] == [(Choice.FOR,), ()]


def test_the_hall_is_told_with_whoever_counted_it() -> None:
    stage = hall(BRUNO, GAEL)
    stage.ask(ALBA, c.CountHall(1, 1, 0))
    stage.ask(ELIAS, c.CountHall(2, 0, 0))
    stage.ask(DORA, c.CountHall(2, 0, 0))
    (vote,) = minutes_of(declared(stage)).items[-1].votes
    assert (vote.hall, vote.took_part) == (e.Votes(2, 0, 0), 0)
    assert {w.seat for w in vote.scrutineers} == {DORA, ELIAS}


def test_a_question_that_was_withdrawn_and_one_declared_otherwise_say_why() -> None:
    stage = put()
    stage.ask(BRUNO, FOR)
    stage.ask(DORA, c.WithdrawVote("It was not heard"))
    put(stage=stage, agrees=True)
    stage.ask(BRUNO, FOR)
    declared(stage, carried=False, reason="Two lines were down")
    withdrawn, other = minutes_of(stage).items[-1].votes
    assert (withdrawn.outcome, withdrawn.reason, withdrawn.votes, withdrawn.roll) == (
        VoteOutcome.WITHDRAWN, "It was not heard", None, (),
    )  # fmt: skip
    assert (other.outcome, other.differs, other.reason) == (VoteOutcome.LOST, True, "Two lines were down")
    assert other.question


def test_a_temperature_check_is_told_only_by_order_of_the_chair() -> None:
    stage = Stage().at_item()
    for note in (False, True):
        stage.ask(DORA, c.TakeTemperature(f"Every month? {note}"))
        stage.ask(BRUNO, c.ShowTemperature(Stance.ACCEPT))
        stage.ask(DORA, c.CloseTemperature())
        if note:
            stage.ask(DORA, c.NoteTemperature("k2"))
    (taken,) = minutes_of(stage).items[-1].temperatures
    assert (taken.question, taken.answers, taken.electors) == ("Every month? True", e.Stances(withheld=1), 4)
