"""A text on the table, on paper: presented by paragraphs, amended, bracketed, agreed, adopted."""

from collections.abc import Callable

import pytest

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.evolve import replay
from sessions.core.refusals import Code
from sessions.core.state.text import Paragraph, Text
from sessions.core.terms import (
    AmendmentKind,
    AmendmentState,
    Change,
    Effect,
    Lift,
    Method,
    ParagraphState,
    TextKind,
)
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, FATIMA, GAEL, Stage
from tests.sessions.core.test_meeting import refused
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
    stage.ask(DORA, c.AgreeParagraph("x1.1"))
    assert text(stage).state_of(par(stage, 1)) is ParagraphState.AGREED
    stage = in_silence(stage, "x1")
    (agreement,) = stage.room.agreements
    assert agreement.text == "\n\n".join((*WORDS, "They are free."))
    assert text(stage).agreement == "A1"
    assert {text(stage).state_of(p) for p in text(stage).paragraphs} == {ParagraphState.ADOPTED}
    assert text(stage).label("x1.4") == "3 bis"
    assert stage.room.proposal is None
    assert replay(stage.log) == stage.room


def test_a_later_text_takes_the_place_of_an_earlier_one_of_the_same_item() -> None:
    stage = amended()
    stage.ask(ALBA, c.PresentText(TextKind.FACILITATOR, "Cut back", ("One.",)))
    assert text(stage).id == "x2"
    assert refused(stage, BRUNO, c.EditParagraph("x1.1", 1, "Other")) is Code.NOT_YOURS
    assert refused(stage, DORA, c.EditParagraph("x1.1", 1, "Other")) is Code.UNKNOWN_PARAGRAPH
    assert refused(stage, DORA, c.RuleAdmissible("x1.a1")) is Code.UNKNOWN_AMENDMENT


def test_words_are_tidied_and_empty_paragraphs_left_out() -> None:
    stage = Stage().at_item()
    stage.ask(ALBA, c.PresentText(TextKind.ZERO_DRAFT, " T ", ("  One   two \n\n three ", " \n ", "Four")))
    assert [p.words for p in text(stage).paragraphs] == ["One two\nthree", "Four"]


# --- Amendments --------------------------------------------------------------------------------------
def test_an_amendment_to_a_deleted_paragraph_is_refused_with_its_number() -> None:
    stage = in_silence(amended(DELETE, ""), "x1.a1")
    assert par(stage, 3).deleted
    assert refused(stage, BRUNO, c.SubmitAmendment("x1.3", 2, REPLACE, "Again.")) is Code.PARAGRAPH_DELETED
    assert refused(stage, BRUNO, c.SubmitAmendment("x1.3", 1, ADD, "Again.")) is Code.PARAGRAPH_DELETED


def test_one_amendment_carried_leaves_its_rivals_to_be_revisited_never_applied() -> None:
    stage = amended()
    amended(REPLACE, "The figures are secret.", by=GAEL, stage=stage)
    stage.ask(DORA, c.OrderAmendments())
    first, second = text(stage).order
    in_silence(stage, first)
    left = text(stage).amendment(second)
    assert left is not None
    assert text(stage).outdated(left)
    assert refused(stage, DORA, c.ProposeAdoption("", Effect.BINDS, about=second)) is Code.AMENDMENT_OUTDATED
    assert refused(stage, DORA, c.ProposeAdoption("", Effect.BINDS, about="x1")) is Code.AMENDMENTS_OPEN
    owner = left.by
    stage.ask(owner, c.ReviseAmendment(second, 2, "The figures are published every week."))
    revised = text(stage).amendment(second)
    assert revised is not None
    assert (revised.base, revised.state) == (2, AmendmentState.SUBMITTED)


def test_an_added_paragraph_does_not_depend_on_the_words_it_stands_behind() -> None:
    stage = amended(ADD, "More.")
    stage.ask(ALBA, c.EditParagraph("x1.3", 1, "The figures are published each year."))
    in_silence(stage, "x1.a1")
    assert par(stage, 4).words == "More."
    amended(ADD, "Even more.", stage=stage, number=2)
    amended(DELETE, "", stage=stage, number=2)
    stage.ask(DORA, c.OrderAmendments())
    in_silence(stage, "x1.a3")
    assert refused(stage, DORA, c.ProposeAdoption("", Effect.BINDS, about="x1.a2")) is Code.PARAGRAPH_DELETED
    stage.ask(DORA, c.RuleOutOfOrder("x1.a2", "What it stood behind is gone"))


