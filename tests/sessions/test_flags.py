"""What is offered is what would not be refused: by the state of the room, and by who asks."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from sessions import flags
from sessions.acts import ACTS
from sessions.core import commands as c
from sessions.core.decide import decide
from sessions.core.refusals import Code, Refused
from sessions.core.rules.questions import UNSETTLED
from sessions.core.state import Room
from sessions.core.terms import Choice, Effect, ItemState, Method, QuestionState, Role, Side, Slip, Stance, Via
from tests.sessions.core.stage import ALBA, BRUNO, CAST, DORA, ELIAS, FATIMA, GAEL, NINE, Stage

# Grounds that no word of the room can tell: who is connected, the instant, what was chosen in the form.
OTHER_GROUNDS = {
    Code.NO_QUORUM, Code.QUORUM_MET, Code.CHAIR_PRESENT, Code.TOO_LATE, Code.NOTHING_TO_UNDO, Code.BUILT_UPON,
    Code.ALREADY_RESERVED, Code.TOO_EARLY, Code.URN_DIFFERS, Code.ALREADY_COUNTED,
}  # fmt: skip
# Whoever has the floor stays while a point of order stops them.
BY_PERSON = {("leave", Code.POINT_PENDING), ("remove", Code.POINT_PENDING)}
PERSONAL = {Code.NOT_YOURS, Code.NOT_ADMITTED, Code.ALREADY_LISTED, Code.ALREADY_OBJECTED, Code.NOT_OBJECTED,
            Code.ALREADY_ASIDE, Code.NOT_CUT_OFF, Code.ALREADY_ADMITTED, Code.NOT_LISTED, Code.NOT_IN_ELECTORATE,
            Code.ALREADY_VOTED, Code.OWN_DEVICE, Code.HALL_COUNTED, Code.ALREADY_ANSWERED,
            Code.ALREADY_EXPLAINED, Code.NOT_OFFICIAL}  # fmt: skip

Sample = Callable[[Room, str], c.Command | None]


def item(room: Room, *states: ItemState) -> str:
    return next((i.plan.id for i in room.items if i.state in states), "")


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


def _if(holds: bool, command: c.Command) -> c.Command | None:
    return command if holds else None


def _to_explain(room: Room, seat: str) -> str:
    """A vote this seat may still explain, else any."""
    mine = [v for v in room.votes if seat in v.electorate and all(x.seat != seat for x in v.explanations)]
    return next((v.id for v in (*mine, *room.votes)), "v0")


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
    "remove": lambda r, s: some(other(r, s), lambda o: c.Remove(o, "Desorden")),
    "open_lobby": lambda r, s: c.OpenLobby(),
    "open_session": lambda r, s: c.OpenSession(),
    "verify_quorum": lambda r, s: c.VerifyQuorum(),
    "suspend": lambda r, s: c.Suspend("Receso"),
    "resume": lambda r, s: c.Resume(),
    "hand_over": lambda r, s: some(other(r, s), c.HandOverChair),
    "take_chair": lambda r, s: c.TakeChair("Se perdió"),
    "record_not_held": lambda r, s: c.RecordNotHeld("Sin quórum"),
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
}  # fmt: skip


def _asked(room: Room, *states: QuestionState) -> str:
    return next((q.id for q in room.questions.those(*states)), "")


def _merge(room: Room) -> c.Command | None:
    into = _asked(room, *UNSETTLED)
    found = [q.id for q in room.questions.those(QuestionState.WAITING, *UNSETTLED) if q.id != into]
    return c.MergeQuestion(found[0], into) if found and into else None


WITHOUT_SAMPLE = {"admit_waiting", "walk_in", "undo"}  # several acts, an act of a service, an act of the last seconds


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
    for by, command in (
        (DORA, c.OpenSession()), (DORA, c.OpenItem("i1")), (DORA, c.OpenItem("i3")), (DORA, c.OpenList()),
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
    for by, command in (
        (BRUNO, c.EnterReservation("A1", "Con reserva")), (GAEL, c.Leave()), (DORA, c.HandOverChair(ELIAS)),
        (ELIAS, c.ConcludeItem()), (ELIAS, c.DeferItem("i4", "Después")), (ELIAS, c.ReadAgreement("A1")),
        (ELIAS, c.CloseSession()), (ELIAS, c.ReopenSession("Faltó")), (ELIAS, c.CloseSession()),
    ):  # fmt: skip
        stage.ask(by, command)
        yield stage
    yield stage.wait(1000)


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
    act = c.Act(seat, "probe", command, behalf)
    try:
        decide(stage.room, act, stage.facts(), CAST[seat][1])
    except Refused as refused:
        return refused.code
    return None


def test_every_act_is_tried() -> None:
    assert set(SAMPLES) | WITHOUT_SAMPLE == set(ACTS)


@pytest.mark.parametrize("rules", [{}, {"chair_instructs": False}, {"observers_speak": True}])
def test_an_act_is_offered_exactly_when_the_room_would_take_it(rules: dict[str, object]) -> None:
    wrong, tried = [], 0
    for n, stage in enumerate(meeting(**rules)):
        for seat in CAST:
            words = flags.own(stage.room, seat, CAST[seat][1])
            for name, sample in SAMPLES.items():
                command = sample(stage.room, seat)
                if command is None:
                    continue
                offered = flags.fits(words, ACTS[name].fits)
                code = refusal(stage, seat, command)
                tried += 1
                if offered and code and code not in OTHER_GROUNDS and (name, code) not in BY_PERSON:
                    wrong.append(f"{n} {CAST[seat][0]}: {name} is offered and refused: {code}")
                if not offered and code is None and not _elsewhere(name, words):
                    wrong.append(f"{n} {CAST[seat][0]}: {name} would be taken and is not offered")
    assert tried > 3000
    assert not wrong, "\n".join(sorted(set(wrong)))


def _elsewhere(name: str, words: flags.Words) -> bool:
    """Two controls for one command, one of which is enough."""
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
