"""Whatever people ask, in any order: what must hold of every meeting holds after every step."""

import contextlib
import json
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from sessions import wire
from sessions.core import commands as c
from sessions.core import events as e
from sessions.core import majorities
from sessions.core.decide import RULES
from sessions.core.evolve import reaches_before, replay, undone
from sessions.core.refusals import Refused
from sessions.core.reserves import hidden_from, kept_entries
from sessions.core.rules.carrying import agrees
from sessions.core.rules.motions import ORDER
from sessions.core.rules.who import TABLE, May
from sessions.core.ruleset import Rules
from sessions.core.state import Room
from sessions.core.terms import (
    AgendaChange,
    AmendmentKind,
    Base,
    Choice,
    Circle,
    Effect,
    Hold,
    Lift,
    Majority,
    Method,
    MotionKind,
    MotionState,
    Phase,
    PointKind,
    Points,
    QuestionState,
    ReplyState,
    Role,
    Side,
    Slip,
    Sought,
    Speaks,
    Stance,
    TextKind,
    Via,
)
from sessions.core.veil import heard, veil
from tests.sessions.core.any_text import TextInvariants
from tests.sessions.core.stage import ALBA, BRUNO, DORA, ELIAS, FATIMA, GAEL, NINE, SKELETON, Stage
from tests.sessions.test_flags import SAMPLES