def test_a_chair_may_rule_out_an_admitted_amendment_only_once_its_words_are_gone() -> None:
    stage = amended()
    assert refused(stage, DORA, c.RuleOutOfOrder("x1.a1", "Late")) is Code.ALREADY_ADMISSIBLE
    stage.ask(ALBA, c.EditParagraph("x1.3", 1, "The figures are published each year."))
    stage.ask(DORA, c.RuleOutOfOrder("x1.a1", "Moot"))
    assert text(stage).amendments[0].state is AmendmentState.RULED_OUT


def test_whoever_has_no_vote_needs_a_member_who_confirms() -> None:
    stage = tabled()
    ask = c.SubmitAmendment("x1.1", 1, ADD, "In their languages.")
    assert refused(stage, FATIMA, ask) is Code.SPONSOR_NEEDED
    assert refused(stage, FATIMA, c.SubmitAmendment("x1.1", 1, ADD, "W", "", ALBA)) is Code.SPONSOR_NEEDED
    assert refused(stage, ALBA, ask) is Code.NOT_YOURS, "the secretariat has no position"
    stage.ask(FATIMA, c.SubmitAmendment("x1.1", 1, ADD, "In their languages.", "", BRUNO))
    assert text(stage).amendments[0].state is AmendmentState.WAITING
    assert refused(stage, DORA, c.RuleAdmissible("x1.a1")) is Code.SPONSOR_NEEDED
    stage.ask(BRUNO, c.CoSponsor("x1.a1"))
    stage.ask(DORA, c.RuleAdmissible("x1.a1"))
    in_silence(stage, "x1.a1")
    assert [text(stage).label(p.id) for p in text(stage).paragraphs] == ["1", "1 bis", "2", "3"]


def test_the_last_sponsor_takes_the_amendment_along_but_not_while_it_is_decided() -> None:
    stage = amended()
    stage.ask(GAEL, c.CoSponsor("x1.a1"))
    assert refused(stage, GAEL, c.CoSponsor("x1.a1")) is Code.ALREADY_SPONSOR
    stage.ask(BRUNO, c.WithdrawSponsor("x1.a1"))
    assert text(stage).amendments[0].undecided
    stage.ask(DORA, c.PutToVote("", Method.SHOW, about="x1.a1"))
    assert refused(stage, GAEL, c.WithdrawSponsor("x1.a1")) is Code.TEXT_DECIDED_NOW
    stage.ask(DORA, c.WithdrawVote("Anew"))
    stage.ask(GAEL, c.WithdrawSponsor("x1.a1"))
    assert text(stage).amendments[0].state is AmendmentState.WITHDRAWN
    assert refused(stage, GAEL, c.CoSponsor("x1.a1")) is Code.AMENDMENT_ENDED


def test_who_drafted_it_takes_it_back_while_nobody_sponsors_it() -> None:
    stage = tabled()
    stage.ask(FATIMA, c.SubmitAmendment("x1.1", 1, DELETE, "", "", BRUNO))
    assert refused(stage, BRUNO, c.WithdrawSponsor("x1.a1")) is Code.NOT_SPONSOR
    stage.ask(FATIMA, c.WithdrawSponsor("x1.a1"))
    assert text(stage).amendments[0].state is AmendmentState.WITHDRAWN


def test_the_furthest_from_the_text_is_decided_first_and_the_chair_needs_a_reason_for_another_order() -> None:
    stage = amended()
    amended(DELETE, "", by=GAEL, stage=stage)
    amended(REPLACE, "Nothing is said.", by=ELIAS, stage=stage)
    assert refused(stage, DORA, c.ProposeAdoption("", Effect.BINDS, about="x1.a2")) is Code.ORDER_NEEDED
    stage.ask(DORA, c.OrderAmendments())
    assert text(stage).order == ("x1.a2", "x1.a3", "x1.a1")
    assert refused(stage, DORA, c.ProposeAdoption("", Effect.BINDS, about="x1.a1")) is Code.NOT_NEXT
    own = ("x1.a1", "x1.a2", "x1.a3")
    assert refused(stage, DORA, c.OrderAmendments(own)) is Code.REASON_NEEDED
    assert refused(stage, DORA, c.OrderAmendments(("x1.a1",), "Mine")) is Code.OTHER_AMENDMENTS
    stage.ask(DORA, c.OrderAmendments(own, "The first takes in the others"))
    assert not text(stage).order_computed
    by_vote(stage, "x1.a1", carried=False)
    by_vote(stage, "x1.a2", carried=False)
    by_vote(stage, "x1.a3")
    assert par(stage, 3).words == "Nothing is said."


