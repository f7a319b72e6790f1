"""What is offered is what would not be refused: by the state of the room, and by who asks."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from sessions import flags
from sessions.acts import ACTS
from sessions.core import commands as c
from sessions.core.decide import decide
from sessions.core.refusals import Code, Refused
from sessions.core.reserves import NEVER
from sessions.core.rules import replies
from sessions.core.rules.amending import FIXED, UNTREATED
from sessions.core.rules.experts import to_invite
from sessions.core.rules.motions import PROCEDURAL, goes_before
from sessions.core.rules.people import removable
from sessions.core.rules.questions import UNSETTLED
from sessions.core.rules.votes import unexplainable
from sessions.core.rules.waiving import late_papers
from sessions.core.state import Item, Room
from sessions.core.terms import (
    AgendaChange,
    Choice,
    Circle,
    Effect,
    ItemState,
    Method,
    MotionKind,
    QuestionState,
    ReplyState,
    Role,
    Side,
    Slip,
    Speaks,
    Stance,
    Via,
)
from tests.sessions.core.stage import ALBA, BRUNO, CAST, DORA, ELIAS, FATIMA, GAEL, NINE, Stage
from tests.sessions.core.test_reserves import TODAY, reserve
from tests.sessions.text_samples import TEXT_SAMPLES, text_meeting

# Grounds that no word of the room can tell: who is connected, the instant, what was chosen in the form.
OTHER_GROUNDS = {
    Code.VOTE_TOO_SHORT, Code.TERM_RUNS, Code.OWN_DEVICE,
    Code.NO_QUORUM, Code.QUORUM_MET, Code.CHAIR_PRESENT, Code.TOO_LATE, Code.NOTHING_TO_UNDO, Code.BUILT_UPON,
    Code.ALREADY_RESERVED, Code.TOO_EARLY, Code.URN_DIFFERS, Code.ALREADY_COUNTED, Code.MOVED_BEFORE,
    Code.OFF_RECORD, Code.CONSENT_MISSING,
    Code.ALREADY_SAID, Code.ALREADY_SHOWN, Code.STANDS_THERE,
    Code.REPLY_ASKED, Code.REPLIES_USED, Code.ALREADY_MARKED,
    Code.DECISION_NEEDED, Code.SPONSOR_NEEDED, Code.ALREADY_CONSENTED,
}  # fmt: skip
# Whoever has the floor stays while a point of order stops them.
BY_PERSON = {("leave", Code.POINT_PENDING), ("remove", Code.POINT_PENDING)}
PERSONAL = {Code.NOT_YOURS, Code.NOT_ADMITTED, Code.ALREADY_LISTED, Code.ALREADY_OBJECTED, Code.NOT_OBJECTED,
            Code.ALREADY_ASIDE, Code.NOT_CUT_OFF, Code.ALREADY_ADMITTED, Code.NOT_LISTED, Code.NOT_IN_ELECTORATE,
            Code.ALREADY_VOTED, Code.OWN_DEVICE, Code.HALL_COUNTED, Code.ALREADY_ANSWERED,
            Code.ALREADY_EXPLAINED, Code.NOT_OFFICIAL, Code.ALREADY_SAID, Code.NO_TEXT_AWAITED, Code.SPOKE_ON_IT,
            Code.NO_REPLY, Code.NO_MOTION, Code.ALREADY_SPONSOR, Code.NOT_SPONSOR, Code.NOT_PLACER,
            Code.CAME_LATER}  # fmt: skip

VERA, EVA = "7", "8"
EXTRA = {
    VERA: ("Vera Sanz", Role.EXPERT, Side.GUEST, False, False),
    EVA: ("Eva Tun", Role.INTERPRETER, Side.GUEST, False, False),
}
SUSPENSION, CLOSURE = MotionKind.SUSPENSION, MotionKind.CLOSURE

def _reservable(room: Room, one: Item) -> bool:
    free = one.state is ItemState.PENDING and room.reserve_on(one.plan.id) is None
    return free and one.plan.kind not in NEVER


Sample = Callable[[Room, str], c.Command | None]


def item(room: Room, *states: ItemState) -> str:
    return next((i.plan.id for i in room.items if i.state in states), "")


def _removed(room: Room, seat: str) -> str:
    """Somebody who may be removed, or else anybody."""
    return next((x.id for x in removable(room)), "") or other(room, seat)


def absent(room: Room) -> str:
    return next((k for k in CAST if not (k in room.seats and room.seats[k].present)), "")


def other(room: Room, seat: str) -> str:
    fit = (Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER)
    return next((s.id for s in room.present() if s.id != room.presiding and s.role in fit), "")


def cut_off(room: Room, seat: str) -> str:
    """The agreement during which this seat was cut off, else the first, if there is one."""
    return next((a.id for a in (*[x for x in room.agreements if seat in x.cut_off], *room.agreements)), "")


def admission(room: Room, seat: str) -> c.Command | None:
    who = absent(room)
    if not who:
        return None
    name, role, side, votes, empowered = CAST[who]
    return c.Admit(who, name, "", role, side, "", votes, empowered)


def some(value: str, make: Callable[[str], c.Command]) -> c.Command | None:
    return make(value) if value else None


def _loose(room: Room) -> str:
    """An item that may move or go."""
    found = (i for i in room.items if i.state in UNTREATED and i.plan.kind not in FIXED)
    return next((i.plan.id for i in found), "")


def _if(holds: bool, command: c.Command) -> c.Command | None:
    return command if holds else None


def _to_explain(room: Room, seat: str) -> str:
    """A vote this seat may still explain, else any."""
    asked = (*room.votes, *((room.vote,) if room.vote else ()))
    mine = [v for v in asked if unexplainable(room, v, seat) is None]
    return next((v.id for v in (*mine, *asked)), "v0")


def _to_reconsider(room: Room) -> str:
    fit = [a.id for a in room.agreements if not a.reopened]
    fit += [v.id for v in room.votes if not (v.reopened or v.agreement or v.motion)]
    return next(iter(fit), "A0")


def _reply(room: Room, *states: ReplyState) -> str:
    """A reply in one of these states whose person is there."""
    return next((r.id for r in replies.waiting(room, *states)), "y0")


SAMPLES: dict[str, Sample] = {
    "request_floor": lambda r, s: c.RequestFloor(),
    "withdraw_request": lambda r, s: c.WithdrawRequest(),
    "end_speech": lambda r, s: c.EndSpeech(),
    "object": lambda r, s: c.Object("Falta consulta"),
    "withdraw_objection": lambda r, s: c.WithdrawObjection(),
    "stand_aside": lambda r, s: c.StandAside(),
    "object_late": lambda r, s: some(cut_off(r, s), lambda a: c.ObjectLate(a, "Sin línea")),
    "enter_reservation": lambda r, s: some(cut_off(r, s), lambda a: c.EnterReservation(a, "Con reserva")),
    "cast_vote": lambda r, s: _if(r.vote is None or r.vote.method is not Method.SECRET, c.CastVote(Choice.FOR)),
    "cast_ballot": lambda r, s: _if(r.vote is None or r.vote.method is Method.SECRET, c.CastVote(Choice.FOR)),
    "change_vote": lambda r, s: _if(bool(r.vote and s in r.vote.voted), c.CastVote(Choice.AGAINST)),
    "show_temperature": lambda r, s: c.ShowTemperature(Stance.AGREE),
    "explain_vote": lambda r, s: c.ExplainVote(_to_explain(r, s), "Falta consulta"),
    "count_hall": lambda r, s: c.CountHall(1, 0, 0),
    "put_to_vote": lambda r, s: c.PutToVote("¿Se publica?", Method.SHOW),
    "close_vote": lambda r, s: c.CloseVote(),
    "declare_result": lambda r, s: c.DeclareResult(
        bool(r.vote and r.vote.result and r.vote.result.carried)
    ),
    "withdraw_vote": lambda r, s: c.WithdrawVote("Se replantea"),
    "take_temperature": lambda r, s: c.TakeTemperature("¿Cómo lo ven?"),
    "close_temperature": lambda r, s: c.CloseTemperature(),
    "note_temperature": lambda r, s: c.NoteTemperature(next((t.id for t in r.temperatures if not t.noted), "k0")),
    "raise_point": lambda r, s: c.RaisePointOfOrder("El orden"),
    "ask_quorum": lambda r, s: c.AskQuorum(),
    "leave": lambda r, s: c.Leave(),
    "ask_admission": lambda r, s: c.AskAdmission("Nombre", "Org"),
    "give_floor": lambda r, s: c.GiveFloor(),
    "set_aside": lambda r, s: c.SetAside(),
    "pause_speech": lambda r, s: c.PauseSpeech(),
    "resume_speech": lambda r, s: c.ResumeSpeech(),
    "extend_speech": lambda r, s: c.ExtendSpeech(60),
    "waive_circulation": lambda r, s: some(_late(r), lambda p: c.WaiveCirculation(p, "Se leyó completo")),
    "waive_deadline": lambda r, s: c.WaiveDeadline("Falta una voz"),
    "set_speaking_time": lambda r, s: c.SetSpeakingTime(90),
    "request_floor_as": lambda r, s: c.RequestFloor(Speaks.GENERAL, language="nah"),
    "withdraw_floor": lambda r, s: c.WithdrawFloor("Pasó su tiempo"),
    "stop_speech": lambda r, s: c.EndSpeech(),
    "rule_point": lambda r, s: c.RulePointOfOrder(True, "Procede"),
    "open_list": lambda r, s: c.OpenList(),
    "close_list": lambda r, s: c.CloseList(60),
    "give_floor_to": lambda r, s: some(
        r.floor.requests[-1].id if r.floor.requests else "", lambda q: c.GiveFloor(q, "Se va pronto")
    ),
    "note_statement": lambda r, s: some(r.turns[-1].id if r.turns else "", lambda t: c.NoteStatement(t, "Dijo")),
    "record_turn": lambda r, s: c.RecordTurn(other(r, s) or DORA, 30),
    "open_item": lambda r, s: some(item(r, ItemState.PENDING, ItemState.DEFERRED), c.OpenItem),
    "conclude_item": lambda r, s: c.ConcludeItem(),
    "propose": lambda r, s: c.ProposeAdoption("Palabras", Effect.BINDS),
    "withdraw_proposal": lambda r, s: c.WithdrawProposal("Se replantea"),
    "read_agreement": lambda r, s: some(
        next((a.id for a in r.agreements if not a.read), ""), c.ReadAgreement
    ),
    "defer_item": lambda r, s: some(item(r, ItemState.PENDING), lambda i: c.DeferItem(i, "Falta papel")),
    "reopen_item": lambda r, s: some(item(r, ItemState.CONCLUDED), lambda i: c.ReopenItem(i, "Algo nuevo")),
    "add_item": lambda r, s: c.AddItem("Otro", "", 5, "Se pidió"),
    "set_item_time": lambda r, s: c.SetItemTime("i3", 20, "Hace falta"),
    "correct": lambda r, s: some(
        r.turns[-1].id if r.turns else "", lambda t: c.CorrectSlip(Slip.STATEMENT, t, "Dijo otra cosa", "Error")
    ),
    "admit": admission,
    "refuse_admission": lambda r, s: some(
        next((k for k, w in r.waiting.items() if not w.refused), ""), lambda k: c.RefuseAdmission(k, "N", "No está")
    ),
    "remove": lambda r, s: some(_removed(r, s), lambda o: c.Remove(o, "Desorden")),
    "open_lobby": lambda r, s: c.OpenLobby(),
    "open_session": lambda r, s: c.OpenSession(),
    "verify_quorum": lambda r, s: c.VerifyQuorum(),
    "suspend": lambda r, s: c.Suspend("Receso"),
    "resume": lambda r, s: c.Resume(),
    "hand_over": lambda r, s: some(other(r, s), c.HandOverChair),
    "take_chair": lambda r, s: c.TakeChair("Se perdió"),
    "record_not_held": lambda r, s: c.RecordNotHeld("Sin quórum"),
    "adopt_agenda": lambda r, s: c.AdoptAgenda(),
    "move_item": lambda r, s: some(_loose(r), lambda i: c.AmendAgenda(AgendaChange.MOVED, i, "i6", reason="x")),
    "withdraw_item": lambda r, s: some(_loose(r), lambda i: c.AmendAgenda(AgendaChange.WITHDRAWN, i, reason="x")),
    "retitle_item": lambda r, s: some(
        item(r, ItemState.PENDING, ItemState.DEFERRED),
        lambda i: c.AmendAgenda(AgendaChange.RETITLED, i, title_es="Otro", reason="x"),
    ),
    "extend_item": lambda r, s: c.ExtendItem(5, "Falta"),
    "record_credentials": lambda r, s: _if(r.seats[ELIAS].present if ELIAS in r.seats else False,
                                           c.RecordCredentials(ELIAS, True, "Acordar")),
    "withdraw_credentials": lambda r, s: some(
        next((x.id for x in r.seats.values() if x.empowered), ""), lambda x: c.WithdrawCredentials(x, "Ya no")
    ),
    "declare_conflict": lambda r, s: c.DeclareConflict("i3", "Trabajo ahí"),
    "explain_position": lambda r, s: some(cut_off(r, s), lambda a: c.ExplainPosition(a, "Así lo leemos")),
    "dissociate": lambda r, s: some(cut_off(r, s), lambda a: c.Dissociate(a, "No nos sumamos")),
    "hand_in_text": lambda r, s: some(cut_off(r, s), lambda a: c.HandInText(a, "El texto")),
    "close_session": lambda r, s: c.CloseSession(),
    "reopen_session": lambda r, s: c.ReopenSession("Faltó leer"),
    "submit_statement": lambda r, s: c.SubmitStatement("Postura", "Pedimos cifras"),
    "open_chat": lambda r, s: c.OpenChat(),
    "close_chat": lambda r, s: c.CloseChat(),
    "open_questions": lambda r, s: c.OpenQuestions(),
    "close_questions": lambda r, s: c.CloseQuestions(),
    "ask_question": lambda r, s: c.AskQuestion("¿Cuándo?"),
    "approve_question": lambda r, s: some(_asked(r, QuestionState.WAITING), c.ApproveQuestion),
    "decline_question": lambda r, s: some(_asked(r, QuestionState.WAITING), lambda q: c.DeclineQuestion(q, "No")),
    "merge_question": lambda r, s: _merge(r),
    "support_question": lambda r, s: some(
        next((q.id for q in r.questions.those(*UNSETTLED) if s not in (q.seat, *q.joined, *q.supporters)), ""),
        c.SupportQuestion,
    ),
    "withdraw_support": lambda r, s: some(
        next((q.id for q in r.questions.those(*UNSETTLED) if s in q.supporters), ""), c.WithdrawSupport
    ),
    "answer_question": lambda r, s: some(_asked(r, *UNSETTLED), lambda q: c.AnswerQuestion(q, "En mayo")),
    "note_answered": lambda r, s: c.NoteAnswered(_asked(r, *UNSETTLED) or "q0", r.turns[-1].id if r.turns else "t0"),
    "owe_answer": lambda r, s: some(
        _asked(r, *UNSETTLED), lambda q: c.OweAnswer(q, "", (NINE + timedelta(days=30)).date())
    ),
    "appeal_ruling": lambda r, s: c.AppealRuling("No procede"),
    "move_procedural": lambda r, s: some(
        next((k for k in PROCEDURAL[:3] if goes_before(k, r)), PROCEDURAL[0]),
        lambda k: c.MoveProcedural(MotionKind(k), "Es tarde"),
    ),
    "move_reconsider": lambda r, s: c.MoveReconsider(_to_reconsider(r), "Hay cifras nuevas"),
    "oppose_motion": lambda r, s: c.SpeakOnMotion(Speaks.AGAINST),
    "support_motion": lambda r, s: c.SpeakOnMotion(Speaks.FOR),
    "withdraw_motion": lambda r, s: c.WithdrawMotion(),
    "request_recount": lambda r, s: c.RequestRecount("No se vio"),
    "hear_motion": lambda r, s: c.HearOnMotion(),
    "put_motion": lambda r, s: c.PutToVote("¿Procede?", Method.SHOW, motion=r.motion.id if r.motion else "m0"),
    "carry_motion": lambda r, s: c.CarryMotion(),
    "lapse_motion": lambda r, s: c.LapseMotion("Se fue"),
    "supersede": lambda r, s: _if(len(r.agreements) > 1, c.SupersedeAgreement("A1", "A2")),
    "request_floor_for": lambda r, s: c.RequestFloor(Speaks.FOR),
    "request_floor_against": lambda r, s: c.RequestFloor(Speaks.AGAINST),
    "relay_text": lambda r, s: c.RelayText("Buenos días", "es"),
    "caption": lambda r, s: c.RelayText("Buenos días", "es"),
    "mark_language": lambda r, s: c.MarkLanguage("nah"),
    "ask_reply": lambda r, s: some(
        next((t.id for t in r.turns if t.item == r.current and t.seat != s), ""), lambda t: c.AskReply(t, "Me nombró")
    ),
    "withdraw_reply": lambda r, s: c.WithdrawReply(),
    "ask_expert": lambda r, s: c.AskExpert("Dra. Vera", "Las cifras"),
    "give_reply": lambda r, s: c.GiveReply(),
    "grant_reply": lambda r, s: c.GrantReply(_reply(r, ReplyState.ASKED)),
    "refuse_reply": lambda r, s: c.RefuseReply(_reply(r, ReplyState.ASKED, ReplyState.GRANTED), "No lo nombró"),
    "give_reply_to": lambda r, s: c.GiveReply(_reply(r, ReplyState.GRANTED), "Se va pronto"),
    "invite_expert": lambda r, s: some(
        next((x.id for x in to_invite(r)), ""), lambda x: c.InviteExpert(x, "Las cifras")
    ),
    "set_budget": lambda r, s: c.SetBudget("i3", Side.CIVIL, 5),
    "paper_vote": lambda r, s: c.RecordPaperVote(
        "¿Se publica?", Method.SHOW, in_favour=1, scrutineers=tuple(x.id for x in r.voters()[:2])
    ),
    "paper_agreement": lambda r, s: c.RecordPaperAgreement("Palabras", Effect.BINDS),
    "confirm_accreditation": lambda r, s: c.ConfirmAccreditation(
        next((k for k, x in r.seats.items() if x.provisional), BRUNO), "Oficio 12"
    ),
    "go_off_record": lambda r, s: c.GoOffRecord("Se lee algo ajeno"),
    "back_on_record": lambda r, s: c.BackOnRecord(),
    "classify_item": lambda r, s: some(
        next((i.plan.id for i in r.items if _reservable(r, i)), ""), lambda i: reserve(Circle.MEMBERS, item=i)
    ),
    "confirm_reserve": lambda r, s: some(
        next((x.item for x in r.reserves if not x.decision and not x.lifted), ""),
        lambda i: c.ConfirmReserve(i, "CT/1", TODAY),
    ),
    "declassify_item": lambda r, s: some(
        next((x.item for x in r.reserves if not x.lifted), ""), lambda i: c.DeclassifyItem(i, "Terminó")
    ),
    "clear_seat": lambda r, s: c.ClearSeat("99", "Nadie", "Firmó"),
    "unclear_seat": lambda r, s: some(next(iter(r.cleared), ""), lambda k: c.UnclearSeat(k, "Terminó")),
}  # fmt: skip
SAMPLES |= TEXT_SAMPLES


def _asked(room: Room, *states: QuestionState) -> str:
    return next((q.id for q in room.questions.those(*states)), "")


def _merge(room: Room) -> c.Command | None:
    into = _asked(room, *UNSETTLED)
    found = [q.id for q in room.questions.those(QuestionState.WAITING, *UNSETTLED) if q.id != into]
    return c.MergeQuestion(found[0], into) if found and into else None


def _late(room: Room) -> str:
    """A late paper of the open item, else any paper of it: where there is none the act has nothing to name."""
    here = [p for p in room.papers if p.item == room.current]
    return next((p.id for p in late_papers(room)), here[0].id if here else "")


# Several acts, an act of a service, an act of the last seconds, a sign that is in no log.
WITHOUT_SAMPLE = {"admit_waiting", "walk_in", "undo", "slow_down", "roll_call"}


def meeting(**rules: object) -> Iterator[Stage]:
    """A meeting that passes through every state an act depends on."""
    stage = Stage(objection_seconds=30, **rules)
    yield stage.convened()
    script: list[tuple[str, c.Command]] = [
        (ALBA, c.OpenLobby()), (FATIMA, c.AskAdmission("Fátima", "")), (ALBA, c.RefuseAdmission(FATIMA, "F", "No")),
    ]  # fmt: skip
    for by, command in script:
        stage.ask(by, command)
        yield stage
    for seat in CAST:
        stage.admit(seat)
        yield stage
    stage.ask(FATIMA, c.Leave())
    stage.ask(ALBA, c.Admit(FATIMA, "Fátima", "", Role.OBSERVER, Side.GUEST, "", False, False, Via.HALL, True))
    yield stage
    for by, command in (
        (DORA, c.OpenSession()), (DORA, c.OpenItem("i1")), (DORA, c.OpenItem("i3")),
        (ALBA, c.TablePaper("1", "i3", "Nota", "0" * 64, NINE)), (DORA, c.WaiveCirculation("1", "Es breve")),
        (DORA, c.OpenList()),
        (BRUNO, c.RequestFloor()), (GAEL, c.RequestFloor()), (DORA, c.CloseList(60)), (DORA, c.GiveFloor()),
        (DORA, c.PauseSpeech()), (DORA, c.ResumeSpeech()), (GAEL, c.RaisePointOfOrder("Orden")),
        (DORA, c.RulePointOfOrder(True, "Sí")), (BRUNO, c.EndSpeech()), (DORA, c.GiveFloor()), (DORA, c.SetAside()),
        (BRUNO, c.AskQuorum()), (DORA, c.VerifyQuorum()), (DORA, c.ProposeAdoption("Uno", Effect.BINDS)),
        (BRUNO, c.Object("No")), (GAEL, c.StandAside()), (BRUNO, c.WithdrawObjection()), (DORA, c.Suspend("Receso")),
        (DORA, c.Resume()),
    ):  # fmt: skip
        stage.ask(by, command)
        yield stage
    stage.lost = {GAEL}
    yield stage.wait(40)
    stage.lost = set()
    yield stage.wait(0).wait(40)
    yield from _votes(stage)
    yield from _questions(stage)
    yield from _speaking(stage)
    yield from _motions(stage)
    yield from text_meeting(stage)
    for by, command in (
        (DORA, c.GoOffRecord("Algo ajeno")), (DORA, c.BackOnRecord()), (ALBA, c.ClearSeat(BRUNO, "Bruno", "Firmó")),
        (ALBA, reserve(Circle.MEMBERS, item="i4")), (ALBA, c.ConfirmReserve("i4", "CT/1", TODAY)),
        (ALBA, reserve(Circle.CLOSED, item="i5")), (ALBA, c.DeclassifyItem("i5", "Terminó")),
        (ALBA, c.UnclearSeat(BRUNO, "Terminó")), (ALBA, c.DeclassifyItem("i4", "Terminó")),
        (BRUNO, c.EnterReservation("A1", "Con reserva")), (GAEL, c.Leave()), (DORA, c.HandOverChair(ELIAS)),
        (ELIAS, c.ConcludeItem()), (ELIAS, c.DeferItem("i4", "Después")), (ELIAS, c.ReadAgreement("A1")),
        (BRUNO, c.ExplainPosition("A1", "Así", follows=True)), (ELIAS, c.Dissociate("A1", "No")),
        (BRUNO, c.DeclareConflict("i3", "Soy parte")), (ALBA, c.WithdrawCredentials(DORA, "Se revisa")),
        (ELIAS, c.AdoptAgenda()), (ELIAS, c.ReadAgreement("A3")),
        (ELIAS, c.CloseSession()), (ELIAS, c.ReopenSession("Faltó")), (ELIAS, c.CloseSession()),
    ):  # fmt: skip
        stage.ask(by, command)
        yield stage
    yield stage.wait(1000)


def _speaking(stage: Stage) -> Iterator[Stage]:
    """Budgets where the rules have them, replies before and after the end of the list, an expert, captions."""
    stage.cast = stage.cast | EXTRA
    for seat in EXTRA:
        stage.admit(seat)
        yield stage
    if stage.rules.budgets:
        stage.ask(DORA, c.SetBudget("i3", Side.CIVIL, 1))
        yield stage
    for by, command in (
        (DORA, c.OpenList()), (BRUNO, c.RequestFloor()), (DORA, c.GiveFloor("", "Se acabó su tiempo")),
        (EVA, c.RelayText("Buenos días", "es")), (BRUNO, c.MarkLanguage("nah")),
        (ELIAS, c.AskReply("t1", "Me nombró")), (GAEL, c.AskExpert("Dra. Vera", "Las cifras")), (DORA,
        c.InviteExpert(VERA, "Las cifras", "z1")),
        (VERA, c.RequestFloor()), (DORA, c.GrantReply("y1")), (BRUNO, c.EndSpeech()), (BRUNO, c.RequestFloor()),
        (DORA, c.GiveFloor("", "Sigue")), (VERA, c.EndSpeech()), (DORA, c.GiveReply()), (ELIAS, c.EndSpeech()),
        (ELIAS, c.AskReply("t3", "Otra vez")), (DORA, c.RefuseReply("y2", "Ya replicó")),
        (BRUNO, c.WithdrawRequest()), (GAEL, c.AskReply("t1", "A mí también")), (GAEL, c.WithdrawReply()), (DORA,
        c.CloseList()),
    ):  # fmt: skip
        stage.ask(by, command)
        yield stage


def _motions(stage: Stage) -> Iterator[Stage]:
    """An appeal lost, a motion spoken against and lost, one withdrawn, one lapsed, a recount, a reconsideration."""
    put, show = "¿Procede?", Method.SHOW
    for by, command in (
        (GAEL, c.RaisePointOfOrder("Orden")), (DORA, c.RulePointOfOrder(False, "No procede")),
        (BRUNO, c.AppealRuling("Sí procedía")), (DORA, c.PutToVote(put, show, motion="m1")),
        (ELIAS, c.CastVote(Choice.FOR)), (DORA, c.CloseVote()), (BRUNO, c.RequestRecount("No se vio")),
        (DORA, c.CloseVote()), (DORA, c.DeclareResult(True)), (GAEL, c.MoveProcedural(CLOSURE, "Ya se dijo todo")),
        (BRUNO, c.SpeakOnMotion(Speaks.AGAINST)), (ELIAS, c.MoveProcedural(SUSPENSION, "Es tarde")),
        (DORA, c.CarryMotion()), (DORA, c.Suspend("Receso")), (DORA, c.Resume()), (DORA, c.HearOnMotion()),
        (BRUNO, c.EndSpeech()), (DORA, c.PutToVote(put, show, motion="m2")), (ELIAS, c.CastVote(Choice.AGAINST)),
        (DORA, c.CloseVote()), (DORA, c.DeclareResult(False)), (BRUNO, c.MoveProcedural(SUSPENSION, "Café")),
        (BRUNO, c.WithdrawMotion()), (BRUNO, c.MoveReconsider("A1", "Hay cifras nuevas")),
        (DORA, c.PutToVote(put, show, motion="m5")), (ELIAS, c.CastVote(Choice.FOR)), (BRUNO, c.CastVote(Choice.FOR)),
        (DORA, c.CloseVote()), (DORA, c.DeclareResult(True)),
        (DORA, c.PutToVote("Palabras mejores", Method.ROLL_CALL, agrees=True)), (ELIAS, c.CastVote(Choice.FOR)),
        (DORA, c.CloseVote()), (DORA, c.DeclareResult(True)), (DORA, c.SupersedeAgreement("A1", "A2")),
        (DORA, c.ReadAgreement("A2")), (ELIAS, c.MoveProcedural(CLOSURE, "Ya")), (DORA, c.CarryMotion()),
    ):  # fmt: skip
        stage.ask(by, command)
        yield stage


def _votes(stage: Stage) -> Iterator[Stage]:
    """A roll call, a secret ballot, a show of hands with somebody in the hall, and a temperature check."""
    put = "¿Se publican las cifras?"
    stage.ask(GAEL, c.Leave())
    stage.admit(GAEL, Via.HALL)
    for by, command in (
        (DORA, c.PutToVote(put, Method.ROLL_CALL)), (BRUNO, c.CastVote(Choice.FOR)), (GAEL, c.RaisePointOfOrder("?")),
        (DORA, c.RulePointOfOrder(True, "Sí")), (DORA, c.CloseVote()), (DORA, c.DeclareResult(True)),
        (BRUNO, c.ExplainVote("v1", "Por las familias")),
        (DORA, c.PutToVote(put, Method.SECRET)), (GAEL, c.CastVote(Choice.AGAINST)), (DORA, c.Suspend("Receso")),
        (DORA, c.Resume()), (DORA, c.WithdrawVote("Otra vez")),
        (DORA, c.PutToVote(put, Method.SHOW)), (ELIAS, c.CastVote(Choice.FOR)), (ALBA, c.CountHall(0, 1, 0)),
        (ELIAS, c.CountHall(0, 1, 0)), (DORA, c.CloseVote()), (DORA, c.DeclareResult(False)),
        (DORA, c.TakeTemperature("¿Cómo lo ven?")), (BRUNO, c.ShowTemperature(Stance.ACCEPT)),
        (DORA, c.CloseTemperature()), (DORA, c.NoteTemperature("k1")),
    ):  # fmt: skip
        stage.ask(by, command)
        yield stage


def _questions(stage: Stage) -> Iterator[Stage]:
    for by, command in (
        (DORA, c.OpenQuestions()), (FATIMA, c.AskQuestion("¿Cuándo?")), (ALBA, c.ApproveQuestion("q1")),
        (BRUNO, c.SupportQuestion("q1")), (GAEL, c.AskQuestion("¿Para cuándo?")), (DORA, c.Suspend("Receso")),
        (DORA, c.Resume()), (ALBA, c.MergeQuestion("q2", "q1")), (BRUNO, c.AskQuestion("¿Quién?")),
        (ALBA, c.ApproveQuestion("q3")), (ELIAS, c.AnswerQuestion("q1", "En mayo")),
        (DORA, c.OweAnswer("q3", ELIAS, (NINE + timedelta(days=9)).date())), (DORA, c.CloseQuestions()),
    ):  # fmt: skip
        stage.ask(by, command)
        yield stage


def refusal(stage: Stage, seat: str, command: c.Command, behalf: str = "") -> Code | None:
    act, room = c.Act(seat, "probe", command, behalf, Via.HALL if behalf else Via.WEB), stage.room
    if behalf and behalf in room.seats:  # as if they had been admitted in the hall
        room = replace(room, seats={**room.seats, behalf: replace(room.seats[behalf], via=Via.HALL)})
    try:
        decide(room, act, stage.facts(), stage.cast[seat][1])
    except Refused as refused:
        return refused.code
    return None


def test_every_act_is_tried() -> None:
    assert set(SAMPLES) | WITHOUT_SAMPLE == set(ACTS)


@pytest.mark.parametrize("rules", [
    {}, {"chair_instructs": False}, {"observers_speak": True}, {"budgets": True, "motion_for": 1},
])  # fmt: skip
def test_an_act_is_offered_exactly_when_the_room_would_take_it(rules: dict[str, object]) -> None:
    wrong, tried = [], 0
    for n, stage in enumerate(meeting(**rules)):
        for seat in stage.cast:
            words = flags.own(stage.room, seat, stage.cast[seat][1])
            for name, sample in SAMPLES.items():
                command = sample(stage.room, seat)
                if command is None:
                    continue
                offered = flags.fits(words, ACTS[name].fits)
                code = refusal(stage, seat, command)
                tried += 1
                if offered and code and code not in OTHER_GROUNDS and (name, code) not in BY_PERSON:
                    wrong.append(f"{n} {stage.cast[seat][0]}: {name} is offered and refused: {code}")
                if not offered and code is None and not _elsewhere(name, words):
                    wrong.append(f"{n} {stage.cast[seat][0]}: {name} would be taken and is not offered")
    assert tried > 3000
    assert not wrong, "\n".join(sorted(set(wrong)))


def _elsewhere(name: str, words: flags.Words) -> bool:
    """Two controls for one command, one of which is enough."""
    if name in ("relay_text", "caption"):
        return bool({"role-secretariat", "role-interpreter"} & words)
    return name in ("end_speech", "stop_speech") and bool({"speaking", "chairs"} & words)


def test_what_is_offered_for_others_is_never_refused_for_the_state_of_the_room() -> None:
    wrong = []
    for n, stage in enumerate(meeting()):
        words = flags.own(stage.room, ALBA, Role.SECRETARIAT)
        for spec in (s for s in ACTS.values() if s.behalf):
            command = SAMPLES[spec.name](stage.room, BRUNO)
            if command is None or not flags.fits(words, spec.fits_for_others) or not _there(stage.room, BRUNO):
                continue
            code = refusal(stage, ALBA, command, BRUNO)
            if code and code not in OTHER_GROUNDS | PERSONAL and (spec.name, code) not in BY_PERSON:
                wrong.append(f"{n}: {spec.name}: {code}")
    assert wrong == []


def _there(room: Room, seat: str) -> bool:
    return seat in room.seats and room.seats[seat].present


def test_a_word_with_a_mark_means_not() -> None:
    assert flags.fits(frozenset({"open"}), "open !waiting")
    assert not flags.fits(frozenset({"open", "waiting"}), "open !waiting")
    assert flags.fits(frozenset(), "")


def test_marks_are_printed_once_for_each_word() -> None:
    stage = Stage().listing()
    stage.ask(BRUNO, c.RequestFloor())
    stage.ask(GAEL, c.RequestFloor())
    assert flags.marked("list", stage.room) == f"waiting {BRUNO} {GAEL}; next {BRUNO}"


def test_an_observer_has_a_voice_only_where_the_rules_give_it() -> None:
    room = Stage().opened().room
    assert "voice" not in flags.own(room, FATIMA, Role.OBSERVER)
    assert "voice" in flags.own(replace(room, rules=replace(room.rules, observers_speak=True)), FATIMA, Role.OBSERVER)


def test_one_side_empty_is_a_word_too() -> None:
    room = Stage().opened().room
    assert "both-sides" in flags.flags(room)
    only = {k: replace(s, side=Side.PUBLIC) for k, s in room.seats.items()}
    assert "both-sides" not in flags.flags(replace(room, seats=only))


def test_a_link_within_a_region_is_withheld_whenever_its_act_is() -> None:
    """Off the record and during a motion the text offered to put things to the room."""
    for page in sorted((Path(__file__).parents[2] / "templates/sessions/parts").glob("*.html")):
        for name, when in re.findall(r'data-do="(\w+)"[^>]*?data-when="([^"]*)"', page.read_text(encoding="utf-8")):
            withheld = {w for w in ACTS[name].fits.split() if w.startswith("!")}
            assert withheld <= set(when.split()), f"{page.name}: {name}"