VERA = "7"
PEOPLE = st.sampled_from([ALBA, DORA, BRUNO, ELIAS, FATIMA, GAEL, VERA])
ITEMS = st.sampled_from(["i1", "i2", "i3", "i4", "i5", "i9"])
# One of every command there is, or more; rules below ask some of them again, in the state they are about.
ASKED: list[c.Command] = [
    c.RequestFloor(item="i3"),
    c.OpenList(), c.CloseList(), c.CloseList(30), c.RequestFloor(), c.WithdrawRequest(), c.GiveFloor(), c.SetAside(),
    c.PauseSpeech(), c.ResumeSpeech(), c.ExtendSpeech(), c.EndSpeech(), c.RaisePointOfOrder("Order"),
    c.RaisePointOfOrder(),
    c.RulePointOfOrder(True, "So ruled"), c.ProposeAdoption("Words", Effect.BINDS), c.WithdrawProposal("No"),
    c.Object("No"), c.WithdrawObjection(), c.StandAside("Not us"), c.AskQuorum(), c.VerifyQuorum(), c.Undo(),
    c.Suspend("Break"), c.Resume(), c.ConcludeItem("Heard"), c.Leave(), c.TakeChair("Lost"), c.CloseSession(),
    c.ReopenSession("Again"), c.ReadAgreement("A1"), c.ReadAgreement("A2"), c.EnterReservation("A1", "We differ"),
    c.ObjectLate("A1", "Cut off"), c.NoteStatement("t1", "Said so"), c.HandOverChair(ELIAS), c.HandOverChair(DORA),
    c.CorrectSlip(Slip.AGREEMENT_TEXT, "A1", "Better words", "Slip"), c.RecordTurn(GAEL, 20, "Off the list"),
    c.CorrectSlip(Slip.TURN_SPEAKER, "t1", GAEL, "Slip"), c.GiveFloor("r2", "Has to leave"), c.OpenSession(),
    c.WithdrawVote("Anew"), c.CountHall(1, 0, 0), c.CountHall(0, 1, 0), c.ExplainVote("v1", "Because"),
    c.ExplainVote("v2", "Because"), c.TakeTemperature("How is it?"), c.CloseTemperature(), c.NoteTemperature("k1"),
    c.AdoptAgenda(), c.AmendAgenda(AgendaChange.MOVED, "i4", "i3"), c.AmendAgenda(AgendaChange.WITHDRAWN, "i4"),
    c.AmendAgenda(AgendaChange.MOVED, "i3", "i6", reason="Time"), c.ExtendItem(5, "More to say"),
    c.AmendAgenda(AgendaChange.WITHDRAWN, "i4", reason="Over"), c.DeclareConflict("i3", "I work there"),
    c.AmendAgenda(AgendaChange.RETITLED, "i5", title_es="X"), c.RecordCredentials(ELIAS, True, "To agree"),
    c.RecordCredentials(ELIAS, False), c.WithdrawCredentials(ELIAS, "Expired"),
    c.WithdrawCredentials(DORA, "Expired"), c.ExplainPosition("A1", "As we read it", follows=True),
    c.Dissociate("A1", "Not us"), c.HandInText("A1", "In full"),
    c.ConfirmAccreditation(GAEL, "Letter 7"),
    c.GoOffRecord("Why"), c.BackOnRecord(), c.BackOnRecord(), c.ClearSeat(BRUNO, "Bruno", "Signed"),
    c.ClearSeat(GAEL, "Gael", "Signed"), c.ClearSeat(ELIAS, "Elías", "Signed"), c.UnclearSeat(BRUNO, "Why"),
    c.DeclassifyItem("i3", "Why"), c.ConfirmReserve("i3", "CT/1", NINE.date()),
    c.SetBudget("i3", Side.CIVIL, 1), c.SetBudget("i3", Side.PUBLIC, 0), c.AskReply("t1", "Named me"), c.GiveReply(),
    c.AskReply("t2", "Named me"), c.WithdrawReply(), c.GrantReply("y1"), c.GrantReply("y2"),
    c.RefuseReply("y1", "No"), c.GiveReply("y1", "Now"), c.AskExpert("Vera", "Figures"),
    c.InviteExpert(VERA, "Figures"),
    c.HearOnMotion(), c.RequestFloor(Speaks.AGAINST), c.AppealRuling("Not so"), c.AppealRuling("Not so"),
    c.SpeakOnMotion(Speaks.AGAINST), c.SpeakOnMotion(Speaks.FOR), c.WithdrawMotion(), c.CarryMotion(),
    c.CarryMotion(), c.LapseMotion("Left"),
    c.MoveReconsider("A1", "News"), c.MoveReconsider("v1", "News"), c.SupersedeAgreement("A1", "A2"),
    c.RequestRecount("Miscounted"), c.MarkLanguage("nah"), c.RelayText("Good day", "es"), c.RelayText("Hello", "en"),
    c.PresentText(TextKind.CHAIR, "Text", ("One two three.", "Four five.", "Six.")), c.OrderAmendments(),
    c.OrderAmendments(("x1.a2", "x1.a1"), "Broader"), c.CoSponsor("x1.a1"), c.CoSponsor("x1.a2"),
    c.WithdrawSponsor("x1.a1"), c.RuleAdmissible("x1.a1"), c.RuleAdmissible("x1.a2"), c.RuleAdmissible("x1.a3"),
    c.RuleOutOfOrder("x1.a2", "Elsewhere"), c.MoveDivision("x1", ("x1.2", "x1.3")),
    c.MoveDivision("x1.a1", ("Seven", "eight.")), c.RuleDivision("x1.d1", True, ""),
    c.RuleDivision("x1.d1", False, "No"),
    c.AddAlternative("x1.b1", "nine"), c.MergeAlternatives("x1.b1", 1, 2, "ten"),
    c.OpenQuestions(), c.CloseQuestions(), c.AskQuestion("When?"), c.AskQuestion("Who?"), c.ApproveQuestion("q1"),
    c.ApproveQuestion("q2"), c.MergeQuestion("q2", "q1"), c.DeclineQuestion("q2", "No"), c.SupportQuestion("q1"),
    c.SupportQuestion("q2"), c.WithdrawSupport("q1"), c.AnswerQuestion("q1", "In May"), c.NoteAnswered("q1", "t1"),
    c.OweAnswer("q1", ELIAS, date(2026, 3, 12)), c.OweAnswer("q2", "", date(2026, 3, 12)),
    c.SubmitStatement("Position", "We ask for figures"), c.OpenChat(), c.CloseChat(),
    c.AskAdmission("Gael Ríos", "Red"), c.RefuseAdmission(GAEL, "Gael Ríos", "No letter"), c.Remove(GAEL, "Disturbs"),
    c.Remove(BRUNO, "Disturbs"), c.AddItem("Otro", "", 5, "It came up"), c.SetItemTime("i3", 25, "Too short"),
    c.SetItemTime("i8", 0, "None"), c.TablePaper("p1", "i3", "Figures", "0" * 64, NINE),
    c.TablePaper("p2", "", "Later", "1" * 64, NINE),
    c.Admit(GAEL, "Gael Ríos", "", Role.MEMBER, Side.CIVIL, "Red", True, False),
    c.OpenItem("i4"), c.DeferItem("i5", "No time"), c.ReopenItem("i3", "Again"), c.CastVote(Choice.FOR),
    c.CloseVote(), c.DeclareResult(True), c.PutToVote("Shall it?", Method.SHOW), c.ShowTemperature(Stance.ACCEPT),
    c.MoveProcedural(MotionKind.SUSPENSION, "Coffee"),
    c.ClassifyItem("i4", Circle.CLOSED, "Ground", "Article", "Risk", "Interest", "Least", NINE.date(), "Told"),
    c.EditParagraph("x1.1", 1, "One two."), c.SubmitAmendment("x1.2", 1, AmendmentKind.ADD, "Seven eight."),
    c.ReviseAmendment("x1.a1", 1, "Eleven."), c.PlaceBracket("x1.2", 1, "five", (), (BRUNO,)),
    c.ConsentToLift("x1.b1", Lift.KEEP), c.LiftBracket("x1.b1", Lift.KEEP), c.AgreeParagraph("x1.3"),
    c.ReopenParagraph("x1.3", "A word"), c.RecordPaperAgreement("Words on paper", Effect.BINDS),
    c.RecordPaperVote("On paper?", Method.SHOW, in_favour=2, scrutineers=(BRUNO, ALBA)),
    c.WithdrawFloor("Beyond the time"),
    c.TablePaper("8", "i3", "Late", "0" * 64, NINE), c.WaiveCirculation("8", "Short"),
    c.WaiveDeadline("One more voice"), c.SetSpeakingTime(45), c.SetSpeakingTime(0), c.CloseList(0, "It is late"),
    c.RaisePointOfOrder("", PointKind.HEARING), c.RaisePointOfOrder("", PointKind.TIME),
    c.RequestFloor(Speaks.FOR, "nah"),
]  # fmt: skip
SIMPLE = st.sampled_from(ASKED)
# What is asked before the room opens, over and over; afterwards each of them is refused.
BEFORE: list[c.Command] = [
    c.Convene("R", "Otra", "Other", "", "", "UTC", NINE + timedelta(days=1), (), Rules()), c.Cancel("No room"),
    c.Reschedule(NINE + timedelta(hours=2), "Flood"), c.Reschedule(NINE + timedelta(minutes=5), "Early"),
    c.OpenLobby(), c.OpenLobby(), c.RecordNotHeld("Nobody came"), c.OpenSession(), c.OpenSession(),
]
OFFERED = st.sampled_from(sorted(SAMPLES))
PLAYED = {type(command) for command in (*ASKED, *BEFORE)}
NOT_YET = (Phase.PLANNED, Phase.LOBBY)
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
    st.builds(c.AgreeParagraph, PARAGRAPHS), st.builds(c.ReopenParagraph, PARAGRAPHS, st.just("A word")),
)  # fmt: skip
SUBJECTS = st.sampled_from(
    ["x1", "x1.a1", "x1.a2", "x1.a3", "x1.b1.keep", "x1.b1.delete", "x1.b2.1", "x1.d1.1", "x1.d1.2", "x2"]
)


