"""Two items, one of them reserved, and whatever people do in one about the other: it folds for everybody."""

import contextlib
from collections.abc import Iterator

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.evolve import replay, undone
from sessions.core.refusals import Refused
from sessions.core.reserves import is_over, kept_entries
from sessions.core.rules.reserves import is_cleared
from sessions.core.terms import Choice, Circle, Effect, Method, Slip, Speaks
from sessions.core.veil import veil
from sessions.minutes.build import build
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, FATIMA, GAEL, Stage
from tests.sessions.core.test_reserves import reserve

MARK = "KEPT-BY-THE-RESERVE"
PEOPLE = st.sampled_from([ALBA, DORA, BRUNO, ELIAS, FATIMA, GAEL])
NUMBER = st.integers(1, 4)
ACROSS = st.one_of(
    st.builds(lambda q, into: c.MergeQuestion(f"q{q}", f"q{into}"), NUMBER, NUMBER),
    st.builds(lambda q, t: c.NoteAnswered(f"q{q}", f"t{t}"), NUMBER, NUMBER),
    st.builds(lambda q: c.SupportQuestion(f"q{q}"), NUMBER), st.builds(lambda q: c.ApproveQuestion(f"q{q}"), NUMBER),
    st.builds(lambda q: c.AnswerQuestion(f"q{q}", "In May"), NUMBER),
    st.builds(lambda a: c.MoveReconsider(f"A{a}", "News"), NUMBER),
    st.builds(lambda v: c.MoveReconsider(f"v{v}", "News"), NUMBER),
    st.builds(lambda a, by: c.SupersedeAgreement(f"A{a}", f"A{by}"), NUMBER, NUMBER),
    st.builds(lambda a: c.EnterReservation(f"A{a}", "Differs"), NUMBER),
    st.builds(lambda a: c.CorrectSlip(Slip.AGREEMENT_TEXT, f"A{a}", f"{MARK} put right", "Slip"), st.just(1)),
    st.builds(lambda t: c.AskReply(f"t{t}", "Named me"), NUMBER), st.builds(lambda y: c.GrantReply(f"y{y}"), NUMBER),
    st.sampled_from([
        c.OpenList(), c.RequestFloor(), c.GiveFloor(), c.EndSpeech(), c.OpenQuestions(), c.AskQuestion("When?"),
        c.SpeakOnMotion(Speaks.AGAINST), c.SpeakOnMotion(Speaks.FOR), c.HearOnMotion(), c.WithdrawMotion(),
        c.LapseMotion("Left"), c.GiveReply(), c.WithdrawReply(), c.Undo(), c.Undo(), c.ConcludeItem(""), c.Leave(),
        c.RaisePointOfOrder("Order"), c.RulePointOfOrder(True, "So ruled"), c.AppealRuling("Not so"),
        c.HandOverChair(ELIAS), c.HandOverChair(DORA), c.TakeChair("Lost"), c.ClearSeat(GAEL, "Gael", "Signed"),
        c.UnclearSeat(GAEL, "Why"), c.DeclassifyItem("i3", "It is over"), c.CarryMotion(),
        c.RecordPaperAgreement("On paper", Effect.BINDS),
    ]),
)  # fmt: skip


