"""Whatever people do to minutes, in any order: what must hold after every step."""

from contextlib import suppress
from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from sessions import wire
from sessions.core.rules.statements import until
from sessions.minutes import work as w
from tests.sessions.core.stage import ALBA, BRUNO, DORA, FATIMA, GAEL
from tests.sessions.minutes.paper_desk import Desk

STRANGER = "99"
STATES = ("draft", "circulated", "approved", "published")
PEOPLE = st.sampled_from([ALBA, DORA, BRUNO, GAEL, FATIMA, STRANGER])
WORDS = st.sampled_from(["", "One", "Two", "Three"])
PASSAGES = st.sampled_from(["t1", "t2", "i3", "i3.outcome", "A1", "i9"])


class AnyWork(RuleBasedStateMachine):
    """People do anything to minutes, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk()
        self.before = wire.canonical(wire.plain(self.desk.document))

    def try_(self, by: str, command: w.Command) -> None:
        with suppress(w.Refused):
            self.desk.ask(by, command)

    @rule(by=PEOPLE, passage=PASSAGES, text=WORDS, base=st.integers(0, 4))
    def edit(self, by: str, passage: str, text: str, base: int) -> None:
        self.try_(by, w.EditWording(passage, text, "Because", base=base))
        self.try_(by, w.AddNarrative(passage, text, "Because"))

    @rule(by=PEOPLE, turn=PASSAGES, words=WORDS, base=st.integers(0, 4))
    def answer(self, by: str, turn: str, words: str, base: int) -> None:
        self.try_(by, w.ContestStatement(turn, words, base=base) if words else w.ConfirmStatement(turn, base))

    @rule(by=PEOPLE, words=WORDS)
    def reply(self, by: str, words: str) -> None:
        self.try_(by, w.DisputeMinutes(words) if words else w.AcceptMinutes())

    @rule(by=PEOPLE, command=st.sampled_from([w.Circulate(), w.ApproveMinutes(), w.PublishMinutes()]))
    def step(self, by: str, command: w.Command) -> None:
        self.try_(by, command)

    @rule(by=PEOPLE, text=WORDS, item=st.sampled_from(["", "i3", "i99"]))
    def hand_in_a_statement(self, by: str, text: str, item: str) -> None:
        self.try_(by, w.SendStatement("Position", text, "es", item))

    @rule()
    def days_pass(self) -> None:
        self.desk.now += timedelta(days=3)

    @invariant()
    def replay_equals_truth(self) -> None:
        assert w.replay(self.desk.entries) == self.desk.work

    @invariant()
    def the_facts_never_change(self) -> None:
        assert wire.canonical(wire.plain(self.desk.document)) == self.before

    @invariant()
    def the_present_words_follow_from_the_changes(self) -> None:
        for name in ("t1", "t2", "i3", "i3.outcome"):
            said = w.passage(self.desk.document, w.Work(), name)
            text = said.text if said else ""
            for change in self.desk.work.changes:
                if change.passage == name:
                    assert change.was == text
                    assert change.reason
                    text = change.now
            now = w.passage(self.desk.document, self.desk.work, name)
            assert (now.text if now else "") == text

    @invariant()
    def statements_come_within_their_hours_each_once(self) -> None:
        document, received = self.desk.document, self.desk.work.received
        assert document.times.closed is not None
        ends = until(document.times.closed, document.identity.rules)
        assert all(s.at <= ends and s.text and document.admitted(s.by) for s in received)
        assert len({(s.by, s.sha256) for s in received}) == len(received)

    @invariant()
    def states_come_in_order(self) -> None:
        work = self.desk.work
        dates = [work.circulated_at, work.approved_at, work.published_at]
        there = [d for d in dates if d]
        assert dates[: len(there)] == there
        assert there == sorted(there)
        assert len(there) == STATES.index(work.state)


AnyWork.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestAnyWork = AnyWork.TestCase
