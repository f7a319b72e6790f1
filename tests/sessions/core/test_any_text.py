"""Whatever is done to a text on the table, in any order, by people who know what stands there."""

import contextlib

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from sessions.core import commands as c
from sessions.core.evolve import replay
from sessions.core.refusals import Refused
from sessions.core.rules.carrying import ready
from sessions.core.rules.table import on_table
from sessions.core.state.text import Paragraph, Text
from sessions.core.terms import AmendmentKind, Choice, Effect, Lift, Method, TextKind
from tests.sessions.core.any_text import TextInvariants
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, FATIMA, GAEL, Stage

MEMBERS = st.sampled_from([DORA, BRUNO, ELIAS, GAEL])
PEOPLE = st.sampled_from([ALBA, DORA, BRUNO, ELIAS, FATIMA, GAEL])
NUMBER = st.integers(0, 9)
WORDS = st.sampled_from(["One two three.", "Two four.", "Five six. Seven one.", "Three", "Eight nine one two."])
TEXT = c.PresentText(TextKind.CHAIR, "Text", ("One two three.", "Four five two.", "Six."))


class AnyText(TextInvariants):
    """Most of what is asked names what is there, so that a text comes to its adoption now and then."""

    @initialize()
    def a_text_is_presented(self) -> None:
        self.stage = Stage(objection_seconds=40).at_item()
        self.stage.ask(DORA, TEXT)

    def try_(self, by: str, command: c.Command) -> None:
        with contextlib.suppress(Refused):
            self.stage.ask(by, command)

    @property
    def text(self) -> Text:
        found = on_table(self.stage.room)
        assert found is not None
        return found

    def one(self, number: int) -> Paragraph:
        return self.text.paragraphs[number % len(self.text.paragraphs)]

    @rule(by=PEOPLE, n=NUMBER, words=WORDS, stale=st.booleans())
    def somebody_edits(self, by: str, n: int, words: str, stale: bool) -> None:
        self.try_(by, c.EditParagraph(self.one(n).id, self.one(n).version - stale, words))

    @rule(by=PEOPLE, n=NUMBER, kind=st.sampled_from(AmendmentKind), words=WORDS, fate=st.integers(0, 5))
    def somebody_amends(self, by: str, n: int, kind: AmendmentKind, words: str, fate: int) -> None:
        """It stays as it came, is sponsored, admitted, and perhaps decided at once."""
        self.try_(by, c.SubmitAmendment(self.one(n).id, self.one(n).version, kind, words, "", GAEL))
        if not self.text.amendments or not fate:
            return
        one = self.text.amendments[-1]
        if not one.sponsors:
            self.try_(GAEL, c.CoSponsor(one.id))
        if fate > 1:
            self.try_(DORA, c.RuleAdmissible(one.id))
        if fate > 2:
            self.try_(DORA, c.OrderAmendments())
            self.decide(one.id, silent=fate == 5, carried=fate == 4)

    @rule(n=NUMBER, words=st.sampled_from(["One two.", "Seven eight."]), first=st.booleans(), second=st.booleans())
    def an_amendment_is_divided(self, n: int, words: str, first: bool, second: bool) -> None:
        self.try_(BRUNO, c.SubmitAmendment(self.one(n).id, self.one(n).version, AmendmentKind.ADD, words))
        if not self.text.amendments:
            return
        one = self.text.amendments[-1]
        self.try_(DORA, c.RuleAdmissible(one.id))
        self.try_(ELIAS, c.MoveDivision(one.id, tuple(words.split(" ", 1))))
        if self.text.divisions:
            name = self.text.divisions[-1].id
            self.try_(DORA, c.RuleDivision(name, True, ""))
            self.decide(f"{name}.1", silent=False, carried=first)
            self.decide(f"{name}.2", silent=second, carried=False)

    def decide(
        self, about: str, *, silent: bool, carried: bool, method: Method = Method.SHOW, says: bool | None = None
    ) -> None:
        if silent:
            self.try_(DORA, c.ProposeAdoption("", Effect.BINDS, about=about))
            self.stage.wait(41)
            return
        self.try_(DORA, c.PutToVote("", method, about=about))
        for seat in (DORA, BRUNO, ELIAS, GAEL):
            self.try_(seat, c.CastVote(Choice.FOR if carried else Choice.AGAINST))
        self.try_(DORA, c.CloseVote())
        self.try_(DORA, c.DeclareResult(carried if says is None else says, "As seen"))

    @rule(by=MEMBERS, n=NUMBER, words=WORDS, act=NUMBER)
    def something_becomes_of_an_amendment(self, by: str, n: int, words: str, act: int) -> None:
        if not self.text.amendments:
            return
        one = self.text.amendments[n % len(self.text.amendments)]
        base = self.text.paragraph(one.paragraph)
        assert base is not None
        acts: list[c.Command] = [
            c.CoSponsor(one.id), c.WithdrawSponsor(one.id), c.ReviseAmendment(one.id, base.version, words),
            c.MoveDivision(one.id, tuple(one.words.split(" ", 1))),
        ]  # fmt: skip
        self.try_(by, acts[act % 4])
        self.try_(one.by, acts[act % 4])
        if act > 7:
            self.try_(DORA, c.RuleOutOfOrder(one.id, "Elsewhere"))
        if self.text.divisions:
            self.try_(DORA, c.RuleDivision(self.text.divisions[-1].id, n % 2 == 0, "So"))

    @rule(n=NUMBER, by=MEMBERS)
    def a_division_of_the_text_is_moved(self, n: int, by: str) -> None:
        self.try_(by, c.MoveDivision(self.text.id, (self.one(n).id,)))
        if self.text.divisions:
            self.try_(DORA, c.RuleDivision(self.text.divisions[-1].id, True, ""))

    @rule(by=PEOPLE, n=NUMBER, place=NUMBER, whole=st.booleans(), both=st.booleans(), nobody=st.booleans())
    def brackets_are_placed(self, by: str, n: int, place: int, whole: bool, both: bool, nobody: bool) -> None:
        words = self.one(n).words.split() or [""]
        quote = "" if whole else words[place % len(words)]
        whose = () if nobody or by not in (ALBA, DORA) else (BRUNO, GAEL) if both else (BRUNO,)
        self.try_(by, c.PlaceBracket(self.one(n).id, self.one(n).version, quote, ("ten",), whose, nobody))

    @rule(by=PEOPLE, n=NUMBER, how=st.sampled_from([Lift.KEEP, Lift.DELETE, Lift.ALTERNATIVE]), all_=st.booleans())
    def brackets_are_lifted(self, by: str, n: int, how: Lift, all_: bool) -> None:
        open_ = self.text.open_brackets()
        if not open_:
            return
        one, number = open_[n % len(open_)], int(how is Lift.ALTERNATIVE)
        for seat in one.placers if all_ else one.placers[:1]:
            self.try_(seat, c.ConsentToLift(one.id, how, number))
        self.try_(by, c.LiftBracket(one.id, how, number))

    @rule(by=PEOPLE, n=NUMBER, words=WORDS)
    def alternatives_come_and_merge(self, by: str, n: int, words: str) -> None:
        open_ = self.text.open_brackets()
        if open_:
            self.try_(by, c.AddAlternative(open_[n % len(open_)].id, words))
            self.try_(by, c.MergeAlternatives(open_[n % len(open_)].id, 1, 2, "Both"))

    @rule(n=NUMBER, reopened=st.booleans())
    def a_paragraph_is_agreed(self, n: int, reopened: bool) -> None:
        self.try_(DORA, c.AgreeParagraph(self.one(n).id))
        if reopened:
            self.try_(DORA, c.ReopenParagraph(self.one(n).id, "A word"))

    @rule(n=NUMBER, silent=st.booleans(), carried=st.booleans(), method=st.sampled_from(Method), says=st.booleans())
    def a_question_is_decided(self, n: int, silent: bool, carried: bool, method: Method, says: bool) -> None:
        self.try_(DORA, c.OrderAmendments())
        brackets = self.text.open_brackets()
        about = [*ready(self.stage.room), *(f"{b.id}.{w}" for b in brackets for w in ("keep", "delete", "1"))]
        if about:
            self.decide(about[n % len(about)], silent=silent, carried=carried, method=method, says=says)

    @rule(silent=st.booleans(), carried=st.booleans())
    def the_whole_is_decided(self, silent: bool, carried: bool) -> None:
        """What is left open of it is decided first; another text follows one that was adopted."""
        for b in self.text.open_brackets():
            self.decide(f"{b.id}.keep", silent=True, carried=True)
        for name in ready(self.stage.room):
            self.decide(name, silent=silent, carried=not carried)
        self.decide(self.text.id, silent=silent, carried=carried)
        if self.text.agreement:
            self.try_(DORA, TEXT)

    @rule(n=NUMBER, seconds=st.sampled_from([0, 41]))
    def a_question_is_put_and_stays(self, n: int, seconds: int) -> None:
        about = [*ready(self.stage.room), self.text.id]
        self.try_(DORA, c.ProposeAdoption("", Effect.BINDS, about=about[n % len(about)]))
        self.try_(BRUNO, c.Object("No"))
        self.stage.wait(seconds)

    @rule()
    def it_is_withdrawn(self) -> None:
        self.try_(DORA, c.WithdrawProposal("Anew"))

    @rule(by=PEOPLE, wait=st.booleans())
    def somebody_takes_it_back(self, by: str, wait: bool) -> None:
        if wait:
            self.stage.wait(20)
        with contextlib.suppress(Refused):
            if len(self.stage.room.texts) > 1 or len(self.stage.room.recent) > 1:
                self.stage.ask(by, c.Undo())
        if on_table(self.stage.room) is None:
            self.stage.ask(DORA, TEXT)

    @invariant()
    def replay_equals_truth(self) -> None:
        assert replay(self.stage.log) == self.stage.room

    @invariant()
    def the_whole_text_stays_what_its_paragraphs_are(self) -> None:
        for text in self.stage.room.texts:
            labels = [text.label(p.id) for p in text.paragraphs]
            assert len(set(labels)) == len(labels)
            agreement = self.stage.room.agreement(text.agreement)
            assert agreement is None or agreement.text == text.clean

    @invariant()
    def no_part_of_a_text_is_an_agreement(self) -> None:
        assert len(self.stage.room.agreements) == sum(bool(t.agreement) for t in self.stage.room.texts)


AnyText.TestCase.settings = settings(max_examples=80, stateful_step_count=40, deadline=None)
TestAnyText = AnyText.TestCase