def test_a_declaration_that_differs_from_the_count_carries_no_amendment() -> None:
    stage = amended()
    stage.ask(DORA, c.PutToVote("", Method.ROLL_CALL, about="x1.a1"))
    declared(all_vote(stage, a=AGAINST, b=AGAINST, c=AGAINST, d=FOR), True, "Miscounted")
    assert par(stage, 3).words == WORDS[2]
    assert text(stage).amendments[0].state is AmendmentState.LOST


def test_a_chair_who_is_lost_while_an_amendment_is_voted_is_followed_by_another() -> None:
    stage = amended()
    stage.ask(DORA, c.PutToVote("", Method.ROLL_CALL, about="x1.a1"))
    all_vote(stage)
    stage.lost = {DORA}
    stage.ask(ELIAS, c.TakeChair("Her line is lost"))
    stage.ask(ELIAS, c.CloseVote())
    stage.ask(ELIAS, c.DeclareResult(True))
    assert text(stage).amendments[0].state is AmendmentState.CARRIED


def test_a_proposal_withdrawn_leaves_the_amendment_to_a_vote() -> None:
    stage = amended()
    stage.ask(DORA, c.ProposeAdoption("", Effect.BINDS, about="x1.a1"))
    stage.ask(GAEL, c.Object("Not so"))
    stage.ask(DORA, c.WithdrawProposal("To the vote"))
    assert text(stage).amendments[0].state is AmendmentState.ADMITTED
    by_vote(stage, "x1.a1")
    assert par(stage, 3).version == 2


# --- Division ----------------------------------------------------------------------------------------
def test_a_divided_amendment_is_put_in_parts_and_then_with_what_was_carried() -> None:
    stage = amended(ADD, "They are free. They name people.")
    assert refused(stage, GAEL, c.MoveDivision("x1.a1", ("They are free.", "They name."))) is Code.PORTIONS_DIFFER
    stage.ask(GAEL, c.MoveDivision("x1.a1", ("They are free.", "They name people.")))
    assert refused(stage, DORA, c.ProposeAdoption("", Effect.BINDS, about="x1.a1")) is Code.DIVISION_OPEN
    stage.ask(DORA, c.RuleDivision("x1.d1", True, ""))
    assert refused(stage, DORA, c.ProposeAdoption("", Effect.BINDS, about="x1.d1.2")) is Code.NO_DIVISION
    in_silence(stage, "x1.d1.1")
    by_vote(stage, "x1.d1.2", carried=False)
    in_silence(stage, "x1.a1")
    assert par(stage, 4).words == "They are free."


def test_an_amendment_of_which_no_part_is_carried_is_lost() -> None:
    stage = amended(ADD, "They are free. They name people.")
    stage.ask(GAEL, c.MoveDivision("x1.a1", ("They are free.", "They name people.")))
    stage.ask(DORA, c.RuleDivision("x1.d1", True, ""))
    by_vote(stage, "x1.d1.1", carried=False)
    by_vote(stage, "x1.d1.2", carried=False)
    assert text(stage).amendments[0].state is AmendmentState.LOST
    assert len(text(stage).paragraphs) == 3


def test_a_division_not_granted_changes_nothing_and_needs_a_reason() -> None:
    stage = amended(ADD, "They are free. They name people.")
    stage.ask(GAEL, c.MoveDivision("x1.a1", ("They are free.", "They name people.")))
    assert refused(stage, DORA, c.RuleDivision("x1.d1", False, "")) is Code.REASON_NEEDED
    stage.ask(DORA, c.RuleDivision("x1.d1", False, "One sense"))
    in_silence(stage, "x1.a1")
    assert par(stage, 4).words == "They are free. They name people."


def test_a_paragraph_of_a_divided_text_that_is_lost_is_deleted_with_its_brackets() -> None:
    stage = tabled()
    stage.ask(BRUNO, c.PlaceBracket("x1.2", 1, "their review"))
    stage.ask(GAEL, c.MoveDivision("x1", ("x1.2", "x1.3")))
    assert refused(stage, DORA, c.MoveDivision("x1", ("x1.1",))) is Code.DIVISION_OPEN
    stage.ask(DORA, c.RuleDivision("x1.d1", True, ""))
    by_vote(stage, "x1.d1.1", carried=False)
    assert par(stage, 2).deleted
    assert text(stage).brackets[0].lifted is Lift.FELL
    assert refused(stage, DORA, c.ProposeAdoption("", Effect.BINDS, about="x1")) is Code.DIVISION_OPEN
    in_silence(stage, "x1.d1.2")
    in_silence(stage, "x1")
    assert stage.room.agreements[0].text == f"{WORDS[0]}\n\n{WORDS[2]}"