NEVER_OFF_RECORD = (
    e.StatementNoted, e.AdoptionProposed, e.AgreementRecorded, e.ObjectionRaised, e.VotePut, e.VoteCast, e.BallotCast,
    e.ResultDeclared, e.ReservationEntered, e.SessionClosed, e.ItemConcluded, e.SlipCorrected, e.TemperatureTaken,
    e.PointOfOrderRaised, e.PointOfOrderRuled, e.RulingAppealed,
)  # fmt: skip


ENDS_A_QUESTION = (e.ProposalWithdrawn, e.AdoptedWithoutVote, e.VoteWithdrawn, e.ResultDeclared, e.TemperatureClosed)


def _has_words(event: e.Event) -> bool:
    """Whether an event still says something that somebody typed."""
    names = ("text", "reason", "outcome", "statement", "question", "now")
    return any(bool(getattr(event, name, "")) for name in names)


QUESTIONS = st.builds(
    c.PutToVote, st.just("Shall it be?"), st.sampled_from(Method), st.sampled_from(Majority), st.sampled_from(Base),
    agrees=st.booleans(), consensus=st.sampled_from(Sought), consensus_note=st.sampled_from(["", "It is urgent"]),
)  # fmt: skip
KINDS = st.sampled_from(MotionKind)
CASTS = st.builds(c.CastVote, st.sampled_from(Choice), first=st.booleans())


