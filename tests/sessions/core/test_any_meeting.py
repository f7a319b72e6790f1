"""Whatever people ask, in any order: what must hold of every meeting holds after every step."""

import contextlib
import json
from datetime import date

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from sessions import wire
from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.evolve import reaches_before, replay, undone
from sessions.core.refusals import Refused
from sessions.core.state import Room
from sessions.core.terms import Base, Choice, Effect, Hold, Majority, Method, Phase, QuestionState, Slip, Stance, Via
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, FATIMA, GAEL, Stage

PEOPLE = st.sampled_from([ALBA, DORA, BRUNO, ELIAS, FATIMA, GAEL])
ITEMS = st.sampled_from(["i1", "i2", "i3", "i4", "i5", "i9"])
SIMPLE = st.sampled_from([
    c.OpenList(), c.CloseList(), c.CloseList(30), c.RequestFloor(), c.WithdrawRequest(), c.GiveFloor(), c.SetAside(),
    c.PauseSpeech(), c.ResumeSpeech(), c.ExtendSpeech(), c.EndSpeech(), c.RaisePointOfOrder("Order"),
    c.RulePointOfOrder(True, "So ruled"), c.ProposeAdoption("Words", Effect.BINDS), c.WithdrawProposal("No"),
    c.Object("No"), c.WithdrawObjection(), c.StandAside("Not us"), c.AskQuorum(), c.VerifyQuorum(), c.Undo(),
    c.Suspend("Break"), c.Resume(), c.ConcludeItem("Heard"), c.Leave(), c.TakeChair("Lost"), c.CloseSession(),
    c.ReopenSession("Again"), c.ReadAgreement("A1"), c.ReadAgreement("A2"), c.EnterReservation("A1", "We differ"),
    c.ObjectLate("A1", "Cut off"), c.NoteStatement("t1", "Said so"), c.HandOverChair(ELIAS), c.HandOverChair(DORA),
    c.CorrectSlip(Slip.AGREEMENT_TEXT, "A1", "Better words", "Slip"), c.RecordTurn(GAEL, 20, "Off the list"),
    c.CorrectSlip(Slip.TURN_SPEAKER, "t1", GAEL, "Slip"), c.GiveFloor("r2", "Has to leave"), c.OpenSession(),
    c.WithdrawVote("Anew"), c.CountHall(1, 0, 0), c.CountHall(0, 1, 0), c.ExplainVote("v1", "Because"),
    c.ExplainVote("v2", "Because"), c.TakeTemperature("How is it?"), c.CloseTemperature(), c.NoteTemperature("k1"),
    c.OpenQuestions(), c.CloseQuestions(), c.AskQuestion("When?"), c.AskQuestion("Who?"), c.ApproveQuestion("q1"),
    c.ApproveQuestion("q2"), c.MergeQuestion("q2", "q1"), c.DeclineQuestion("q2", "No"), c.SupportQuestion("q1"),
    c.SupportQuestion("q2"), c.WithdrawSupport("q1"), c.AnswerQuestion("q1", "In May"), c.NoteAnswered("q1", "t1"),
    c.OweAnswer("q1", ELIAS, date(2026, 3, 12)), c.OweAnswer("q2", "", date(2026, 3, 12)),
    c.SubmitStatement("Position", "We ask for figures"), c.OpenChat(), c.CloseChat(),
])  # fmt: skip


QUESTIONS = st.builds(
    c.PutToVote, st.just("Shall it be?"), st.sampled_from(Method), st.sampled_from(Majority), st.sampled_from(Base),
    agrees=st.booleans(),
)  # fmt: skip
CASTS = st.builds(c.CastVote, st.sampled_from(Choice))