# --- Editing -----------------------------------------------------------------------------------------
def test_two_editors_on_one_paragraph_never_overwrite_each_other() -> None:
    stage = tabled()
    stage.ask(ALBA, c.EditParagraph("x1.1", 1, "The country promotes measures."))
    assert refused(stage, DORA, c.EditParagraph("x1.1", 1, "Other words.")) is Code.OUTDATED
    stage.ask(DORA, c.EditParagraph("x1.1", 2, "Other words."))
    assert [v.words for v in par(stage, 1).history] == [WORDS[0], "The country promotes measures.", "Other words."]


# --- Brackets ----------------------------------------------------------------------------------------
def test_brackets_are_lifted_by_consent_of_those_who_placed_them_and_by_nobody_else() -> None:
    stage = tabled()
    stage.ask(BRUNO, c.PlaceBracket("x1.1", 1, "based on evidence", ("based on rights",)))
    assert text(stage).state_of(par(stage, 1)) is ParagraphState.BRACKETED
    assert refused(stage, GAEL, c.LiftBracket("x1.b1", Lift.DELETE)) is Code.CONSENT_MISSING
    assert refused(stage, ALBA, c.LiftBracket("x1.b1", Lift.KEEP)) is Code.CONSENT_MISSING
    assert refused(stage, GAEL, c.ConsentToLift("x1.b1", Lift.KEEP)) is Code.NOT_PLACER
    stage.ask(BRUNO, c.ConsentToLift("x1.b1", Lift.ALTERNATIVE, 1))
    assert refused(stage, ALBA, c.LiftBracket("x1.b1", Lift.KEEP)) is Code.CONSENT_MISSING, "consent is to one way"
    stage.ask(ALBA, c.LiftBracket("x1.b1", Lift.ALTERNATIVE, 1))
    assert par(stage, 1).words == "The country promotes measures based on rights."
    assert par(stage, 1).version == 2


def test_keeping_the_words_changes_no_version_and_whoever_placed_them_alone_may() -> None:
    stage = tabled()
    stage.ask(BRUNO, c.PlaceBracket("x1.1", 1, "based  on\nevidence"))
    assert text(stage).brackets[0].quote == "based on evidence"
    stage.ask(BRUNO, c.LiftBracket("x1.b1", Lift.KEEP))
    assert (par(stage, 1).words, par(stage, 1).version) == (WORDS[0], 1)


def test_the_desk_names_whose_brackets_they_are_or_leaves_them_unattributed_to_the_room() -> None:
    stage = tabled()
    place = c.PlaceBracket("x1.2", 1, "their review")
    assert refused(stage, ALBA, place) is Code.PLACERS_OR_NONE
    assert refused(stage, ALBA, c.PlaceBracket("x1.2", 1, "", (), (BRUNO,), True)) is Code.PLACERS_OR_NONE
    assert refused(stage, ALBA, c.PlaceBracket("x1.2", 1, "", (), (FATIMA,))) is Code.UNKNOWN_SEAT
    assert refused(stage, BRUNO, c.PlaceBracket("x1.2", 1, "", (), (GAEL,))) is Code.NOT_YOURS
    assert refused(stage, BRUNO, c.PlaceBracket("x1.2", 1, "", (), (), True)) is Code.NOT_YOURS
    stage.ask(ALBA, c.PlaceBracket("x1.2", 1, "their review", (), (BRUNO, GAEL)))
    stage.ask(ALBA, c.PlaceBracket("x1.3", 1, unattributed=True))
    assert refused(stage, BRUNO, c.LiftBracket("x1.b1", Lift.KEEP)) is Code.CONSENT_MISSING, "Gael placed it too"
    assert refused(stage, DORA, c.LiftBracket("x1.b2", Lift.DELETE)) is Code.DECISION_NEEDED
    in_silence(stage, "x1.b2.delete")
    assert par(stage, 3).deleted
    by_vote(stage, "x1.b1.delete")
    assert par(stage, 2).words == "Civil society takes part in."


def test_a_vote_against_lifting_leaves_the_brackets() -> None:
    stage = tabled()
    stage.ask(BRUNO, c.PlaceBracket("x1.2", 1, "their review"))
    by_vote(stage, "x1.b1.keep", carried=False)
    assert text(stage).open_brackets() == text(stage).brackets


