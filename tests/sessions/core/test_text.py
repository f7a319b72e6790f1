"""A text on the table, on paper: presented by paragraphs, amended, bracketed, agreed, adopted."""


from sessions.core import commands as c
from sessions.core.evolve import replay
from sessions.core.state.text import Paragraph, Text
from sessions.core.terms import (
    AmendmentKind,
    AmendmentState,
    Change,
    Effect,
    Method,
    ParagraphState,
    TextKind,
)
from tests.sessions.core.stage import BRUNO, DORA, Stage
from tests.sessions.core.test_votes import AGAINST, FOR, all_vote, declared

WORDS = (
    "The country promotes measures based on evidence.",
    "Civil society takes part in their review.",
    "The figures are published every year.",
)
PRESENT = c.PresentText(TextKind.CHAIR, "Draft position", WORDS, "en")
ADD, DELETE, REPLACE = AmendmentKind.ADD, AmendmentKind.DELETE, AmendmentKind.REPLACE


def tabled(stage: Stage | None = None) -> Stage:
    stage = stage or Stage(objection_seconds=30).at_item()
    stage.ask(DORA, PRESENT)
    return stage


def text(stage: Stage) -> Text:
    return stage.room.texts[-1]


def par(stage: Stage, number: int) -> Paragraph:
    found = text(stage).paragraph(f"x1.{number}")
    assert found is not None
    return found


def amended(kind: AmendmentKind = REPLACE, words: str = "The figures are published every month.", *, by: str = BRUNO,
            number: int = 3, stage: Stage | None = None, admitted: bool = True) -> Stage:  # fmt: skip
    stage = stage or tabled()
    stage.ask(by, c.SubmitAmendment(f"x1.{number}", par(stage, number).version, kind, words))
    if admitted:
        stage.ask(DORA, c.RuleAdmissible(text(stage).amendments[-1].id))
    return stage


def in_silence(stage: Stage, about: str) -> Stage:
    stage.ask(DORA, c.ProposeAdoption("", Effect.BINDS, about=about))
    return stage.wait(31)


def by_vote(stage: Stage, about: str, carried: bool = True) -> Stage:
    stage.ask(DORA, c.PutToVote("", Method.ROLL_CALL, about=about))
    all_vote(stage) if carried else all_vote(stage, a=AGAINST, b=AGAINST, c=AGAINST, d=FOR)
    return declared(stage, carried)


# --- Presenting --------------------------------------------------------------------------------------
def test_a_text_is_presented_by_paragraphs_that_have_ids() -> None:
    stage = tabled()
    assert [(p.id, p.words, p.version) for p in text(stage).paragraphs] == [
        ("x1.1", WORDS[0], 1), ("x1.2", WORDS[1], 1), ("x1.3", WORDS[2], 1),
    ]  # fmt: skip
    assert text(stage).item == "i3"


def test_an_amendment_carried_in_silence_changes_the_words_and_is_no_agreement() -> None:
    stage = in_silence(amended(), "x1.a1")
    assert (par(stage, 3).words, par(stage, 3).version) == ("The figures are published every month.", 2)
    assert par(stage, 3).history[-1].how is Change.CARRIED
    assert text(stage).amendments[0].state is AmendmentState.CARRIED
    assert stage.room.agreements == ()
    assert stage.room.proposal is None


def test_an_amendment_is_carried_or_lost_by_vote() -> None:
    stage = by_vote(amended(), "x1.a1")
    assert par(stage, 3).version == 2
    stage = by_vote(amended(), "x1.a1", carried=False)
    assert par(stage, 3).words == WORDS[2]
    assert text(stage).amendments[0].state is AmendmentState.LOST
    assert stage.room.agreements == ()


def test_a_text_is_adopted_as_a_whole_and_its_words_are_an_agreement() -> None:
    stage = in_silence(amended(ADD, "They are free."), "x1.a1")
    stage.ask(DORA, c.AgreeAdReferendum("x1.1"))
    assert text(stage).state_of(par(stage, 1)) is ParagraphState.AGREED
    stage = in_silence(stage, "x1")
    (agreement,) = stage.room.agreements
    assert agreement.text == "\n\n".join((*WORDS, "They are free."))
    assert text(stage).agreement == "A1"
    assert {text(stage).state_of(p) for p in text(stage).paragraphs} == {ParagraphState.ADOPTED}
    assert text(stage).label("x1.4") == "3 bis"
    assert stage.room.proposal is None
    assert replay(stage.log) == stage.room