class AnyReserve(RuleBasedStateMachine):
    """Item i3 is reserved and has a turn, a question, a vote and an agreement; i4 is open, and goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.stage = Stage(objection_seconds=40, seal_seconds=300, undo_seconds=15)

    def try_(self, by: str, command: c.Command, **how: object) -> None:
        with contextlib.suppress(Refused):
            self.stage.ask(by, command, **how)

    @initialize(circle=st.sampled_from(Circle), both=st.booleans())
    def a_reserved_item_was_dealt_with(self, circle: Circle, both: bool) -> None:
        self.stage.at_item()
        for seat in (BRUNO, ELIAS, DORA):
            self.stage.ask(ALBA, c.ClearSeat(seat, "Name", "Signed"))
        self.stage.ask(ALBA, reserve(circle))
        self.stage.ask(GAEL, c.Leave())
        self.dealt_with(MARK, 1)
        self.stage.ask(DORA, c.ConcludeItem(MARK))
        if both:
            self.stage.ask(ALBA, reserve(Circle.MEMBERS, item="i4"))
        self.stage.ask(DORA, c.OpenItem("i4"))
        self.dealt_with("Heard", 2)
        self.stage.admit(GAEL)

    def dealt_with(self, words: str, n: int) -> None:
        for by, command in (
            (DORA, c.OpenList()), (BRUNO, c.RequestFloor()), (DORA, c.GiveFloor()), (BRUNO, c.EndSpeech()),
            (ALBA, c.NoteStatement(f"t{n}", words)), (DORA, c.OpenQuestions()), (BRUNO, c.AskQuestion(words)),
            (ALBA, c.ApproveQuestion(f"q{n}")), (DORA, c.PutToVote(words, Method.SHOW)),
            (BRUNO, c.CastVote(Choice.FOR)), (DORA, c.CloseVote()), (DORA, c.DeclareResult(True)),
            (DORA, c.ProposeAdoption(words, Effect.BINDS)),
        ):  # fmt: skip
            self.stage.ask(by, command)
        self.stage.wait(41)

    @rule(by=PEOPLE, command=ACROSS, seconds=st.integers(0, 20))
    def somebody_asks(self, by: str, command: c.Command, seconds: int) -> None:
        self.stage.wait(seconds)
        self.try_(by, command)

    @rule(command=ACROSS)
    def the_chair_asks(self, command: c.Command) -> None:
        self.try_(self.stage.room.presiding, command)

    @rule(ref=st.sampled_from(["A1", "A2", "v1", "v2"]), by=st.sampled_from([BRUNO, ELIAS]), most=st.booleans())
    def a_decision_is_reconsidered(self, ref: str, by: str, most: bool) -> None:
        self.try_(by, c.MoveReconsider(ref, "News"))
        motion = self.stage.room.motion
        self.try_(self.stage.room.presiding, c.PutToVote("Again?", Method.SHOW, motion=motion.id if motion else "m0"))
        for seat in (BRUNO, ELIAS, DORA, GAEL):
            self.try_(seat, c.CastVote(Choice.FOR if most else Choice.AGAINST))
        self.try_(self.stage.room.presiding, c.CloseVote())
        self.try_(self.stage.room.presiding, c.DeclareResult(most))

    @rule(item=st.sampled_from(["i3", "i4", "i5"]))
    def the_agenda_moves(self, item: str) -> None:
        self.try_(self.stage.room.presiding, c.ConcludeItem(""))
        self.try_(self.stage.room.presiding, c.ReopenItem(item, "Again"))
        self.try_(self.stage.room.presiding, c.OpenItem(item))

    @rule()
    def words_are_adopted(self) -> None:
        self.try_(self.stage.room.presiding, c.ProposeAdoption("Other words", Effect.BINDS))
        self.stage.wait(41)

    @rule()
    def somebody_comes_back(self) -> None:
        with contextlib.suppress(Refused):
            self.stage.admit(GAEL)

    @rule()
    def an_old_log_merged_questions_of_two_items(self) -> None:
        """As it could be done before; it is folded like any other log."""
        first, second = (self.stage.room.questions.get(q) for q in ("q1", "q2"))
        if first and second and first.state == second.state == "approved":
            self.stage._write((e.QuestionMerged("q2", "q1"),), self.stage.now, f"old:{len(self.stage.log)}", by=ALBA)

    def every_hidden_set(self) -> Iterator[frozenset[str]]:
        room = self.stage.room
        standing = [r.id for r in room.reserves if not is_over(r, room.zone, self.stage.now)]
        yield from {frozenset[str](), frozenset(standing), *(frozenset({r}) for r in standing)}

    @invariant()
    def it_folds_and_reads_for_whoever_does_not_hear_some_of_it(self) -> None:
        room = self.stage.room
        for hidden in self.every_hidden_set():
            seen = veil(self.stage.log, room, hidden)
            made = build(self.stage.log, agreement_reference=lambda n: f"S1-A{n}", hidden=hidden)
            assert hidden or seen == room
            if "c1" in hidden:
                assert MARK not in repr(seen)
                assert MARK not in repr(made)

    @invariant()
    def nothing_told_names_anything_kept(self) -> None:
        kept = kept_entries(self.stage.room, frozenset(r.id for r in self.stage.room.reserves if not r.lifted))
        gone = undone(self.stage.log)
        made: dict[str, bool] = {}
        for x in (x for x in self.stage.log if x.seq not in gone):
            match x.event:
                case e.MotionMoved(motion=name) | e.QuestionAsked(question=name) | e.VotePut(vote=name):
                    made[name] = x.seq in kept
                case e.MotionCarried() | e.MotionLost() | e.MotionHeard() | e.MotionSpeakerListed():
                    assert not made.get(x.event.motion) or x.seq in kept
                case e.VoteCast() | e.VoteClosed() | e.ResultDeclared():
                    assert not made.get(x.event.vote) or x.seq in kept
                case e.QuestionMerged():
                    assert not (made.get(x.event.question) or made.get(x.event.into)) or x.seq in kept
                case _:
                    pass

    @invariant()
    def whoever_presides_may_hear_and_nothing_closed_is_decided_beside_somebody_who_may_not(self) -> None:
        room = self.stage.room
        closed = {r.item for r in room.reserves if r.circle is Circle.CLOSED and not r.lifted}
        asked = room.vote or room.proposal
        if closed:
            assert room.presiding in room.cleared
        if asked and asked.item in closed:
            assert all(is_cleared(room, s.id) for s in room.voters())

    @invariant()
    def replay_equals_truth(self) -> None:
        assert replay(self.stage.log) == self.stage.room


AnyReserve.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestAnyReserve = AnyReserve.TestCase