def test_a_quote_stands_there_once_and_brackets_do_not_cross() -> None:
    stage = tabled()
    assert refused(stage, BRUNO, c.PlaceBracket("x1.1", 1, "not there")) is Code.QUOTE_NOT_FOUND
    assert refused(stage, BRUNO, c.PlaceBracket("x1.1", 1, "e")) is Code.QUOTE_TWICE
    stage.ask(BRUNO, c.PlaceBracket("x1.1", 1, "measures based"))
    assert refused(stage, GAEL, c.PlaceBracket("x1.1", 1, "based on")) is Code.BRACKETS_OVERLAP
    stage.ask(GAEL, c.PlaceBracket("x1.1", 1))
    assert refused(stage, GAEL, c.PlaceBracket("x1.1", 1, WORDS[0])) is Code.BRACKETS_OVERLAP
    assert refused(stage, DORA, c.EditParagraph("x1.1", 1, "The country promotes evidence.")) is Code.BRACKET_BROKEN


def test_an_amendment_carried_by_the_room_makes_brackets_fall_with_their_words() -> None:
    stage = amended()
    stage.ask(GAEL, c.PlaceBracket("x1.3", 1, "every year"))
    in_silence(stage, "x1.a1")
    assert (text(stage).brackets[0].lifted, text(stage).brackets[0].decision) == (Lift.FELL, "p1")


def test_alternatives_are_added_and_merged_and_keep_their_numbers() -> None:
    stage = tabled()
    stage.ask(BRUNO, c.PlaceBracket("x1.3", 1, "every year", ("every month",)))
    stage.ask(GAEL, c.AddAlternative("x1.b1", "every week"))
    assert refused(stage, GAEL, c.AddAlternative("x1.b1", "every week")) is Code.NOTHING_CHANGED
    stage.ask(ALBA, c.MergeAlternatives("x1.b1", 1, 2, "every month or week"))
    assert [a.number for a in text(stage).brackets[0].standing] == [3]
    assert refused(stage, BRUNO, c.LiftBracket("x1.b1", Lift.ALTERNATIVE, 1)) is Code.UNKNOWN_ALTERNATIVE
    stage.ask(BRUNO, c.LiftBracket("x1.b1", Lift.ALTERNATIVE, 3))
    assert par(stage, 3).words == "The figures are published every month or week."


def test_a_consent_does_not_outlive_the_words_it_was_given_among() -> None:
    stage = tabled()
    stage.ask(BRUNO, c.PlaceBracket("x1.1", 1, "based on evidence"))
    stage.ask(BRUNO, c.ConsentToLift("x1.b1", Lift.KEEP))
    stage.ask(ALBA, c.EditParagraph("x1.1", 1, "The country never promotes measures based on evidence."))
    assert refused(stage, ALBA, c.LiftBracket("x1.b1", Lift.KEEP)) is Code.CONSENT_MISSING


# --- Provisionally agreed, adopted ------------------------------------------------------------------------
def test_what_is_provisionally_agreed_changes_only_after_it_is_reopened() -> None:
    stage = tabled()
    stage.ask(DORA, c.AgreeParagraph("x1.1", 1))
    for by, command in (
        (ALBA, c.EditParagraph("x1.1", 1, "Other")), (BRUNO, c.PlaceBracket("x1.1", 1)),
        (BRUNO, c.SubmitAmendment("x1.1", 1, REPLACE, "Other")), (DORA, c.AgreeParagraph("x1.1")),
    ):  # fmt: skip
        assert refused(stage, by, command) is Code.PARAGRAPH_AGREED, command
    stage.ask(BRUNO, c.SubmitAmendment("x1.1", 1, ADD, "After it."))
    stage.ask(DORA, c.ReopenParagraph("x1.1", "A word is missing"))
    stage.ask(ALBA, c.EditParagraph("x1.1", 1, "Other"))


def test_nothing_is_agreed_while_a_bracket_or_an_amendment_is_open() -> None:
    stage = amended()
    assert refused(stage, DORA, c.AgreeParagraph("x1.3")) is Code.AMENDMENTS_OPEN
    stage.ask(GAEL, c.PlaceBracket("x1.3", 1, "year"))
    assert refused(stage, DORA, c.AgreeParagraph("x1.3")) is Code.BRACKETS_OPEN
    assert refused(stage, DORA, c.PutToVote("", Method.SHOW, about="x1")) is Code.BRACKETS_OPEN


