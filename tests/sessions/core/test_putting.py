"""How the rules of a session let a question be put; who raises points of order; of whom the quorum is (G25)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions import wire
from sessions.core import commands as c
from sessions.core import events as e
from sessions.core import majorities, tally
from sessions.core.refusals import Code
from sessions.core.ruleset import Rules
from sessions.core.terms import (
    Base,
    Choice,
    Effect,
    Majority,
    Method,
    MotionKind,
    Points,
    QuorumBase,
    Role,
    Side,
    Sought,
    TextKind,
    Via,
)
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, FATIMA, GAEL, Stage
from tests.sessions.core.test_meeting import refused

STRICT = {"majority": Majority.TWO_THIRDS, "base": Base.PRESENT}
ASK, SHOW = "Shall the figures be published?", Method.SHOW
COUNTED, BASES = list(majorities.COUNTED), list(Base)
MANY = st.integers(0, 40)


def question(majority: Majority | None = None, base: Base | None = None, **more: object) -> c.PutToVote:
    return c.PutToVote(ASK, SHOW, majority, base, **more)  # type: ignore[arg-type]


def text(stage: Stage) -> Stage:
    stage.ask(DORA, c.PresentText(TextKind.CHAIR, "Acuerdo", ("Uno.", "Dos.")))
    return stage


def put_with(stage: Stage, command: c.PutToVote) -> tuple[Majority, Base]:
    [put] = stage.ask(DORA, command)
    assert isinstance(put, e.VotePut)
    return put.majority, put.base


# --- Majority and base -------------------------------------------------------------------------------
@given(st.sampled_from(COUNTED), st.sampled_from(BASES), st.sampled_from(COUNTED), st.sampled_from(BASES),
       MANY, MANY, MANY, MANY)  # fmt: skip
def test_what_asks_enough_never_needs_fewer_votes(
    majority: Majority, base: Base, least: Majority, of: Base, yes: int, no: int, silent: int, away: int
) -> None:
    if not majorities.asks_enough(majority, base, (least, of)):
        return
    present, votes = yes + no + silent, e.Votes(yes, no, silent)
    needs = [tally.result(votes, *rule, present=present, entitled=present + away)
             for rule in ((majority, base), (least, of))]  # fmt: skip
    assert needs[0].needed >= needs[1].needed
    assert needs[1].carried or not needs[0].carried


@given(st.sampled_from(list(Majority)), st.sampled_from(list(Majority)), st.sampled_from(BASES))
def test_whatever_is_offered_may_be_chosen_and_the_rule_is_among_it(one: Majority, whole: Majority, of: Base) -> None:
    rules = Rules(majority=one, majority_whole=whole, base=of)
    under = majorities.least(rules, whole=True)
    if under is None:
        assert Majority.CONSENSUS in (one, whole)
        assert majorities.offered(under) == ([], [])
        return
    most, bases = majorities.offered(under)
    assert under[0] in most
    assert under[1] in bases
    assert all(majorities.asks_enough(m, b, under) for m in most for b in bases)
    alone = majorities.least(rules)
    assert alone is not None
    assert majorities.asks_enough(*under, alone), "the whole text never needs less than any question"


@pytest.mark.guideline("G25")
@pytest.mark.parametrize(("majority", "base"), [
    (Majority.SIMPLE, None), (Majority.SIMPLE, Base.ENTITLED), (Majority.ABSOLUTE, None),
    (Majority.ABSOLUTE, Base.ENTITLED), (None, Base.CAST), (Majority.TWO_THIRDS, Base.CAST),
    (Majority.FOUR_FIFTHS, Base.CAST),
])  # fmt: skip
def test_less_than_the_rules_ask_is_refused(majority: Majority | None, base: Base | None) -> None:
    stage = Stage(**STRICT).at_item()
    assert refused(stage, DORA, question(majority, base)) is Code.MAJORITY_TOO_LOW
    assert refused(stage, ALBA, question(majority, base)) is Code.MAJORITY_TOO_LOW, "nor on the chair's instruction"
    paper = c.RecordPaperVote(ASK, SHOW, majority, base, 2, 0, 0, (ALBA, BRUNO))
    late = {"via": Via.PAPER, "happened_at": stage.now}
    assert refused(stage, ALBA, paper, **late) is Code.MAJORITY_TOO_LOW


@pytest.mark.parametrize(("majority", "base", "put"), [
    (None, None, (Majority.TWO_THIRDS, Base.PRESENT)),
    (Majority.TWO_THIRDS, Base.ENTITLED, (Majority.TWO_THIRDS, Base.ENTITLED)),
    (Majority.FOUR_FIFTHS, None, (Majority.FOUR_FIFTHS, Base.PRESENT)),
])  # fmt: skip
def test_what_the_rules_ask_or_more_needs_no_reason(
    majority: Majority | None, base: Base | None, put: tuple[Majority, Base]
) -> None:
    assert put_with(Stage(**STRICT).at_item(), question(majority, base)) == put


def test_a_whole_text_is_never_put_with_less_and_its_parts_are_put_as_any_question() -> None:
    stage = text(Stage(majority_whole=Majority.TWO_THIRDS).at_item())
    assert refused(stage, DORA, replace(question(Majority.SIMPLE), about="x1")) is Code.MAJORITY_TOO_LOW
    stage.ask(BRUNO, c.PlaceBracket("x1.1", 1, "Uno", ("Otro",), ()))
    assert put_with(stage, replace(question(), about="x1.b1.keep")) == (Majority.SIMPLE, Base.CAST)
    whole = text(Stage(majority_whole=Majority.TWO_THIRDS).at_item())
    assert put_with(whole, replace(question(), about="x1")) == (Majority.TWO_THIRDS, Base.CAST)


def test_a_motion_is_carried_as_motions_are_whatever_the_rules_ask_of_other_questions() -> None:
    stage = Stage(**STRICT, consensus_first=True).at_item()
    stage.ask(BRUNO, c.MoveProcedural(MotionKind.CLOSURE, "Enough"))
    assert put_with(stage, question(motion="m1")) == (Majority.SIMPLE, Base.CAST)


def test_rules_published_when_the_chair_could_lower_the_majority_still_let_it() -> None:
    stage = Stage(**STRICT, version="2").at_item()
    assert put_with(stage, question(Majority.SIMPLE, Base.CAST)) == (Majority.SIMPLE, Base.CAST)


# --- By consensus alone ------------------------------------------------------------------------------
def test_where_consensus_alone_decides_nothing_but_motions_is_put() -> None:
    stage = text(Stage(majority=Majority.CONSENSUS).at_item())
    for command in (question(), question(Majority.FOUR_FIFTHS, Base.ENTITLED), replace(question(), about="x1")):
        assert refused(stage, DORA, command) is Code.CONSENSUS_ONLY
    paper = c.RecordPaperVote(ASK, SHOW, None, None, 2, 0, 0, (ALBA, BRUNO))
    late = {"via": Via.PAPER, "happened_at": stage.now}
    assert refused(stage, ALBA, paper, **late) is Code.CONSENSUS_ONLY
    stage.ask(BRUNO, c.MoveProcedural(MotionKind.CLOSURE, "Enough"))
    assert put_with(stage, question(motion="m1")) == (Majority.SIMPLE, Base.CAST)
    stage.ask(DORA, c.WithdrawVote("No"))
    stage.ask(BRUNO, c.WithdrawMotion())
    stage.ask(DORA, c.ProposeAdoption("", Effect.BINDS, about="x1"))


def test_a_text_may_need_consensus_while_its_parts_are_voted() -> None:
    stage = text(Stage(majority_whole=Majority.CONSENSUS).at_item())
    assert refused(stage, DORA, replace(question(), about="x1")) is Code.CONSENSUS_ONLY
    stage.ask(BRUNO, c.PlaceBracket("x1.1", 1, "Uno", ("Otro",), ()))
    assert put_with(stage, replace(question(), about="x1.b1.keep")) == (Majority.SIMPLE, Base.CAST)


def test_consensus_is_no_majority_of_a_vote() -> None:
    assert refused(Stage().at_item(), DORA, question(Majority.CONSENSUS)) is Code.CONSENSUS_ONLY


# --- How it is voted ---------------------------------------------------------------------------------
@pytest.mark.guideline("G25")
@pytest.mark.parametrize("method", list(Method))
def test_only_the_ways_of_voting_that_the_rules_know_are_used(method: Method) -> None:
    others = tuple(m for m in Method if m is not method)
    stage = Stage(methods=others).at_item()
    assert refused(stage, DORA, c.PutToVote(ASK, method)) is Code.METHOD_NOT_ALLOWED
    named = ((BRUNO, Choice.FOR),) if method is Method.ROLL_CALL else ()
    paper = c.RecordPaperVote(ASK, method, None, None, 0, 0, 0, (ALBA, BRUNO), named)
    late = {"via": Via.PAPER, "happened_at": stage.now}
    assert refused(stage, ALBA, paper, **late) is Code.METHOD_NOT_ALLOWED
    stage.ask(BRUNO, c.MoveProcedural(MotionKind.CLOSURE, "Enough"))
    assert refused(stage, DORA, c.PutToVote(ASK, method, motion="m1")) is Code.METHOD_NOT_ALLOWED
    stage.ask(DORA, c.PutToVote(ASK, others[0], motion="m1"))


# --- Consensus first ---------------------------------------------------------------------------------
@pytest.mark.parametrize(("said", "code"), [
    ({}, Code.CONSENSUS_UNTOLD),
    ({"consensus_note": "We tried"}, Code.CONSENSUS_UNTOLD),
    ({"consensus": Sought.NOT_SOUGHT}, Code.REASON_NEEDED),
    ({"consensus": Sought.NOT_SOUGHT, "consensus_note": "  "}, Code.REASON_NEEDED),
    ({"consensus": Sought.SOUGHT, "consensus_note": "x" * 2_001}, Code.TOO_LONG),
])  # fmt: skip
def test_where_consensus_comes_first_a_question_says_whether_it_was_sought(
    said: dict[str, object], code: Code
) -> None:
    stage = Stage(consensus_first=True).at_item()
    assert refused(stage, DORA, question(**said)) is code
    paper = c.RecordPaperVote(ASK, SHOW, None, None, 2, 0, 0, (ALBA, BRUNO), **said)  # type: ignore[arg-type]
    assert refused(stage, ALBA, paper, via=Via.PAPER, happened_at=stage.now) is code


@pytest.mark.parametrize(("said", "kept"), [
    ((Sought.SOUGHT, ""), (Sought.SOUGHT, "")),
    ((Sought.NOT_SOUGHT, " It is urgent "), (Sought.NOT_SOUGHT, "It is urgent")),
])  # fmt: skip
def test_what_was_said_of_consensus_stays_with_the_question(
    said: tuple[Sought, str], kept: tuple[Sought, str]
) -> None:
    stage = Stage(consensus_first=True).at_item()
    [put] = stage.ask(DORA, question(consensus=said[0], consensus_note=said[1]))
    assert isinstance(put, e.VotePut)
    assert (put.consensus, put.consensus_note) == kept
    assert stage.room.vote is not None
    assert (stage.room.vote.consensus, stage.room.vote.consensus_note) == kept
    stored = wire.event_out(put)
    assert wire.event_in(stored) == put
    before = {k: v for k, v in stored.items() if not k.startswith("consensus")}
    old = wire.event_in(before)
    assert isinstance(old, e.VotePut)
    assert old.consensus is Sought.UNTOLD, "what was recorded before says nothing of it"


# --- Points of order ---------------------------------------------------------------------------------
def with_adviser(**rules: object) -> Stage:
    stage = Stage(observers_speak=True, **rules)
    stage.cast["9"] = ("Inés Gil", Role.ADVISER, Side.CIVIL, False, False)
    return stage.at_item()


@pytest.mark.parametrize("seat", ["9", FATIMA])
def test_where_members_alone_raise_points_of_order_whoever_only_speaks_is_refused(seat: str) -> None:
    stage = with_adviser(points=Points.MEMBERS)
    point = c.RaisePointOfOrder("The text?")
    assert refused(stage, seat, point) is Code.MEMBERS_RAISE
    stage.comes(seat, Via.HALL)
    assert refused(stage, ALBA, point, on_behalf_of=seat, via=Via.HALL) is Code.MEMBERS_RAISE
    with_adviser().ask(seat, point)


@pytest.mark.parametrize("seat", [DORA, BRUNO, ELIAS])
def test_members_and_whoever_leads_raise_points_of_order_always(seat: str) -> None:
    with_adviser(points=Points.MEMBERS).ask(seat, c.RaisePointOfOrder("The text?"))


# --- Quorum ------------------------------------------------------------------------------------------
@given(st.integers(1, 60), st.integers(0, 60), st.integers(0, 99), st.integers(0, 70), st.integers(0, 99))
def test_a_quorum_is_never_more_than_all_and_to_decide_never_less_than_to_open(
    entitled: int, admitted: int, percent: int, least: int, deciding: int
) -> None:
    for base in QuorumBase:
        rules = Rules(quorum_over_percent=percent, quorum_least=least, quorum_base=base, quorum_to_decide=deciding)
        opens, decides = rules.required(entitled, admitted), rules.required(entitled, admitted, deciding=True)
        assert 1 <= opens <= decides <= entitled
        assert decides >= min(entitled, least)
    old = Rules(quorum_over_percent=percent, quorum_least=least)
    assert old.required(entitled, admitted) == max(1, min(entitled, max(entitled * percent // 100 + 1, least)))


def test_the_share_of_those_admitted_is_less_than_that_of_all() -> None:
    here = (ALBA, DORA, BRUNO)
    stage = Stage().lobby(*here).wait(3601)
    assert refused(stage, DORA, c.OpenSession()) is Code.NO_QUORUM
    stage = Stage(quorum_base=QuorumBase.ADMITTED).lobby(*here).wait(3601)
    stage.ask(DORA, c.OpenSession())
    assert stage.room.count == e.Count(4, 2, 2, 1, 2)
    stage.ask(DORA, c.OpenItem("i3"))
    stage.admit(GAEL)
    stage.admit(ELIAS)
    stage.ask(GAEL, c.Leave())
    stage.ask(ELIAS, c.Leave())
    assert refused(stage, DORA, question()) is Code.NO_QUORUM, "who left still counts among those admitted"
    stage = Stage(quorum_base=QuorumBase.ADMITTED, quorum_least=3).lobby(*here).wait(3601)
    assert refused(stage, DORA, c.OpenSession()) is Code.NO_QUORUM, "the number still holds"


def test_a_room_may_open_with_less_than_it_takes_to_decide() -> None:
    stage = Stage(quorum_over_percent=25, quorum_to_decide=50).lobby(ALBA, DORA, BRUNO).wait(3601)
    [opened] = stage.ask(DORA, c.OpenSession())
    assert isinstance(opened, e.SessionOpened)
    assert (opened.count.present, opened.count.required) == (2, 2)
    stage.ask(DORA, c.OpenItem("i3"))
    for command in (question(), c.ProposeAdoption("Words", Effect.BINDS)):
        assert refused(stage, DORA, command) is Code.NO_QUORUM
    stage.admit(GAEL)
    [verified] = stage.ask(DORA, c.VerifyQuorum())
    assert isinstance(verified, e.QuorumVerified)
    assert (verified.count.present, verified.count.required) == (3, 3)
    stage.ask(DORA, question())
