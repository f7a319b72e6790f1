"""Whatever people ask, in any order: what must hold of every meeting holds after every step."""

import contextlib
import json
from collections import Counter

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from sessions import wire
from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.evolve import reaches_before, replay, undone
from sessions.core.refusals import Refused
from sessions.core.rules.motions import ORDER
from sessions.core.state import Room
from sessions.core.terms import (
    Base,
    Choice,
    Effect,
    Hold,
    Majority,
    Method,
    MotionKind,
    MotionState,
    Phase,
    ReplyState,
    Role,
    Side,
    Slip,
    Speaks,
    Stance,
    Via,
)
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, FATIMA, GAEL, Stage

VERA = "7"
PEOPLE = st.sampled_from([ALBA, DORA, BRUNO, ELIAS, FATIMA, GAEL, VERA])
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
    c.SetBudget("i3", Side.CIVIL, 1), c.SetBudget("i3", Side.PUBLIC, 0), c.AskReply("t1", "Named me"), c.GiveReply(),
    c.AskReply("t2", "Named me"), c.WithdrawReply(), c.GrantReply("y1"), c.GrantReply("y2"),
    c.RefuseReply("y1", "No"), c.GiveReply("y1", "Now"), c.AskExpert("Vera", "Figures"),
    c.InviteExpert(VERA, "Figures"),
    c.HearOnMotion(), c.RequestFloor(Speaks.AGAINST), c.AppealRuling("Not so"), c.AppealRuling("Not so"),
    c.SpeakOnMotion(Speaks.AGAINST), c.SpeakOnMotion(Speaks.FOR), c.WithdrawMotion(), c.CarryMotion(),
    c.CarryMotion(), c.LapseMotion("Left"),
    c.MoveReconsider("A1", "News"), c.MoveReconsider("v1", "News"), c.SupersedeAgreement("A1", "A2"),
    c.RequestRecount("Miscounted"), c.MarkLanguage("nah"), c.RelayText("Good day", "es"), c.RelayText("Hello", "en"),
])  # fmt: skip


QUESTIONS = st.builds(
    c.PutToVote, st.just("Shall it be?"), st.sampled_from(Method), st.sampled_from(Majority), st.sampled_from(Base),
    agrees=st.booleans(),
)  # fmt: skip
KINDS = st.sampled_from(MotionKind)
CASTS = st.builds(c.CastVote, st.sampled_from(Choice))


class AnyMeeting(RuleBasedStateMachine):
    """People ask for anything at any time; time passes; lines come and go."""

    def __init__(self) -> None:
        super().__init__()
        self.stage = Stage(objection_seconds=40, seal_seconds=300, undo_seconds=15, budgets=True, motion_for=1)
        self.stage.cast[VERA] = ("Vera Sanz", Role.EXPERT, Side.GUEST, False, False)
        self.stage.opened()
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

    @rule(by=PEOPLE, kind=KINDS)
    def somebody_moves(self, by: str, kind: MotionKind) -> None:
        self.try_(by, c.MoveProcedural(kind, "It is late"))

    @rule(method=st.sampled_from(Method))
    def the_motion_is_put_to_the_vote(self, method: Method) -> None:
        motion = self.stage.room.motion
        self.try_(self.stage.room.presiding, c.PutToVote("Shall it?", method, motion=motion.id if motion else "m0"))

    @rule(by=PEOPLE, cast=CASTS, stance=st.sampled_from(Stance), behalf=st.booleans())
    def somebody_votes(self, by: str, cast: c.CastVote, stance: Stance, behalf: bool) -> None:
        how = {"on_behalf_of": by, "via": Via.HALL} if behalf else {}
        self.try_(ALBA if behalf else by, cast, **how)
        self.try_(ALBA if behalf else by, c.ShowTemperature(stance), **how)

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
            assert not room.floor.speech.request or room.floor.speech.seat not in seats
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
            for n, closed in enumerate(live):
                if not isinstance(closed, e.VoteClosed) or closed.vote != put.vote:
                    continue
                hall = closed.hall.total if closed.hall else 0
                before = {x.seat for x in live[:n] if isinstance(x, e.VoteCast | e.BallotCast) and x.vote == put.vote}
                assert closed.votes.total == len(before) + hall <= len(put.electorate)

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
    def motions_are_decided_in_their_order_and_an_appeal_stops_the_clocks(self) -> None:
        room = self.stage.room
        pending = [ORDER.index(m.kind) for m in room.motions if m.state is MotionState.PENDING]
        assert pending == sorted(pending, reverse=True)
        assert len(pending) == len(set(pending))
        if room.motion:
            assert room.current == room.motion.item
            assert room.temperature is None
            assert room.proposal is None or room.motion.kind is MotionKind.APPEAL
            assert room.vote is None or room.vote.motion == room.motion.id
        if room.motion and room.motion.kind is MotionKind.APPEAL:
            assert all(i.watch.since is None for i in room.items)
        else:
            assert not any(Hold.APPEAL in i.watch.holds for i in room.items if i.plan.id == room.current)

    @invariant()
    def what_a_vote_decides_of_a_motion_is_what_was_counted(self) -> None:
        room = self.stage.room
        for vote in (v for v in room.votes if v.motion):
            motion = next(m for m in room.motions if m.id == vote.motion)
            assert vote.votes
            assert vote.result
            assert motion.vote == vote.id
            assert not vote.agreement
            carried = motion.state is MotionState.CARRIED
            if motion.kind is MotionKind.APPEAL:
                assert carried is (vote.votes.against > vote.votes.in_favour)
            else:
                assert carried is (bool(vote.carried) and vote.result.carried)

    @invariant()
    def after_a_closure_nobody_waits_or_asks(self) -> None:
        floor = self.stage.room.floor
        assert not floor.debate_closed or not (floor.list_open or floor.requests)

    @invariant()
    def nobody_has_more_replies_than_the_rules_give(self) -> None:
        room = self.stage.room
        live = (ReplyState.ASKED, ReplyState.GRANTED, ReplyState.GIVEN)
        counted = Counter((r.seat, r.item) for r in room.replies if r.state in live)
        assert all(n <= room.rules.replies for n in counted.values())

    @invariant()
    def an_expert_is_heard_only_where_invited(self) -> None:
        room = self.stage.room
        spoke = [t for t in room.turns if t.seat == VERA and not t.late]
        corrected = any(isinstance(x.event, e.SlipCorrected) for x in self.stage.log)
        assert corrected or all(room.experts.heard(VERA, t.item) for t in spoke)

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
    def the_log_is_gapless(self) -> None:
        assert [x.seq for x in self.stage.log] == list(range(1, len(self.stage.log) + 1))


AnyMeeting.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestAnyMeeting = AnyMeeting.TestCase