def test_a_text_carried_by_vote_is_an_agreement_and_stands_still() -> None:
    stage = by_vote(tabled(), "x1")
    (agreement,) = stage.room.agreements
    assert (agreement.text, text(stage).agreement) == ("\n\n".join(WORDS), "A1")
    for by, command in (
        (ALBA, c.EditParagraph("x1.1", 1, "Other")), (BRUNO, c.SubmitAmendment("x1.1", 1, DELETE)),
        (DORA, c.ReopenParagraph("x1.1", "Late")), (DORA, c.ProposeAdoption("", Effect.BINDS, about="x1")),
    ):  # fmt: skip
        assert refused(stage, by, command) is Code.TEXT_ADOPTED, command
    stage.ask(BRUNO, c.EnterReservation("A1", "We differ"))


def test_while_the_room_decides_about_the_text_its_words_stand_still() -> None:
    stage = amended()
    stage.ask(DORA, c.ProposeAdoption("", Effect.BINDS, about="x1.a1"))
    for by, command in (
        (ALBA, c.EditParagraph("x1.1", 1, "Other")), (BRUNO, c.SubmitAmendment("x1.1", 1, DELETE)),
        (BRUNO, c.PlaceBracket("x1.1", 1)), (DORA, c.AgreeParagraph("x1.1")), (DORA, PRESENT),
        (DORA, c.OrderAmendments()), (GAEL, c.MoveDivision("x1", ("x1.1",))), (DORA, c.RuleAdmissible("x1.a1")),
    ):  # fmt: skip
        assert refused(stage, by, command) is Code.TEXT_DECIDED_NOW, command
    stage.ask(GAEL, c.CoSponsor("x1.a1"))


# --- Undo --------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("by", "command"), [
    (ALBA, PRESENT), (BRUNO, c.SubmitAmendment("x1.1", 1, DELETE)), (GAEL, c.CoSponsor("x1.a1")),
    (BRUNO, c.WithdrawSponsor("x1.a1")), (ALBA, c.EditParagraph("x1.1", 1, "Other")),
    (BRUNO, c.PlaceBracket("x1.1", 1, "evidence")), (DORA, c.AgreeParagraph("x1.1")),
    (DORA, c.OrderAmendments()), (GAEL, c.MoveDivision("x1.a1", ("The figures are", "published every month."))),
    (ALBA, c.RuleAdmissible("x1.a2")), (BRUNO, c.ReviseAmendment("x1.a1", 1, "Never.")),
    (ALBA, c.AddAlternative("x1.b1", "by then")), (GAEL, c.ConsentToLift("x1.b1", Lift.DELETE)),
    (GAEL, c.LiftBracket("x1.b1", Lift.DELETE)),
])  # fmt: skip
def test_an_act_upon_the_text_is_taken_back_whole(by: str, command: c.Command) -> None:
    stage = amended()
    amended(ADD, "More.", by=ELIAS, stage=stage, admitted=False)
    stage.ask(GAEL, c.PlaceBracket("x1.2", 1, "their review"))
    stage.wait(20)
    before = stage.room.texts
    stage.ask(by, command)
    assert stage.room.texts != before
    stage.ask(by, c.Undo())
    assert stage.room.texts == before


def test_what_the_room_or_the_chair_decided_is_not_taken_back() -> None:
    stage = amended(admitted=False)
    stage.ask(DORA, c.RuleOutOfOrder("x1.a1", "Elsewhere"))
    assert refused(stage, DORA, c.Undo()) is Code.NOTHING_TO_UNDO
    stage.ask(GAEL, c.MoveDivision("x1", ("x1.2",)))
    stage.ask(DORA, c.RuleDivision("x1.d1", True, ""))
    assert refused(stage, DORA, c.Undo()) is Code.NOTHING_TO_UNDO
    by_vote(stage, "x1.d1.1")
    assert refused(stage, DORA, c.Undo()) is Code.NOTHING_TO_UNDO


# --- Each precondition, violated once ----------------------------------------------------------------

def _propose(about: str) -> c.ProposeAdoption:
    return c.ProposeAdoption("", Effect.BINDS, about=about)


def everything() -> Stage:
    """Amendments to three paragraphs, one of them not yet admitted, and a bracket."""
    stage = amended()
    amended(ADD, "More.", by=ELIAS, stage=stage, admitted=False)
    amended(DELETE, "", by=GAEL, number=2, stage=stage)
    stage.ask(GAEL, c.PlaceBracket("x1.2", 1, "their review"))
    return stage