class AnyMeeting(RuleBasedStateMachine):
    """People ask for anything at any time; time passes; lines come and go."""

    def __init__(self) -> None:
        super().__init__()
        self.stage = Stage(objection_seconds=40, seal_seconds=300, undo_seconds=15).opened()
        self.snapshot: Room = self.stage.room

    def try_(self, by: str, command: c.Command, **how: object) -> None:
        with contextlib.suppress(Refused):
            self.stage.ask(by, command, **how)

    @rule(by=PEOPLE, command=SIMPLE, seconds=st.integers(0, 25))
    def somebody_asks(self, by: str, command: c.Command, seconds: int) -> None:
        self.stage.wait(seconds)
        self.try_(by, command)

    @rule(command=SIMPLE, seat=PEOPLE)
    def the_secretariat_acts_for_somebody(self, command: c.Command, seat: str) -> None:
        self.try_(ALBA, command, on_behalf_of=seat)

    @rule(item=ITEMS, seconds=st.integers(0, 25))
    def the_agenda_moves(self, item: str, seconds: int) -> None:
        self.stage.wait(seconds)
        self.try_(DORA, c.OpenItem(item))
        self.try_(self.stage.room.presiding, c.OpenList())

    @rule(item=ITEMS)
    def an_item_is_deferred_or_reopened(self, item: str) -> None:
        self.try_(self.stage.room.presiding, c.DeferItem(item, "No time"))
        self.try_(self.stage.room.presiding, c.ReopenItem(item, "Again"))

    @rule(seat=PEOPLE)
    def somebody_comes_back(self, seat: str) -> None:
        with contextlib.suppress(Refused):
            self.stage.admit(seat)

    @rule(question=QUESTIONS)
    def a_question_is_put(self, question: c.PutToVote) -> None:
        self.try_(self.stage.room.presiding, question)

    @rule(by=PEOPLE, cast=CASTS, stance=st.sampled_from(Stance), behalf=st.booleans())
    def somebody_votes(self, by: str, cast: c.CastVote, stance: Stance, behalf: bool) -> None:
        how = {"on_behalf_of": by, "via": Via.HALL} if behalf else {}
        self.try_(ALBA if behalf else by, cast, **how)
        self.try_(ALBA if behalf else by, c.ShowTemperature(stance), **how)

    @rule(by=PEOPLE, behind=PEOPLE, n=st.integers(1, 4))
    def somebody_asks_in_writing(self, by: str, behind: str, n: int) -> None:
        self.try_(self.stage.room.presiding, c.OpenQuestions())
        self.try_(by, c.AskQuestion("When?"))
        self.try_(self.stage.room.presiding, c.ApproveQuestion(f"q{n}"))
        self.try_(behind, c.SupportQuestion(f"q{n}"))

    @rule(says=st.booleans(), reason=st.sampled_from(["", "The count was wrong"]))
    def the_vote_is_closed_and_declared(self, says: bool, reason: str) -> None:
        self.try_(self.stage.room.presiding, c.CloseVote())
        self.try_(self.stage.room.presiding, c.DeclareResult(says, reason))

    @rule(seat=st.sampled_from([BRUNO, GAEL]))
    def somebody_comes_into_the_hall(self, seat: str) -> None:
        self.try_(seat, c.Leave())
        with contextlib.suppress(Refused):
            self.stage.admit(seat, Via.HALL)

    @rule(lost=st.sets(st.sampled_from([BRUNO, GAEL, ELIAS, DORA])))
    def lines_come_and_go(self, lost: set[str]) -> None:
        self.stage.lost = lost
        self.stage.wait(1)

    @rule()
    def a_snapshot_is_taken(self) -> None:
        self.snapshot = self.stage.room

    @invariant()
    def replay_equals_truth(self) -> None:
        assert replay(self.stage.log) == self.stage.room

    @invariant()
    def a_snapshot_and_its_tail_equal_the_whole(self) -> None:
        stored = json.loads(wire.canonical(wire.plain(self.snapshot)))
        start = wire.build(Room, stored)
        tail = self.stage.log[self.snapshot.seq :]
        if not reaches_before(self.snapshot.seq, tail):
            assert replay(tail, start) == self.stage.room

    @invariant()
    def one_person_at_most_has_the_floor_and_is_not_on_the_list(self) -> None:
        room = self.stage.room
        open_turns = [t for t in room.turns if t.ended is None]
        assert len(open_turns) == (1 if room.floor.speech else 0)
        seats = [r.seat for r in room.floor.requests]
        assert len(seats) == len(set(seats))
        if room.floor.speech:
            assert room.floor.speech.seat not in seats
            assert room.seats[room.floor.speech.seat].present

    @invariant()
    def clocks_stand_while_a_point_of_order_is_pending_or_the_session_does_not_sit(self) -> None:
        room = self.stage.room
        watches = [i.watch for i in room.items]
        watches += [room.floor.speech.watch] if room.floor.speech else []
        watches += [room.proposal.watch] if room.proposal else []
        if room.floor.point or room.phase is not Phase.OPEN:
            assert all(w.since is None for w in watches)
        if room.floor.point and room.proposal:
            assert Hold.POINT_OF_ORDER in room.proposal.watch.holds

    @invariant()
    def one_item_at_most_is_open_and_it_is_the_current_one(self) -> None:
        room = self.stage.room
        assert [i.plan.id for i in room.items if i.state == "open"] == ([room.current] if room.current else [])

    @invariant()
    def nothing_is_put_or_decided_without_quorum(self) -> None:
        met = True
        gone = undone(self.stage.log)
        for entry in self.stage.log:
            if entry.seq in gone:
                continue
            if isinstance(entry.event, e.SessionOpened | e.QuorumVerified):
                met = entry.event.count.met
            if isinstance(entry.event, e.AdoptionProposed | e.AdoptedWithoutVote | e.VotePut):
                assert met
            if isinstance(entry.event, e.VotePut):
                assert entry.event.count.met
            if isinstance(entry.event, e.AdoptedWithoutVote):
                assert entry.event.count.met

    @invariant()
    def every_agreement_has_its_adoption_and_every_adoption_its_agreement(self) -> None:
        gone = undone(self.stage.log)
        live = [x.event for x in self.stage.log if x.seq not in gone]
        adopted = [x.proposal for x in live if isinstance(x, e.AdoptedWithoutVote)]
        recorded = [x for x in live if isinstance(x, e.AgreementRecorded)]
        assert adopted == [x.proposal for x in recorded if x.proposal]
        voted = [v.id for v in self.stage.room.votes if v.agrees and v.carried and v.result and v.result.carried]
        assert voted == [x.vote for x in recorded if x.vote]
        assert all(bool(x.proposal) is not bool(x.vote) for x in recorded)
        assert len({x.agreement for x in recorded}) == len(recorded) == len(self.stage.room.agreements)

    @invariant()
    def nobody_votes_twice_or_outside_the_frozen_electorate(self) -> None:
        gone = undone(self.stage.log)
        live = [x.event for x in self.stage.log if x.seq not in gone]
        for put in (x for x in live if isinstance(x, e.VotePut)):
            casts = [x for x in live if isinstance(x, e.VoteCast | e.BallotCast) and x.vote == put.vote]
            seats = [x.seat for x in casts]
            assert set(seats) <= set(put.electorate)
            if put.method is not Method.ROLL_CALL:
                assert len(seats) == len(set(seats))
            for closed in (x for x in live if isinstance(x, e.VoteClosed) and x.vote == put.vote):
                hall = closed.hall.total if closed.hall else 0
                assert closed.votes.total == len(set(seats)) + hall <= len(put.electorate)

    @invariant()
    def one_question_at_most_is_before_the_room(self) -> None:
        room = self.stage.room
        asked = [q for q in (room.proposal, room.vote, room.temperature) if q]
        assert len(asked) <= 1
        if room.vote or room.temperature:
            assert room.current
            assert room.phase in (Phase.OPEN, Phase.SUSPENDED)
        assert all((v.carried is not None) and v.result for v in room.votes)
        assert all(v.differs is (v.carried is not (v.result and v.result.carried)) for v in room.votes)

    @invariant()
    def nobody_is_overtaken_more_often_than_the_rules_allow(self) -> None:
        assert all(r.overtaken <= self.stage.rules.overtakes for r in self.stage.room.floor.requests)

    @invariant()
    def it_closes_only_when_everything_was_read(self) -> None:
        if self.stage.room.phase in (Phase.CLOSED, Phase.SEALED):
            assert self.stage.room.reading_done
            assert self.stage.room.proposal is None
            assert self.stage.room.floor.speech is None

    @invariant()
    def each_person_stands_behind_a_question_once_and_nothing_stays_open_for_ever(self) -> None:
        room = self.stage.room
        for q in room.questions.asked:
            behind = (q.seat, *q.joined, *q.supporters)
            assert len(behind) == len(set(behind))
            assert (q.due is not None) or q.state is not QuestionState.OWED
            assert bool(q.answer or q.turn) is (q.state is QuestionState.ANSWERED)
            if q.state is QuestionState.MERGED:
                into = room.questions.get(q.into)
                assert into is not None
                assert into.state not in (QuestionState.WAITING, QuestionState.DECLINED)
        if room.phase in (Phase.CLOSED, Phase.SEALED):
            assert room.questions.those(QuestionState.APPROVED) == []
        for seat in room.seats:
            waiting = [q for q in room.questions.those(QuestionState.WAITING) if q.seat == seat]
            assert len(waiting) <= room.rules.questions_waiting

    @invariant()
    def the_log_is_gapless(self) -> None:
        assert [x.seq for x in self.stage.log] == list(range(1, len(self.stage.log) + 1))


AnyMeeting.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestAnyMeeting = AnyMeeting.TestCase
