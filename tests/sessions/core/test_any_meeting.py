"""Whatever people ask, in any order: what must hold of every meeting holds after every step."""

import contextlib
import json

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from sessions import wire
from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.evolve import reaches_before, replay, undone
from sessions.core.refusals import Refused
from sessions.core.state import Room
from sessions.core.terms import (
    AmendmentKind,
    Base,
    Choice,
    Effect,
    Hold,
    Lift,
    Majority,
    Method,
    Phase,
    Slip,
    Stance,
    TextKind,
    Via,
)
from tests.sessions.core.any_text import TextInvariants
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
    c.PresentText(TextKind.CHAIR, "Text", ("One two three.", "Four five.", "Six.")), c.OrderAmendments(),
    c.OrderAmendments(("x1.a2", "x1.a1"), "Broader"), c.CoSponsor("x1.a1"), c.CoSponsor("x1.a2"),
    c.WithdrawSponsor("x1.a1"), c.RuleAdmissible("x1.a1"), c.RuleAdmissible("x1.a2"), c.RuleAdmissible("x1.a3"),
    c.RuleOutOfOrder("x1.a2", "Elsewhere"), c.MoveDivision("x1", ("x1.2", "x1.3")),
    c.MoveDivision("x1.a1", ("Seven", "eight.")), c.RuleDivision("x1.d1", True, ""),
    c.RuleDivision("x1.d1", False, "No"),
    c.AddAlternative("x1.b1", "nine"), c.MergeAlternatives("x1.b1", 1, 2, "ten"),
])  # fmt: skip
PARAGRAPHS, BASES = st.sampled_from(["x1.1", "x1.2", "x1.3", "x1.4", "x2.1"]), st.integers(1, 4)
WAYS = st.sampled_from([Lift.KEEP, Lift.DELETE, Lift.ALTERNATIVE])
BRACKETS = st.sampled_from(["x1.b1", "x1.b2"])
UPON_TEXT = st.one_of(
    st.builds(c.EditParagraph, PARAGRAPHS, BASES, st.sampled_from(["One two.", "Four three five.", "Six two."])),
    st.builds(c.SubmitAmendment, PARAGRAPHS, BASES, st.sampled_from(AmendmentKind), st.just("Seven eight."),
              sponsor=st.sampled_from(["", GAEL])),
    st.builds(c.ReviseAmendment, st.sampled_from(["x1.a1", "x1.a2"]), BASES, st.just("Eleven.")),
    st.builds(c.PlaceBracket, PARAGRAPHS, BASES, st.sampled_from(["", "two", "five", "Six", "e"]),
              st.sampled_from([(), ("twelve",)]), st.sampled_from([(), (BRUNO, GAEL)]), st.booleans()),
    st.builds(c.ConsentToLift, BRACKETS, WAYS, st.integers(0, 1)),
    st.builds(c.LiftBracket, BRACKETS, WAYS, st.integers(0, 1)),
    st.builds(c.AgreeAdReferendum, PARAGRAPHS), st.builds(c.ReopenParagraph, PARAGRAPHS, st.just("A word")),
)  # fmt: skip
SUBJECTS = st.sampled_from(
    ["x1", "x1.a1", "x1.a2", "x1.a3", "x1.b1.keep", "x1.b1.delete", "x1.b2.1", "x1.d1.1", "x1.d1.2", "x2"]
)


QUESTIONS = st.builds(
    c.PutToVote, st.just("Shall it be?"), st.sampled_from(Method), st.sampled_from(Majority), st.sampled_from(Base),
    agrees=st.booleans(),
)  # fmt: skip
CASTS = st.builds(c.CastVote, st.sampled_from(Choice))


class AnyMeeting(TextInvariants):
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

    @rule(says=st.booleans(), reason=st.sampled_from(["", "The count was wrong"]))
    def the_vote_is_closed_and_declared(self, says: bool, reason: str) -> None:
        self.try_(self.stage.room.presiding, c.CloseVote())
        self.try_(self.stage.room.presiding, c.DeclareResult(says, reason))

    @rule(by=PEOPLE, command=UPON_TEXT, again=st.booleans())
    def somebody_works_on_the_text(self, by: str, command: c.Command, again: bool) -> None:
        self.try_(self.stage.room.presiding, c.PresentText(TextKind.CHAIR, "Text", ("One two.", "Five.", "Six.")))
        self.try_(by, command)
        if again:
            self.try_(DORA, command)

    @rule(about=SUBJECTS, method=st.sampled_from([None, *Method]), seconds=st.sampled_from([0, 41]))
    def a_question_about_the_text_is_put(self, about: str, method: Method | None, seconds: int) -> None:
        put = c.PutToVote("", method, about=about) if method else c.ProposeAdoption("", Effect.BINDS, about=about)
        self.try_(self.stage.room.presiding, put)
        self.stage.wait(seconds)

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
        parts = {x.proposal for x in live if isinstance(x, e.AdoptionProposed) and "." in x.about}
        assert [p for p in adopted if p not in parts] == [x.proposal for x in recorded if x.proposal]
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
    def the_log_is_gapless(self) -> None:
        assert [x.seq for x in self.stage.log] == list(range(1, len(self.stage.log) + 1))


AnyMeeting.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestAnyMeeting = AnyMeeting.TestCase