VIOLATED: list[tuple[Callable[[], Stage], str, c.Command, Code]] = [(everything, *row) for row in [
    (BRUNO, PRESENT, Code.NOT_YOURS), (FATIMA, c.EditParagraph("x1.1", 1, "W"), Code.NOT_YOURS),
    (DORA, c.PresentText(TextKind.CHAIR, "", WORDS), Code.TEXT_NEEDED),
    (DORA, c.PresentText(TextKind.CHAIR, "T" * 301, WORDS), Code.TOO_LONG),
    (DORA, c.PresentText(TextKind.CHAIR, "T", (" ", "\n")), Code.TEXT_NEEDED),
    (DORA, c.PresentText(TextKind.CHAIR, "T", ("w",) * 401), Code.NUMBER_OUT_OF_RANGE),
    (DORA, c.PresentText(TextKind.CHAIR, "T", ("w" * 19_000,) * 4), Code.TOO_LONG),
    (DORA, c.PresentText(TextKind.CHAIR, "T", ("w" * 20_001,)), Code.TOO_LONG),
    (DORA, c.EditParagraph("x1.9", 1, "W"), Code.UNKNOWN_PARAGRAPH),
    (DORA, c.EditParagraph("", 1, "W"), Code.UNKNOWN_PARAGRAPH),
    (DORA, c.EditParagraph("x1.1", 2, "W"), Code.OUTDATED), (DORA, c.EditParagraph("x1.1", 1, " "), Code.TEXT_NEEDED),
    (DORA, c.EditParagraph("x1.1", 1, WORDS[0]), Code.NOTHING_CHANGED),
    (DORA, c.EditParagraph("x1.1", 1, "w" * 20_001), Code.TOO_LONG),
    (BRUNO, c.SubmitAmendment("x1.1", 9, DELETE), Code.OUTDATED),
    (BRUNO, c.SubmitAmendment("x1.1", 1, REPLACE, ""), Code.TEXT_NEEDED),
    (BRUNO, c.SubmitAmendment("x1.1", 1, REPLACE, WORDS[0]), Code.NOTHING_CHANGED),
    (BRUNO, c.SubmitAmendment("x1.1", 1, ADD, "W", "r" * 2_001), Code.TOO_LONG),
    (BRUNO, c.ReviseAmendment("x1.a9", 1, "W"), Code.UNKNOWN_AMENDMENT),
    (GAEL, c.ReviseAmendment("x1.a1", 1, "W"), Code.NOT_SPONSOR),
    (BRUNO, c.ReviseAmendment("x1.a1", 1, "The figures are published every month."), Code.NOTHING_CHANGED),
    (BRUNO, c.ReviseAmendment("x1.a1", 7, "W"), Code.OUTDATED),
    (FATIMA, c.CoSponsor("x1.a1"), Code.NOT_YOURS), (GAEL, c.CoSponsor("x1.a7"), Code.UNKNOWN_AMENDMENT),
    (GAEL, c.WithdrawSponsor("x1.a1"), Code.NOT_SPONSOR), (BRUNO, c.RuleAdmissible("x1.a1"), Code.NOT_YOURS),
    (DORA, c.RuleAdmissible("x1.a1"), Code.ALREADY_ADMISSIBLE),
    (DORA, c.RuleOutOfOrder("x1.a2", ""), Code.REASON_NEEDED),
    (BRUNO, c.OrderAmendments(), Code.NOT_YOURS), (DORA, c.OrderAmendments(("x1.a9",), "r"), Code.OTHER_AMENDMENTS),
    (DORA, c.OrderAmendments(("x1.a1", "x1.a1"), "r"), Code.OTHER_AMENDMENTS),
    (FATIMA, c.MoveDivision("x1", ("x1.1",)), Code.NOT_YOURS),
    (GAEL, c.MoveDivision("x1.a9", ("a", "b")), Code.UNKNOWN_AMENDMENT),
    (GAEL, c.MoveDivision("x1.a1", ("The figures",)), Code.NUMBER_OUT_OF_RANGE),
    (GAEL, c.MoveDivision("x1.a3", ("a", "b")), Code.NOT_DIVISIBLE),
    (GAEL, c.MoveDivision("x1", ()), Code.NUMBER_OUT_OF_RANGE),
    (GAEL, c.MoveDivision("x1", ("x1.1", "x1.1")), Code.PORTIONS_DIFFER),
    (GAEL, c.MoveDivision("x1", ("x1.8",)), Code.UNKNOWN_PARAGRAPH),
    (DORA, c.RuleDivision("x1.d1", True, ""), Code.NO_DIVISION),
    (FATIMA, c.PlaceBracket("x1.1", 1), Code.NOT_YOURS), (BRUNO, c.PlaceBracket("x1.1", 3), Code.OUTDATED),
    (BRUNO, c.PlaceBracket("x1.1", 1, "evidence", ("",)), Code.TEXT_NEEDED),
    (BRUNO, c.PlaceBracket("x1.1", 1, "evidence", ("a",) * 21), Code.NUMBER_OUT_OF_RANGE),
    (BRUNO, c.AddAlternative("x1.b9", "W"), Code.UNKNOWN_BRACKET),
    (BRUNO, c.AddAlternative("x1.b1", " "), Code.TEXT_NEEDED),
    (BRUNO, c.AddAlternative("x1.b1", "their review"), Code.NOTHING_CHANGED),
    (BRUNO, c.MergeAlternatives("x1.b1", 1, 2, "W"), Code.NOT_YOURS),
    (ALBA, c.MergeAlternatives("x1.b1", 1, 1, "W"), Code.UNKNOWN_ALTERNATIVE),
    (GAEL, c.ConsentToLift("x1.b1", Lift.ALTERNATIVE, 4), Code.UNKNOWN_ALTERNATIVE),
    (GAEL, c.ConsentToLift("x1.b1", Lift.FELL), Code.UNKNOWN_ALTERNATIVE),
    (BRUNO, c.LiftBracket("x1.b9", Lift.KEEP), Code.UNKNOWN_BRACKET),
    (FATIMA, c.LiftBracket("x1.b1", Lift.KEEP), Code.NOT_YOURS),
    (BRUNO, c.AgreeParagraph("x1.1"), Code.NOT_YOURS), (DORA, c.AgreeParagraph("x1.1", 4), Code.OUTDATED),
    (DORA, c.ReopenParagraph("x1.1", "r"), Code.PARAGRAPH_NOT_AGREED),
    (DORA, _propose("x9"), Code.UNKNOWN_SUBJECT), (DORA, _propose("x1.q3"), Code.UNKNOWN_SUBJECT),
    (DORA, _propose("x1.a2"), Code.NOT_ADMISSIBLE), (DORA, _propose("x1.a9"), Code.UNKNOWN_SUBJECT),
    (DORA, _propose("x1.b1.9"), Code.UNKNOWN_ALTERNATIVE), (DORA, _propose("x1.b1.fell"), Code.UNKNOWN_ALTERNATIVE),
    (DORA, _propose("x1.b1."), Code.UNKNOWN_ALTERNATIVE), (DORA, _propose("x1.d1.1"), Code.UNKNOWN_SUBJECT),
    (DORA, c.PutToVote("", Method.SHOW, about="<script>"), Code.UNKNOWN_SUBJECT),
]]  # fmt: skip


