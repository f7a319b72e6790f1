"""What minutes tell of a text on the table: basis, amendments, rulings, results; the adopted words in one place."""

import pytest

from sessions import wire
from sessions.core import commands as c
from sessions.core.terms import AmendmentKind, AmendmentState, Lift, Method, ParagraphState
from sessions.minutes.document import Minutes, Text
from tests.sessions.core.stage import BRUNO, DORA, FATIMA, GAEL, Stage
from tests.sessions.core.test_text import WORDS, amended, by_vote, in_silence, tabled
from tests.sessions.minutes.paper import closed, minutes_of


def told(stage: Stage) -> tuple[Minutes, Text]:
    made = minutes_of(stage)
    item = made.item("i3")
    assert item is not None
    return made, item.texts[0]


@pytest.mark.guideline("G31")
def test_amendments_are_told_with_sponsors_rulings_order_and_results() -> None:
    stage = amended()
    stage.ask(FATIMA, c.SubmitAmendment("x1.1", 1, AmendmentKind.ADD, "More.", "For all", BRUNO))
    stage.ask(BRUNO, c.CoSponsor("x1.a2"))
    stage.ask(GAEL, c.CoSponsor("x1.a1"))
    stage.ask(BRUNO, c.WithdrawSponsor("x1.a1"))
    stage.ask(DORA, c.RuleOutOfOrder("x1.a2", "Elsewhere"))
    stage.ask(DORA, c.OrderAmendments())
    _made, text = told(by_vote(stage, "x1.a1"))
    one, two = text.amendments
    assert ([w.name for w in one.sponsors], [w.name for w in one.left]) == (["Gael Ríos"], ["Bruno Luna"])
    assert (one.state, one.decision, one.paragraph) == (AmendmentState.CARRIED, "v1", "3")
    assert (two.by.name, two.asked and two.asked.name, two.reason) == ("Fátima Sol", "Bruno Luna", "Elsewhere")
    assert two.ruled_by is not None
    assert two.ruled_by.seat == DORA
    assert [(o.order, o.computed) for o in text.orders] == [((1,), True)]
    assert all(x.rests for x in (text, *text.amendments, *text.paragraphs))


def test_adopted_words_stand_in_the_agreement_alone_and_their_history_beside_it() -> None:
    stage = in_silence(amended(), "x1.a1")
    made, text = told(closed(in_silence(stage, "x1")))
    said = wire.canonical(wire.plain(made)).decode()
    assert said.count(WORDS[0]) == 1
    assert said.count(WORDS[2]) == 1, "the words that were, in the annex"
    assert [v.words for v in text.paragraphs[2].versions] == [WORDS[2], ""]
    assert {p.state for p in text.paragraphs} == {ParagraphState.ADOPTED}
    assert (text.agreement, made.agreements[0].text.startswith(WORDS[0])) == ("A1", True)
    assert wire.build(Minutes, wire.plain(made)) == made


def test_a_question_about_a_part_points_to_it_and_makes_no_agreement() -> None:
    made, _text = told(in_silence(amended(), "x1.a1"))
    (proposal,) = made.items[-1].proposals
    assert (proposal.about, proposal.text, proposal.agreement) == ("x1.a1", "", "")
    assert made.agreements == ()


def test_brackets_and_divisions_are_told_as_they_ended() -> None:
    stage = tabled()
    stage.ask(BRUNO, c.PlaceBracket("x1.1", 1, "evidence", ("rights",)))
    stage.ask(BRUNO, c.LiftBracket("x1.b1", Lift.ALTERNATIVE, 1))
    stage.ask(GAEL, c.MoveDivision("x1", ("x1.2",)))
    stage.ask(DORA, c.RuleDivision("x1.d1", True, ""))
    stage.ask(DORA, c.PutToVote("", Method.SHOW, about="x1.d1.1"))
    stage.ask(DORA, c.WithdrawVote("Anew"))
    _made, text = told(by_vote(stage, "x1.d1.1", carried=False))
    assert [(b.quote, b.alternatives, b.lifted, b.placers[0].name) for b in text.brackets] == [
        ("evidence", ("rights",), Lift.ALTERNATIVE, "Bruno Luna"),
    ]  # fmt: skip
    assert [(d.amendment, d.granted, d.parts[0].words, d.parts[0].carried) for d in text.divisions] == [
        (0, True, "2", False),
    ]  # fmt: skip
    assert text.paragraphs[1].state is ParagraphState.DELETED


def test_what_was_undone_is_not_told() -> None:
    stage = tabled()
    stage.ask(BRUNO, c.PlaceBracket("x1.1", 1, "evidence"))
    stage.ask(BRUNO, c.Undo())
    _made, text = told(stage)
    assert text.brackets == ()
