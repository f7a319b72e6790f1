"""Every reason for which a room says no is shown once: with its code, its words and its rule; and nothing changes.

Rows stand beside their subject, in the table `VIOLATED` of its file; here are those of what came first.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import translation

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.refusals import Code, Refused
from sessions.core.ruleset import Rules
from sessions.core.terms import (
    AmendmentKind,
    Choice,
    Circle,
    Effect,
    ItemKind,
    Lift,
    Majority,
    Method,
    MotionKind,
    Points,
    Side,
    Slip,
    Speaks,
    Stance,
    TextKind,
    Via,
)
from sessions.wording.refusals import worded
from tests.sessions.core.stage import ALBA, BRUNO, CAST, DORA, ELIAS, FATIMA, GAEL, NINE, Stage
from tests.sessions.core.test_hall import hall
from tests.sessions.core.test_paper import SLIP, after_the_failure, entered
from tests.sessions.core.test_reserves import TODAY, reserve, reserved
from tests.sessions.core.test_text import ADD, DELETE, REPLACE, amended, in_silence, tabled
from tests.sessions.core.violated import How, Violation, tables

HUGO = "7"

# What no room on paper can refuse: where it is refused instead, and the test that shows it.
ELSEWHERE = {Code.KEY_USED: "by the desk, which alone knows keys: tests/sessions/test_act_leaks.py"}

Begun = Callable[[], Stage]
Row = tuple[Begun, str, c.Command, Code] | tuple[Begun, str, c.Command, Code, How]
Step = tuple[str, c.Command] | int


def under(**rules: object) -> Begun:
    """A room under these rules, an item open."""
    return lambda: Stage(**rules).at_item()


def by_telephone(seat: str) -> Stage:
    """Somebody takes part by telephone; the list is open."""
    return Stage().listing().comes(seat, Via.PHONE)


def gone() -> Stage:
    """Gael, by telephone, left five minutes ago; it was entered now."""
    stage = by_telephone(GAEL).wait(600)
    stage.ask(ALBA, c.Leave(), on_behalf_of=GAEL, via=Via.PAPER, happened_at=stage.now - timedelta(minutes=5))
    return stage


def late() -> Stage:
    """Hugo, a member, comes in while words are before the room."""
    stage = Stage(objection_seconds=60)
    stage.cast[HUGO] = ("Hugo Sanz", *stage.cast[GAEL][1:])
    stage.at_item("i3", ALBA, DORA, BRUNO, ELIAS, FATIMA, GAEL)
    stage.ask(DORA, c.ProposeAdoption("Words", Effect.BINDS))
    stage.admit(HUGO)
    return stage


def granted() -> Stage:
    """Elías was granted a reply to a turn of Bruno, and has not given it."""
    stage = Stage().listing()
    for by, command in (
        (BRUNO, c.RequestFloor()), (DORA, c.GiveFloor()), (BRUNO, c.EndSpeech()),
        (ELIAS, c.AskReply("t1", "He named us")), (DORA, c.GrantReply("y1")),
    ):  # fmt: skip
        stage.ask(by, command)
    return stage


def after(*steps: Step, begun: Begun = lambda: Stage().listing()) -> Begun:
    """A room in which this was done; a number lets so many seconds pass. Item i3 is open, and its list."""

    def made() -> Stage:
        stage = begun()
        for step in steps:
            if isinstance(step, int):
                stage.wait(step)
            else:
                stage.ask(*step)
        return stage

    return made


def with_(begun: Begun, change: Callable[[Stage], object]) -> Begun:
    """The room, changed by something that is no act."""

    def made() -> Stage:
        stage = begun()
        change(stage)
        return stage

    return made


def admission(seat: str, **other: object) -> c.Admit:
    name, role, side, votes, empowered = CAST[seat]
    return replace(c.Admit(seat, name, "", role, side, "Org", votes, empowered), **other)  # type: ignore[arg-type]


def about(what: str) -> c.ProposeAdoption:
    return c.ProposeAdoption("", Effect.BINDS, about=what)


def ago(minutes: int, **other: object) -> How:
    return lambda stage: {"happened_at": stage.now - timedelta(minutes=minutes), "via": Via.PAPER, **other}


# --- The session, the door, the agenda, the floor ------------------------------------------------------------
CONVENE = c.Convene(
    "R", "Sesión", "Session", "", "", "UTC", NINE + timedelta(hours=1),
    (e.ItemPlan("i1", ItemKind.SUBJECT, "x", "", 5),), Rules(),
)  # fmt: skip
sitting = after()
opened = after(begun=lambda: Stage().opened())
WORDS_PUT = (DORA, c.ProposeAdoption("Words", Effect.BINDS))
SPEAKS = ((BRUNO, c.RequestFloor()), (DORA, c.GiveFloor()))
agreed = after(WORDS_PUT, 200)
MEETING: list[Row] = [
    (lambda: Stage().convened(), ALBA, CONVENE, Code.ALREADY_CONVENED),
    (Stage, ALBA, replace(CONVENE, items=()), Code.NO_AGENDA),
    (lambda: Stage().lobby(ALBA, DORA, BRUNO, ELIAS), DORA, c.OpenSession(), Code.TOO_EARLY),
    (lambda: Stage(quorum_over_percent=0).lobby(ALBA, BRUNO), ALBA, c.OpenSession(), Code.NO_CHAIR),
    (lambda: Stage().lobby(ALBA, DORA, BRUNO), DORA, c.OpenSession(), Code.NO_QUORUM),
    (lambda: Stage(quorum_over_percent=0).lobby(ALBA, DORA, ELIAS), DORA, c.OpenSession(), Code.ONE_SIDE_EMPTY),
    (lambda: Stage().lobby().wait(3600), DORA, c.RecordNotHeld("Nobody came"), Code.QUORUM_MET),
    (lambda: Stage().opened(), ELIAS, c.TakeChair("I would rather preside"), Code.CHAIR_PRESENT),
    (lambda: Stage().opened(), DORA, c.Leave(), Code.CHAIR_LEAVING),
    (after((BRUNO, c.AskQuorum())), GAEL, c.AskQuorum(), Code.QUORUM_ASKED),
    (opened, BRUNO, c.AskAdmission("Bruno Luna", "Red"), Code.ALREADY_ADMITTED),
    (opened, ALBA, admission(BRUNO), Code.ALREADY_ADMITTED),
    (opened, ALBA, c.RefuseAdmission(BRUNO, "Bruno Luna", "Not accredited"), Code.ALREADY_ADMITTED),
    (after((ALBA, c.OpenLobby()), (BRUNO, c.AskAdmission("Bruno", "")), begun=lambda: Stage().convened()),
     BRUNO, c.AskAdmission("Bruno", ""), Code.ALREADY_WAITING),
    (lambda: Stage().lobby(ALBA), ALBA, admission(DORA, provisional=True), Code.NEVER_PROVISIONAL),
    (sitting, DORA, c.ReopenItem("i3", "Again"), Code.ITEM_NOT_CLOSED),
    (opened, DORA, c.AdoptAgenda(), Code.AGENDA_NOT_REACHED),
    (after((DORA, c.AdoptAgenda())), DORA, c.AdoptAgenda(), Code.AGENDA_ADOPTED),
    (sitting, DORA, c.OpenList(), Code.LIST_OPEN),
    (lambda: Stage().at_item(), BRUNO, c.RequestFloor(), Code.LIST_CLOSED),
    (after((BRUNO, c.RequestFloor())), BRUNO, c.RequestFloor(), Code.ALREADY_LISTED),
    (sitting, BRUNO, c.WithdrawRequest(), Code.NOT_LISTED),
    (after((BRUNO, c.RequestFloor()), (GAEL, c.RequestFloor())), DORA, c.GiveFloor("r2"), Code.OUT_OF_TURN),
    (after(*SPEAKS, (DORA, c.PauseSpeech())), DORA, c.PauseSpeech(), Code.CLOCK_STANDS),
    (after(*SPEAKS), DORA, c.ResumeSpeech(), Code.CLOCK_RUNS),
    (sitting, DORA, c.RulePointOfOrder(True, "So ruled"), Code.NO_POINT_PENDING),
    (sitting, ALBA, c.CorrectSlip(Slip.RULING, "o1", "So ruled", "Slip"), Code.NO_POINT_PENDING),
    (after((DORA, c.SetBudget("i3", Side.CIVIL, 1)), *SPEAKS, 61, (BRUNO, c.EndSpeech()), (GAEL, c.RequestFloor()),
           begun=lambda: Stage(budgets=True).listing()), DORA, c.GiveFloor(), Code.OVER_BUDGET),
    (after((DORA, c.OpenList()), (BRUNO, c.RequestFloor()), begun=lambda: Stage().at_item()),
     DORA, c.Undo(), Code.BUILT_UPON),
    (after(*SPEAKS, 16), DORA, c.Undo(), Code.TOO_LATE),
    (sitting, BRUNO, c.Undo(), Code.NOTHING_TO_UNDO),
    (after(600), DORA, c.OpenList(), Code.NOT_CATCH_UP, ago(5)),
    (gone, ALBA, admission(GAEL), Code.OUT_OF_ORDER, ago(6)),
    (with_(after_the_failure, lambda s: entered(s, SLIP, ago=10)), ALBA, c.ConcludeItem(), Code.TOO_SOON, ago(11)),
]  # fmt: skip


# --- Words for adoption, votes, motions ----------------------------------------------------------------------
PUT = c.PutToVote("Shall it?", Method.ROLL_CALL)
SECRET, HANDS = replace(PUT, method=Method.SECRET), replace(PUT, method=Method.SHOW)
FOR, AGAINST = c.CastVote(Choice.FOR), c.CastVote(Choice.AGAINST)
counted = after((DORA, HANDS), (BRUNO, FOR), (DORA, c.CloseVote()))
CLOSURE = c.MoveProcedural(MotionKind.CLOSURE, "Enough")
MOVED = (BRUNO, CLOSURE)
DECIDING: list[Row] = [
    (sitting, BRUNO, c.Object("No"), Code.NO_PROPOSAL),
    (after(WORDS_PUT, (BRUNO, c.Object("No"))), BRUNO, c.Object("No"), Code.ALREADY_OBJECTED),
    (after(WORDS_PUT), BRUNO, c.WithdrawObjection(), Code.NOT_OBJECTED),
    (after(WORDS_PUT, (BRUNO, c.StandAside())), BRUNO, c.StandAside(), Code.ALREADY_ASIDE),
    (agreed, GAEL, c.ObjectLate("A1", "Cut off"), Code.NOT_CUT_OFF),
    (after((BRUNO, c.EnterReservation("A1", "We differ")), begun=agreed), BRUNO, c.EnterReservation("A1", "Still"),
     Code.ALREADY_RESERVED),
    (after((DORA, c.ReadAgreement("A1")), begun=agreed), DORA, c.ReadAgreement("A1"), Code.ALREADY_READ),
    (agreed, DORA, c.CloseSession(), Code.AGREEMENTS_UNREAD),
    (after((BRUNO, c.ExplainPosition("A1", "As we read it")), begun=agreed), BRUNO, c.ExplainPosition("A1", "More"),
     Code.ALREADY_SAID),
    (after((BRUNO, c.ExplainPosition("A1", "In short", follows=True)), begun=agreed), BRUNO,
     c.Dissociate("A1", "In short", follows=True), Code.TEXT_AWAITED),
    (agreed, BRUNO, c.HandInText("A1", "In full"), Code.NO_TEXT_AWAITED),
    (after((ALBA, c.RecordCredentials(ELIAS, True, "To agree"))), ALBA, c.RecordCredentials(ELIAS, True, "To agree"),
     Code.ALREADY_SHOWN),
    (after((DORA, PUT)), DORA, c.DeclareResult(True), Code.VOTE_NOT_CLOSED),
    (counted, GAEL, FOR, Code.VOTE_CLOSED),
    (sitting, BRUNO, c.ExplainVote("v1", "Because"), Code.UNKNOWN_VOTE),
    (after((DORA, SECRET), (BRUNO, FOR)), BRUNO, AGAINST, Code.ALREADY_VOTED),
    (after((DORA, SECRET), begun=lambda: _in_the_hall(GAEL)), ALBA, FOR, Code.BY_ONESELF,
     {"on_behalf_of": GAEL, "via": Via.HALL}),
    (after((DORA, PUT)), ALBA, FOR, Code.OWN_DEVICE, {"on_behalf_of": BRUNO, "via": Via.PHONE}),
    (after((DORA, HANDS)), ALBA, c.CountHall(1, 0, 0), Code.NO_HALL),
    (after((ALBA, c.CountHall(1, 0, 0)), begun=lambda: hall(GAEL)), GAEL, FOR, Code.HALL_COUNTED),
    (after((ALBA, c.CountHall(1, 0, 0)), begun=lambda: hall(GAEL)), DORA, c.CloseVote(), Code.HALL_UNSETTLED),
    (after((ALBA, c.CountHall(1, 0, 0)), begun=lambda: hall(GAEL)), ALBA, c.CountHall(1, 0, 0), Code.ALREADY_COUNTED),
    (with_(after((DORA, SECRET), (BRUNO, FOR)), lambda s: s.urn.update({("v1", "", Choice.FOR): 1})), DORA,
     c.CloseVote(), Code.URN_DIFFERS),
    (counted, DORA, c.DeclareResult(False), Code.DECLARED_OTHERWISE),
    (after((DORA, c.DeclareResult(True)), (BRUNO, c.ExplainVote("v1", "Because")), begun=counted), BRUNO,
     c.ExplainVote("v1", "And"), Code.ALREADY_EXPLAINED),
    (after((BRUNO, c.RequestRecount("Miscounted")), (DORA, c.CloseVote()), begun=counted), BRUNO,
     c.RequestRecount("Miscounted"), Code.ALREADY_RECOUNTED),
    (after((DORA, SECRET)), BRUNO, c.RequestRecount("Miscounted"), Code.RECOUNT_SECRET),
    (sitting, DORA, c.CloseTemperature(), Code.NO_TEMPERATURE),
    (after((DORA, c.TakeTemperature("So?")), (BRUNO, c.ShowTemperature(Stance.AGREE))), BRUNO,
     c.ShowTemperature(Stance.CANNOT), Code.ALREADY_ANSWERED),
    (after(MOVED, (BRUNO, c.WithdrawMotion())), *MOVED, Code.MOVED_BEFORE),
    (after(MOVED, (ELIAS, c.SpeakOnMotion(Speaks.AGAINST))), DORA, replace(HANDS, motion="m1"), Code.SPEAKERS_WAIT),
    (after(MOVED, (ELIAS, c.SpeakOnMotion(Speaks.AGAINST))), DORA, c.CarryMotion(), Code.OPPOSED),
    (after(MOVED, (DORA, c.CarryMotion())), DORA, c.OpenList(), Code.DEBATE_CLOSED),
    (after((GAEL, c.MoveReconsider("A1", "News")), (DORA, replace(HANDS, motion="m1")), (BRUNO, FOR), (ELIAS, FOR),
           (DORA, c.CloseVote()), (DORA, c.DeclareResult(True)), begun=agreed), DORA,
     c.SupersedeAgreement("A1", "A1"), Code.NOT_LATER),
    (after((DORA, c.OpenQuestions()), (BRUNO, c.AskQuestion("When?")),
           begun=lambda: Stage(questions_waiting=1).listing()), BRUNO, c.AskQuestion("Who?"), Code.TOO_MANY_WAITING),
    (after((DORA, c.OpenQuestions()), (BRUNO, c.AskQuestion("When?")), (ALBA, c.ApproveQuestion("q1")),
           (DORA, c.OpenItem("i4")), (DORA, c.OpenQuestions()), (BRUNO, c.AskQuestion("Who?"))), ALBA,
     c.MergeQuestion("q2", "q1"), Code.OTHER_ITEM),
]  # fmt: skip


def _in_the_hall(seat: str) -> Stage:
    stage = Stage().listing()
    stage.ask(seat, c.Leave())
    stage.admit(seat, Via.HALL)
    return stage


# --- Off the record, reserves --------------------------------------------------------------------------------
OFF = (DORA, c.GoOffRecord("Why"))
RESERVES: list[Row] = [
    (lambda: Stage(off_record=False).at_item(), *OFF, Code.NEVER_OFF_RECORD),
    (after(OFF), *OFF, Code.ALREADY_OFF_RECORD),
    (after(OFF), *WORDS_PUT, Code.OFF_RECORD),
    (sitting, DORA, c.BackOnRecord(), Code.ON_RECORD),
    (after((ALBA, c.ConfirmReserve("i3", "CT/1", TODAY)), begun=reserved), ALBA,
     c.ConfirmReserve("i3", "CT/2", TODAY), Code.ALREADY_CONFIRMED),
    (lambda: reserved(Circle.CLOSED, BRUNO), GAEL, c.RequestFloor(), Code.NOT_CLEARED),
    (lambda: reserved(Circle.CLOSED, BRUNO), *WORDS_PUT, Code.VOTERS_NOT_CLEARED),
    (lambda: reserved(Circle.CLOSED, BRUNO), DORA, c.HandOverChair(ELIAS), Code.CHAIR_NOT_CLEARED),
]  # fmt: skip


# --- The text on the table -----------------------------------------------------------------------------------
def deleted() -> Stage:
    return in_silence(amended(DELETE, ""), "x1.a1")


def all_deleted() -> Stage:
    stage = tabled()
    for number in (1, 2, 3):
        amended(DELETE, "", number=number, stage=stage)
        in_silence(stage, f"x1.a{number}")
    return stage


def rivals(ordered: bool = True) -> Stage:
    stage = amended()
    amended(DELETE, "", by=GAEL, stage=stage)
    if ordered:
        stage.ask(DORA, c.OrderAmendments())
    return stage


def bracketed(*placers: str) -> Begun:
    place = c.PlaceBracket("x1.2", 1, "their review", placers=placers, unattributed=not placers)
    return after((DORA, place), begun=tabled)


def divided(granted: bool = False) -> Stage:
    stage = amended(ADD, "They are free. They name people.")
    stage.ask(GAEL, c.MoveDivision("x1.a1", ("They are free.", "They name people.")))
    if granted:
        stage.ask(DORA, c.RuleDivision("x1.d1", True, ""))
    return stage


EDIT = c.EditParagraph("x1.2", 1, "Nobody takes part.")
LIFT = c.LiftBracket("x1.b1", Lift.KEEP)
CONSENT = c.ConsentToLift("x1.b1", Lift.KEEP)
UPON_TEXT: list[Row] = [
    (sitting, DORA, EDIT, Code.NO_TEXT),
    (lambda: in_silence(tabled(), "x1"), DORA, EDIT, Code.TEXT_ADOPTED),
    (after((DORA, about("x1.a1")), begun=amended), DORA, EDIT, Code.TEXT_DECIDED_NOW),
    (all_deleted, DORA, about("x1"), Code.TEXT_EMPTY),
    (deleted, BRUNO, c.SubmitAmendment("x1.3", 2, REPLACE, "Again."), Code.PARAGRAPH_DELETED),
    (after((DORA, c.AgreeParagraph("x1.2")), begun=tabled), DORA, EDIT, Code.PARAGRAPH_AGREED),
    (deleted, GAEL, c.CoSponsor("x1.a1"), Code.AMENDMENT_ENDED),
    (after((DORA, c.EditParagraph("x1.3", 1, "None.")), begun=amended), DORA, about("x1.a1"),
     Code.AMENDMENT_OUTDATED),
    (amended, DORA, about("x1"), Code.AMENDMENTS_OPEN),
    (tabled, FATIMA, c.SubmitAmendment("x1.1", 1, AmendmentKind.DELETE), Code.SPONSOR_NEEDED),
    (amended, BRUNO, c.CoSponsor("x1.a1"), Code.ALREADY_SPONSOR),
    (tabled, DORA, c.OrderAmendments(), Code.NO_AMENDMENTS),
    (lambda: rivals(ordered=False), DORA, about("x1.a1"), Code.ORDER_NEEDED),
    (rivals, DORA, about("x1.a1"), Code.NOT_NEXT),
    (divided, DORA, about("x1.a1"), Code.DIVISION_OPEN),
    (lambda: divided(granted=True), DORA, about("x1.d1.2"), Code.NO_DIVISION),
    (bracketed(BRUNO), DORA, about("x1"), Code.BRACKETS_OPEN),
    (after((BRUNO, LIFT), begun=bracketed(BRUNO)), BRUNO, LIFT, Code.BRACKET_LIFTED),
    (bracketed(BRUNO), DORA, EDIT, Code.BRACKET_BROKEN),
    (bracketed(BRUNO), GAEL, c.PlaceBracket("x1.2", 1, "in their"), Code.BRACKETS_OVERLAP),
    (tabled, BRUNO, c.PlaceBracket("x1.1", 1, "not there"), Code.QUOTE_NOT_FOUND),
    (tabled, BRUNO, c.PlaceBracket("x1.1", 1, "e"), Code.QUOTE_TWICE),
    (tabled, DORA, c.PlaceBracket("x1.1", 1), Code.PLACERS_OR_NONE),
    (bracketed(BRUNO), GAEL, CONSENT, Code.NOT_PLACER),
    (after((BRUNO, CONSENT), begun=bracketed(BRUNO, GAEL)), BRUNO, CONSENT, Code.ALREADY_CONSENTED),
    (bracketed(BRUNO, GAEL), BRUNO, LIFT, Code.CONSENT_MISSING),
    (bracketed(), BRUNO, LIFT, Code.DECISION_NEEDED),
]  # fmt: skip

ASK = "Is it published?"
TOGETHER: list[Row] = [
    (after((DORA, c.ProposeAdoption("Words", Effect.BINDS))), DORA, c.Remove(BRUNO, "Disturbs"), Code.ELECTOR),
    (late, HUGO, c.Object("I was not asked"), Code.CAME_LATER), (late, HUGO, c.StandAside("Not us"), Code.CAME_LATER),
    (lambda: by_telephone(GAEL), ALBA, c.RequestFloor(), Code.HOW_TOLD, {"on_behalf_of": GAEL, "via": Via.WEB}),
    (granted, DORA, c.ConcludeItem("Heard"), Code.REPLY_OWED), (granted, DORA, c.CloseSession(), Code.REPLY_OWED),
    (after(), BRUNO, c.RequestFloor(item="i4"), Code.ITEM_CHANGED),
    (lambda: Stage().at_item("i1"), DORA, c.DeferItem("i4", "Later", "MEC-2026-002-S2"), Code.OTHER_SERIES),
    (under(majority=Majority.TWO_THIRDS), DORA, c.PutToVote(ASK, Method.SHOW, Majority.SIMPLE),
     Code.MAJORITY_TOO_LOW),
    (under(majority=Majority.CONSENSUS), DORA, c.PutToVote(ASK, Method.SHOW), Code.CONSENSUS_ONLY),
    (under(methods=(Method.SHOW,)), DORA, c.PutToVote(ASK, Method.SECRET), Code.METHOD_NOT_ALLOWED),
    (under(consensus_first=True), DORA, c.PutToVote(ASK, Method.SHOW), Code.CONSENSUS_UNTOLD),
    (under(observers_speak=True, points=Points.MEMBERS), FATIMA, c.RaisePointOfOrder(), Code.MEMBERS_RAISE),
    (after((DORA, c.PutToVote(ASK, Method.SECRET))), BRUNO, c.ExplainVote("v1", "We"), Code.VOTING_NOW),
    (after((BRUNO, c.MoveProcedural(MotionKind.SUSPENSION, "To talk")),
           (DORA, c.PutToVote("Shall it?", Method.SHOW, motion="m1"))),
     BRUNO, c.ExplainVote("v1", "We"), Code.OWN_PROPOSAL),
    (with_(under(vote_seconds=30), lambda s: s.ask(DORA, c.PutToVote(ASK, Method.SHOW))), DORA,
     c.CloseVote(), Code.VOTE_TOO_SHORT),
    (after((DORA, c.PresentText(TextKind.CHAIR, "Text", ("One.",))), begun=under(amendment_minutes=10)), DORA,
     c.ProposeAdoption("", Effect.BINDS, about="x1"), Code.TERM_RUNS),
    (lambda: Stage().opened(), ALBA, replace(reserve(), reservable=False), Code.NOT_DECLARED),
]  # fmt: skip

VIOLATED: list[Row] = [*MEETING, *DECIDING, *RESERVES, *UPON_TEXT, *TOGETHER]
TABLES = tables()


@pytest.mark.parametrize("table", TABLES)
def test_each_precondition_violated_once_is_refused_with_code_reason_and_rule_and_changes_nothing(table: str) -> None:
    assert [f"{row}: {wrong}" for row in TABLES[table] if (wrong := whats_wrong(row))] == []


def whats_wrong(row: Violation) -> str:
    """Why this row does not show its refusal; "" if it does."""
    stage = row.made()
    stage.wait(0)
    before, written = stage.room, len(stage.log)
    try:
        row.ask(stage)
    except Refused as refusal:
        if refusal.code is not row.code:
            return f"refused with {refusal.code.name} instead"
        with translation.override("en"):
            said = worded(refusal)
        if not (said.message and said.rule and said.advice) or "…" in said.message or "%(" in said.message:
            return f"the reason, the rule or the way out is not said: {said.message}"
        return "" if (stage.room, len(stage.log)) == (before, written) else "something changed"
    return "nothing is refused"


def test_every_reason_there_is_stands_in_a_table_of_violations() -> None:
    shown = {row.code for rows in TABLES.values() for row in rows}
    missing = [code.name for code in Code if code not in shown and code not in ELSEWHERE]
    assert not missing, (
        f"Nothing shows that the room refuses with {', '.join(missing)}. For each add one row, (a function that makes"
        " the room, who asks, the command, the code), to the list VIOLATED in tests/sessions/core/test_<subject>.py;"
        " a new file of that folder with such a list is found by itself (tests/sessions/core/violated.py)."
    )
    assert not shown & set(ELSEWHERE), "shown on paper after all: take it out of ELSEWHERE"