@pytest.mark.parametrize(("made", "by", "command", "code"), VIOLATED)
def test_each_precondition_violated_once_is_refused_and_changes_nothing(
    made: Callable[[], Stage], by: str, command: c.Command, code: Code
) -> None:
    assert refused(made(), by, command) is code


def test_without_an_item_or_a_text_there_is_nothing_to_work_on() -> None:
    stage = Stage().opened()
    assert refused(stage, DORA, PRESENT) is Code.NO_ITEM_OPEN
    assert refused(stage, BRUNO, c.SubmitAmendment("x1.1", 1, DELETE)) is Code.NO_ITEM_OPEN
    stage.ask(DORA, c.OpenItem("i3"))
    assert refused(stage, BRUNO, c.SubmitAmendment("x1.1", 1, DELETE)) is Code.NO_TEXT
    assert refused(stage, DORA, _propose("x1")) is Code.NO_TEXT
    stage.ask(DORA, PRESENT)
    stage.ask(DORA, c.OpenItem("i4"))
    assert refused(stage, DORA, c.EditParagraph("x1.1", 1, "W")) is Code.NO_TEXT
    stage.ask(DORA, c.Suspend("Break"))
    assert refused(stage, DORA, PRESENT) is Code.WRONG_PHASE


def test_every_event_of_a_text_is_told_by_the_log_alone() -> None:
    stage = in_silence(amended(), "x1.a1")
    assert isinstance(stage.log[-1].event, e.AmendmentCarried)
    assert replay(stage.log) == stage.room


def test_who_drafted_or_sponsors_an_amendment_does_not_explain_their_vote_on_it() -> None:
    stage = amended()
    stage.ask(DORA, c.PutToVote("", Method.ROLL_CALL, about="x1.a1"))
    assert refused(stage, BRUNO, c.ExplainVote("v1", "Because")) is Code.OWN_PROPOSAL
    stage.ask(GAEL, c.ExplainVote("v1", "We can live with it"))
    all_vote(stage)
    declared(stage, True)
    assert refused(stage, BRUNO, c.ExplainVote("v1", "Because")) is Code.OWN_PROPOSAL