class AnyMeeting(TextInvariants):
    """People ask for anything at any time; time passes; lines come and go."""

    def __init__(self) -> None:
        super().__init__()
        self.stage = Stage(
            objection_seconds=40, seal_seconds=300, undo_seconds=15, budgets=True, motion_for=1,
            majority=Majority.ABSOLUTE, majority_whole=Majority.TWO_THIRDS, points=Points.MEMBERS,
            amendment_minutes=1, second_seconds=40, list_seconds=20,
        )  # fmt: skip
        self.stage.cast[VERA] = ("Vera Sanz", Role.EXPERT, Side.GUEST, False, False)
        self.snapshot: Room = self.stage.room

    @initialize(begun=st.sampled_from(["convened", "lobby", *["opened"] * 6]))
    def it_begins(self, begun: str) -> None:
        {"convened": self.stage.convened, "lobby": self.stage.lobby, "opened": self.stage.opened}[begun]()
        self.snapshot = self.stage.room

    def try_(self, by: str, command: c.Command, **how: object) -> None:
        assert type(command) in PLAYED, f"add one {type(command).__name__} to ASKED in {__name__}"
        with contextlib.suppress(Refused):
            self.stage.ask(by, command, **how)

    @precondition(lambda self: self.stage.room.phase in NOT_YET)
    @rule(by=st.sampled_from([ALBA, DORA, BRUNO]), command=st.sampled_from(BEFORE), minutes=st.sampled_from([0, 40]))
    def the_session_is_prepared(self, by: str, command: c.Command, minutes: int) -> None:
        self.stage.wait(60 * minutes)
        self.try_(by, command)

    @rule(seat=PEOPLE, word=st.sampled_from(["", "No letter"]))
    def somebody_knocks_and_perhaps_is_refused(self, seat: str, word: str) -> None:
        self.try_(seat, c.AskAdmission(self.stage.cast[seat][0], "Red"))
        self.try_(ALBA, c.RefuseAdmission(seat, self.stage.cast[seat][0], word))

    @rule(seat=PEOPLE)
    def somebody_disturbs(self, seat: str) -> None:
        self.try_(self.stage.room.presiding or DORA, c.Remove(seat, "Disturbs"))

    @rule(item=st.sampled_from(["i3", "i8", "i9"]), minutes=st.sampled_from([0, 1, 45, 601]))
    def an_item_is_added_and_another_takes_longer(self, item: str, minutes: int) -> None:
        self.try_(self.stage.room.presiding or ALBA, c.AddItem("Otro", "Another", minutes, "It came up"))
        self.try_(self.stage.room.presiding or ALBA, c.SetItemTime(item, minutes, "Slow"))

    @rule(by=PEOPLE, commands=st.lists(SIMPLE, min_size=1, max_size=4), seconds=st.integers(0, 25))
    def somebody_asks(self, by: str, commands: list[c.Command], seconds: int) -> None:
        self.stage.wait(seconds)
        for command in commands:
            self.try_(by, command)

    @rule(names=st.lists(OFFERED, min_size=3, max_size=8), seat=PEOPLE, seconds=st.integers(0, 15))
    def people_do_what_fits(self, names: list[str], seat: str, seconds: int) -> None:
        """What a control of the room would ask now, by whoever it is for."""
        for name in names:
            self.stage.wait(seconds)
            command = SAMPLES[name](self.stage.room, seat)
            if command is not None:
                self.try_(self.whose(command, seat), command)

    @rule()
    def the_room_takes_up_its_work(self) -> None:
        """Whatever keeps it from going on is dealt with: a break, a point of order, somebody who is not there."""
        self.stage.lost = set()
        for seat in self.stage.cast:
            with contextlib.suppress(Refused):
                self.stage.admit(seat)
        self.try_(ALBA, c.OpenLobby())
        self.stage.wait(3600 if self.stage.room.phase is Phase.LOBBY else 0)
        chair = self.stage.room.presiding or DORA
        pending = next((i.plan.id for i in self.stage.room.items if i.state == "pending"), "i3")
        for command in (
            c.OpenSession(), c.ReopenSession("Again"), c.Resume(), c.BackOnRecord(),
            c.RulePointOfOrder(True, "So ruled"), c.VerifyQuorum(),
            *([] if self.stage.room.current else [c.OpenItem(pending)]), c.OpenList(), c.OpenQuestions(),
        ):  # fmt: skip
            self.try_(chair, command)

    def whose(self, command: c.Command, seat: str) -> str:
        room = self.stage.room
        speaking = room.floor.speech.seat if room.floor.speech else ""
        chair = room.presiding or DORA
        return {
            May.CHAIR: chair, May.DESK: chair, May.STAND_IN: ELIAS, May.SECRETARIAT: ALBA, May.RELAY: ALBA,
            May.TONGUE: speaking or ALBA, May.SPEAKER: speaking or chair,
        }.get(TABLE[type(command)], seat)  # fmt: skip

    @rule(command=SIMPLE, seat=PEOPLE, via=st.sampled_from([Via.HALL, Via.PHONE, Via.WEB]))
    def the_secretariat_acts_for_somebody(self, command: c.Command, seat: str, via: Via) -> None:
        there = self.stage.room.seats.get(seat)
        own = there is not None and there.via is Via.WEB and seat not in self.stage.lost
        before = len(self.stage.log)
        self.try_(ALBA, command, on_behalf_of=seat, via=via)
        assert not (own or via is Via.WEB) or not any(x.on_behalf_of for x in self.stage.log[before:])

    @rule(item=ITEMS, seconds=st.integers(0, 25))
    def the_agenda_moves(self, item: str, seconds: int) -> None:
        self.stage.wait(seconds)
        self.try_(DORA, c.OpenItem(item))
        self.try_(self.stage.room.presiding, c.OpenList())

    @rule(item=ITEMS)
    def an_item_is_deferred_or_reopened(self, item: str) -> None:
        self.try_(self.stage.room.presiding, c.DeferItem(item, "No time"))
        self.try_(self.stage.room.presiding, c.ReopenItem(item, "Again"))

    @rule(item=ITEMS, circle=st.sampled_from(Circle))
    def an_item_is_reserved(self, item: str, circle: Circle) -> None:
        until = self.stage.now.date() + timedelta(days=30)
        self.try_(ALBA, c.ClassifyItem(item, circle, "Ground", "Article", "Risk", "Interest", "Least", until, "Told",
                                       reservable=True))  # fmt: skip

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
        before = self.stage.room.vote.choice_of(by) if self.stage.room.vote else None
        self.try_(ALBA if behalf else by, cast, **how)
        if cast.first and before and self.stage.room.vote:
            assert self.stage.room.vote.choice_of(by) is before
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

    @rule(seat=PEOPLE, put=st.sampled_from([None, c.ProposeAdoption("Words", Effect.BINDS), c.TakeTemperature("?")]))
    def somebody_is_removed(self, seat: str, put: c.Command | None) -> None:
        if put:
            self.try_(self.stage.room.presiding, c.OpenItem("i3"))
            self.try_(self.stage.room.presiding, put)
        self.try_(self.stage.room.presiding, c.Remove(seat, "Disturbs"))

    @rule()
    def somebody_comes_back_without_a_letter(self) -> None:
        name, role, side, votes, empowered = self.stage.cast[GAEL]
        self.try_(GAEL, c.Leave())
        self.try_(ALBA, c.Admit(GAEL, name, "", role, side, "Org", votes, empowered, Via.HALL, True))

    @rule(minutes=st.integers(0, 20), what=st.sampled_from([
        c.OpenItem("i3"), c.OpenItem("i4"), c.ConcludeItem("On paper"), c.RecordTurn(GAEL, 30, "On paper"),
        c.RecordPaperAgreement("Words on paper", Effect.BINDS),
        c.RecordPaperAgreement("x", Effect.BINDS, cut_off=(GAEL,)),
        c.RecordPaperVote("On paper?", Method.SHOW, in_favour=2, scrutineers=(BRUNO, ALBA), agrees=True),
        c.RecordPaperVote("Secret?", Method.SECRET, in_favour=3, against=1, scrutineers=(BRUNO, ELIAS)),
        c.RecordPaperVote("By name?", Method.ROLL_CALL, named=((BRUNO, Choice.FOR), (DORA, Choice.FOR)), agrees=True),
    ]))  # fmt: skip
    def something_was_done_on_paper(self, minutes: int, what: c.Command) -> None:
        then = self.stage.now - timedelta(minutes=minutes)
        self.try_(self.stage.room.presiding, what, happened_at=then, via=Via.PAPER)

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
    def nothing_of_substance_is_put_upon_a_late_paper_nor_amended_after_the_term(self) -> None:
        late, closed, gone = set(), set(), undone(self.stage.log)
        for event in (x.event for x in self.stage.log if x.seq not in gone):
            if isinstance(event, e.PaperTabled) and event.late:
                late.add((event.item, event.paper))
            if isinstance(event, e.CirculationWaived):
                late.discard((event.item, event.paper))
            if isinstance(event, e.AdoptionProposed | e.TextPresented) or (
                isinstance(event, e.VotePut) and not event.motion
            ):
                assert event.item not in {item for item, _paper in late}
            if isinstance(event, e.AmendmentsClosed):
                closed.add(event.text)
            if isinstance(event, e.DeadlineWaived):
                closed.discard(event.text)
            if isinstance(event, e.AmendmentSubmitted):
                assert event.amendment.partition(".")[0] not in closed

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
    def no_question_is_put_with_less_than_the_rules_ask(self) -> None:
        for put in (x.event for x in self.stage.log if isinstance(x.event, e.VotePut) and not x.event.motion):
            least = majorities.least(self.stage.room.rules, whole=agrees(put.about))
            assert least is not None
            assert majorities.asks_enough(put.majority, put.base, least)
            assert put.consensus_note or put.consensus is not Sought.NOT_SOUGHT

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
    def the_agenda_keeps_every_item_once_and_its_ends(self) -> None:
        items = self.stage.room.items
        assert len({i.plan.id for i in items}) == len(items)
        assert [items[0].plan.kind, *(i.plan.kind for i in items[-2:])] == ["attendance", "reading", "closing"]
        if self.stage.room.order.adopted_at:
            live = [x.event for x in self.stage.log if x.seq not in undone(self.stage.log)]
            after = live[[isinstance(x, e.AgendaAdopted) for x in live].index(True) :]
            assert all(x.reason and x.adopted for x in after if isinstance(x, e.AgendaAmended))

    @invariant()
    def what_was_agreed_without_powers_in_the_room_is_ad_referendum(self) -> None:
        empowered: dict[str, bool] = {}
        gone = undone(self.stage.log)
        for event in (x.event for x in self.stage.log if x.seq not in gone):
            if isinstance(event, e.PersonAdmitted | e.CredentialsRecorded):
                empowered[event.seat] = event.empowered
            if isinstance(event, e.CredentialsWithdrawn | e.PersonLeft | e.PersonRemoved):
                empowered[event.seat] = False
            if isinstance(event, e.AgreementRecorded) and event.proposal and not any(empowered.values()):
                assert event.ad_referendum

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
    def whoever_waits_for_a_letter_neither_votes_nor_is_in_an_electorate(self) -> None:
        room = self.stage.room
        assert all(s.provisional and not s.votes for s in room.seats.values() if s.vote_awaits)
        gone, waits = undone(self.stage.log), set[str]()
        for event in (x.event for x in self.stage.log if x.seq not in gone):
            if isinstance(event, e.PersonAdmitted):
                waits = waits | {event.seat} if event.vote_awaits else waits - {event.seat}
            if isinstance(event, e.AccreditationConfirmed):
                waits = waits - {event.seat}
            if isinstance(event, e.VotePut):
                assert not waits & set(event.electorate)

    @invariant()
    def items_and_decisions_follow_each_other_by_the_hour_too(self) -> None:
        gone, at = undone(self.stage.log), None
        for entry in (x for x in self.stage.log if x.seq not in gone):
            if isinstance(entry.event, e.ItemOpened | e.ItemConcluded | e.VotePut | e.AdoptionProposed):
                assert at is None or entry.at >= at
            if isinstance(entry.event, e.ItemOpened | e.ItemConcluded):
                at = entry.at
        assert all(i.watch.used >= timedelta() for i in self.stage.room.items)

    @invariant()
    def outside_its_circle_a_room_is_folded_that_holds_nothing_a_reserve_keeps(self) -> None:
        room = self.stage.room
        for circle in (None, Circle.MEMBERS):
            hidden = hidden_from(room, circle, self.stage.now)
            seen = veil(self.stage.log, room, hidden)
            if not hidden:
                assert seen == room
            kept = kept_entries(room, hidden)
            assert not any(x.seq in kept for x in heard(self.stage.log, room, hidden) if _has_words(x.event))
            assert {s: p.present for s, p in seen.seats.items()} == {s: p.present for s, p in room.seats.items()}
            assert [i.state for i in seen.items] == [i.state for i in room.items]
            assert [a.id for a in seen.agreements] == [a.id for a in room.agreements]
            assert (seen.phase, seen.presiding, seen.current) == (room.phase, room.presiding, room.current)
            half = veil(self.stage.log[: room.seq // 2], room, hidden)
            if not reaches_before(room.seq // 2, self.stage.log[room.seq // 2 :]):
                start = replace(half, seq=room.seq // 2)
                assert veil(self.stage.log[room.seq // 2 :], room, hidden, start) == seen

    @invariant()
    def nothing_is_decided_nor_noted_off_the_record(self) -> None:
        off, gone = False, undone(self.stage.log)
        for entry in (x for x in self.stage.log if x.seq not in gone):
            off = isinstance(entry.event, e.WentOffRecord) or (off and not isinstance(entry.event, e.CameOnRecord))
            if off:
                assert not isinstance(entry.event, NEVER_OFF_RECORD)

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
    def nobody_of_a_frozen_electorate_is_removed_and_nobody_else_objects(self) -> None:
        gone, electorate = undone(self.stage.log), frozenset[str]()
        for event in (x.event for x in self.stage.log if x.seq not in gone):
            if isinstance(event, e.AdoptionProposed | e.VotePut | e.TemperatureTaken):
                electorate = frozenset(event.electorate)
                assert electorate
            if isinstance(event, ENDS_A_QUESTION):
                electorate = frozenset()
            if isinstance(event, e.PersonRemoved):
                assert event.seat not in electorate
            if isinstance(event, e.ObjectionRaised | e.StoodAside):
                assert event.seat in electorate

    @invariant()
    def a_session_cancelled_or_not_held_has_nothing_after_it(self) -> None:
        ends = [x.seq for x in self.stage.log if isinstance(x.event, e.SessionCancelled | e.SessionNotHeld)]
        assert ends in ([], [len(self.stage.log)])
        assert not ends or self.stage.room.phase in (Phase.CANCELLED, Phase.NOT_HELD)

    @invariant()
    def nobody_is_in_the_room_and_at_its_door_and_whoever_went_holds_nothing(self) -> None:
        room = self.stage.room
        here = {s.id for s in room.present()}
        assert not here & set(room.waiting)
        assert {r.seat for r in room.floor.requests} <= here
        assert all(room.seats[seat].left for seat in room.seats if seat not in here)
        assert room.presiding in here or room.phase not in (Phase.OPEN, Phase.SUSPENDED)

    @invariant()
    def every_item_has_its_time_and_every_paper_its_item(self) -> None:
        room = self.stage.room
        assert all(1 <= i.plan.minutes <= 600 for i in room.items)
        assert all(i.plan.title_es or i.plan.title_en for i in room.items)
        assert all(not p.item or room.item(p.item) for p in room.papers)
        gone = undone(self.stage.log)
        live = [x.event for x in self.stage.log if x.seq not in gone]
        assert len(room.items) == len(SKELETON) + sum(isinstance(x, e.ItemAdded) for x in live)
        assert len(room.papers) == sum(isinstance(x, e.PaperTabled) for x in live)

    @invariant()
    def the_log_is_gapless(self) -> None:
        assert [x.seq for x in self.stage.log] == list(range(1, len(self.stage.log) + 1))


AnyMeeting.TestCase.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
TestAnyMeeting = AnyMeeting.TestCase


def test_every_command_is_asked_in_any_meeting() -> None:
    missing = sorted(kind.__name__ for kind in RULES if kind not in PLAYED)
    assert not missing, (
        f"No random meeting ever asks {', '.join(missing)}. For each add one instance to the list ASKED in"
        " tests/sessions/core/test_any_meeting.py (to BEFORE, if it can be done only before the session opens), and a"
        " rule and an invariant of the machine where something must hold."
    )
