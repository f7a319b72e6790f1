"""Meetings played act by act through the real desk: between them every event there is."""

import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import time_machine

from incidencia.clock import now
from incidencia.deadlines.calendar import add_business_days
from incidencia.deadlines.holidays import STATUTORY
from sessions import acting, desk
from sessions.core import commands as c
from sessions.core.circulation import day_of
from sessions.core.events import Part
from sessions.core.refusals import Refused
from sessions.core.ruleset import Rules
from sessions.core.terms import (
    AgendaChange,
    AmendmentKind,
    Choice,
    Circle,
    Effect,
    Lift,
    Method,
    MotionKind,
    PointKind,
    Purpose,
    Role,
    Side,
    Slip,
    Sought,
    Speaks,
    Stance,
    TextKind,
    Via,
)
from sessions.models import Presence, Session
from tests.day import local_day
from tests.factories.sessions import (
    admit,
    lively,
    play,
    room_of,
    seat,
    seat_of,
    session_at_its_hour,
    session_closed,
    session_convened,
    session_open,
)

MARKER = "MARCADOR-SOLO-MESA"  # in the words that only the desk may hear
RULES = Rules(vote_seconds=0, objection_seconds=30, speech_seconds=60, late_objection_hours=0, seal_seconds=900,
              budgets=True, amendment_minutes=30)  # fmt: skip


def whole_meeting() -> Iterator[Session]:
    """From convening to the seal; yields after each act. Time is moved by the script, never waited for."""
    session_closed(title_es="Segunda sesión", title_en="Second session")
    with time_machine.travel(now(), tick=True) as clock:
        session = session_convened(rules=RULES)
        gerardo = seat(session, None, Role.MEMBER, Side.CIVIL, name="Gerardo Luna", organization="Red Sur")
        yield session
        yield from _before(session)
        yield from _opening(session, gerardo)
        yield from _floor(session, clock)
        yield from _late_paper(session)
        yield from _decisions(session, clock)
        yield from _votes(session)
        yield from _questions(session)
        yield from _on_paper(session, clock)
        yield from _reserves(session)
        yield from _speaking(session, clock)
        yield from _motions(session, clock)
        yield from _text(session, clock)
        yield from _undoing(session)
        yield from _ending(session, clock)


def cancelled_meeting() -> Iterator[Session]:
    """Convened, moved, cancelled."""
    session = session_convened()
    yield session
    play(session, "alba", c.Cancel("La sede cerró"))
    yield session


def meeting_not_held() -> Iterator[Session]:
    """Nobody of one side came."""
    session = session_at_its_hour()
    yield session
    admit(session, "dora")
    play(session, "dora", c.RecordNotHeld("No hubo quórum"))
    yield session


def meeting_at_random(seed: int, acts: int = 60) -> Iterator[Session]:
    """Whatever comes to people's minds, in any order; what is refused is not yielded."""
    chance = random.Random(seed)
    with time_machine.travel(now(), tick=True) as clock:
        session = session_open(rules=replace(RULES, undo_seconds=60))
        keys = {who: seat_of(session, who).key for who in PEOPLE}
        lively(session)
        yield session
        for _ in range(acts):
            clock.shift(chance.choice((0, 2, 9, 35)))
            if chance.random() < 0.7:
                lively(session)
            who, act = chance.choice(PEOPLE), chance.choice(_anything(chance, keys))
            with suppress(Refused):
                if chance.random() < 0.15:
                    admit(session, chance.choice(PEOPLE))
                play(session, who, act)
            session.refresh_from_db()
            yield session


PEOPLE = ("alba", "alba", "alba", "dora", "bruno", "elias", "fatima")


def _anything(chance: random.Random, keys: dict[str, str]) -> tuple[c.Command, ...]:
    item, seat_key = f"i{chance.randint(1, 9)}", chance.choice(tuple(keys.values()))
    question = f"q{chance.randint(1, 4)}"
    return (
        c.OpenList(), c.CloseList(), c.CloseList(30), c.RequestFloor(), c.RequestFloor(), c.WithdrawRequest(),
        c.GiveFloor(), c.GiveFloor(), c.SetAside(), c.PauseSpeech(), c.ResumeSpeech(), c.ExtendSpeech(),
        c.EndSpeech(),
        c.RecordTurn(seat_key, 20, "Fuera de lista"), c.NoteStatement("t1", "Dijo"),
        c.RaisePointOfOrder(kind=PointKind.HEARING),
        c.RulePointOfOrder(True, "Procede"), c.ProposeAdoption("Palabras", Effect.BINDS), c.WithdrawProposal("No"),
        c.Object("No"), c.WithdrawObjection(), c.StandAside("No es lo nuestro"), c.AskQuorum(), c.VerifyQuorum(),
        c.Undo(), c.Undo(), c.Suspend("Receso"), c.Resume(), c.Resume(), c.ConcludeItem("Visto"), c.OpenItem(item),
        c.OpenItem(item), c.DeferItem(item, "Sin tiempo"), c.ReopenItem(item, "Otra vez"),
        c.SetItemTime(item, 7, "Prisa"),
        c.AddItem("Otro", "Another", 5, "Surgió"), c.Leave(), c.Remove(seat_key, "Desorden"),
        c.HandOverChair(seat_key),
        c.TakeChair("Se perdió"), c.ReadAgreement("A1"), c.EnterReservation("A1", "Diferimos"),
        c.ObjectLate("A1", "Se cortó"), c.CorrectSlip(Slip.AGREEMENT_TEXT, "A1", f"Mejores {item}", "Errata"),
        c.CorrectSlip(Slip.TURN_SPEAKER, "t1", seat_key, "Errata"), c.CloseSession(), c.ReopenSession("Faltó algo"),
        c.TablePaper("9", "", "Otro documento", "1" * 64, now()),
        c.PutToVote("¿Se publica?", chance.choice(tuple(Method)), agrees=chance.random() < 0.5),
        c.CastVote(chance.choice(tuple(Choice))), c.CastVote(chance.choice(tuple(Choice))), c.CountHall(1, 0, 0),
        c.CloseVote(), c.CloseVote(), c.DeclareResult(chance.random() < 0.5, "Así se vio"), c.WithdrawVote("Anew"),
        c.ExplainVote("v1", "Por las familias"), c.TakeTemperature("¿Cómo lo ven?"),
        c.ShowTemperature(chance.choice(tuple(Stance))), c.CloseTemperature(), c.NoteTemperature("k1"),
        c.OpenQuestions(), c.OpenQuestions(), c.CloseQuestions(), c.AskQuestion("¿Cuándo?"), c.AskQuestion("¿Quién?"),
        c.ApproveQuestion(question), c.ApproveQuestion(question), c.MergeQuestion(question, "q1"),
        c.DeclineQuestion(question, "Repetida"), c.SupportQuestion(question), c.SupportQuestion(question),
        c.WithdrawSupport(question), c.AnswerQuestion(question, "En mayo"), c.NoteAnswered(question, "t1"),
        c.SubmitStatement("Postura", f"Pedimos {item}", "es", item), c.OpenChat(), c.CloseChat(),
        c.OweAnswer(question, seat_key, (local_day() + timedelta(days=9))),
        c.AdoptAgenda(), c.AmendAgenda(chance.choice(tuple(AgendaChange)), item, "i6", f"Otro {item}", "", "Cambio"),
        c.ExtendItem(5, "Falta"), c.RecordCredentials(seat_key, chance.random() < 0.7, "Poderes"),
        c.WithdrawCredentials(seat_key, "Ya no"), c.DeclareConflict(item, "Lo declaro"),
        c.ExplainPosition("A1", "Así lo entiendo", follows=True), c.Dissociate("A1", "No me sumo"),
        c.HandInText("A1", "El texto"),
        c.ConfirmAccreditation(seat_key, "Oficio 7"), c.RecordPaperAgreement("En papel", Effect.BINDS),
        c.RecordPaperVote("¿En papel?", Method.SHOW, in_favour=1, scrutineers=(keys["bruno"], keys["dora"])),
        c.RecordPaperVote("¿Por lista?", Method.ROLL_CALL, named=((keys["bruno"], Choice.FOR),), agrees=True),
        c.GoOffRecord("A"), c.BackOnRecord(), c.BackOnRecord(), c.ClearSeat(seat_key, "Alguien", "Firmó"),
        c.UnclearSeat(seat_key, "Ya no"), c.ConfirmReserve(item, "CT/1", local_day()), c.DeclassifyItem(item, "No"),
        c.ClassifyItem(item, chance.choice(tuple(Circle)), "G", "A", "R", "I", "L", local_day(), "Se trató algo",
                       reservable=True),
        *_on_the_floor(chance, item, seat_key),
    )  # fmt: skip


def _on_the_floor(chance: random.Random, item: str, seat_key: str) -> tuple[c.Command, ...]:
    motion, reply = f"m{chance.randint(1, 4)}", f"y{chance.randint(1, 4)}"
    return (
        c.SetBudget(item, chance.choice(tuple(Side)), chance.randint(0, 3)), c.AskReply("t1", "Me nombró"),
        c.WithdrawReply(), c.GrantReply(reply), c.RefuseReply(reply, "No"), c.GiveReply(), c.GiveReply(reply, "Ya"),
        c.AskExpert("Dra. Vera", "Cifras"), c.InviteExpert(seat_key, "Cifras"), c.AppealRuling("No procede"),
        c.MoveProcedural(chance.choice(tuple(MotionKind)), "Es tarde"), c.MoveReconsider("A1", "Hay cifras nuevas"),
        c.SpeakOnMotion(chance.choice(tuple(Speaks))), c.HearOnMotion(), c.WithdrawMotion(), c.CarryMotion(),
        c.CarryMotion(), c.LapseMotion("Se fue"), c.SupersedeAgreement("A1", "A2"), c.RequestRecount("No se vio"),
        c.PutToVote("¿Procede?", Method.SHOW, motion=motion), c.MarkLanguage("nah"), c.RelayText("Buenos días", "es"),
        c.RequestFloor(chance.choice(tuple(Speaks))), c.SetSpeakingTime(chance.choice((0, 45))),
        c.RaisePointOfOrder("", chance.choice(tuple(PointKind))), c.CloseList(5, "Es tarde"),
        c.WithdrawFloor("Pasó su tiempo"), c.WaiveCirculation("9", "Es breve"), c.WaiveDeadline("Falta una voz"),
        c.TablePaper("8", item, "Tardío", "3" * 64, now()), c.WaiveCirculation("8", "Es breve"), *_upon_text(chance),
    )  # fmt: skip


def _before(session: Session) -> Iterator[Session]:
    play(session, "alba", c.Reschedule(now() + timedelta(days=12), "Cambio de sede"))
    yield session
    play(session, "alba", c.TablePaper("1", "i5", "Documento base", "0" * 64, now()))
    yield session
    play(session, "alba", c.OpenLobby())
    yield session
    lively(session)


def _opening(session: Session, gerardo: object) -> Iterator[Session]:
    knocked = seat(session, "carmen", Role.OBSERVER, Side.GUEST, name=f"Carmen {MARKER}", votes=False)
    play(session, knocked, c.AskAdmission(f"Carmen {MARKER}", MARKER))
    yield session
    play(session, "alba", c.RefuseAdmission(knocked.key, f"Carmen {MARKER}", f"Sin acreditación {MARKER}"))
    yield session
    for who in ("alba", "dora", "bruno", "elias", "fatima", gerardo):
        admit(session, who)  # type: ignore[arg-type]
        yield session
    hilda = seat(session, None, Role.MEMBER, Side.CIVIL, name="Hilda Paz", organization="Red Sur")
    play(session, "alba", acting.admission(hilda, Via.HALL, provisional=True))
    yield session
    play(session, "dora", c.OpenSession())
    yield session
    play(session, "bruno", c.AskQuorum())
    yield session
    play(session, "alba", c.VerifyQuorum())
    yield session
    play(session, "alba", c.AddItem("Asunto nuevo", "", 10, "A petición de Red Norte", Purpose.DISCUSSION))
    yield session
    play(session, "alba", c.SetItemTime("i5", 20, "Queda poco tiempo"))
    yield session
    yield from _agenda(session)
    play(session, "alba", c.OpenItem("i4"))  # lists what earlier sessions left open
    yield session
    play(session, "alba", c.ConcludeItem("Se tomó nota"))
    yield session
    series = room_of(session).reference.rpartition("-S")[0]
    play(session, "alba", c.DeferItem("i6", "Se verá después", f"{series}-S9"))
    yield session
    play(session, "alba", c.OpenItem("i5"))
    yield session


def _agenda(session: Session) -> Iterator[Session]:
    """The agenda is adopted as amended, amended once more, and an official shows powers, another none."""
    elias, dora = seat_of(session, "elias").key, seat_of(session, "dora").key
    for who, act in (
        ("alba", c.OpenItem("i2")), ("alba", c.AmendAgenda(AgendaChange.MOVED, "i9", "i5")),
        ("dora", c.AdoptAgenda()),
        ("alba", c.AmendAgenda(AgendaChange.RETITLED, "i9", title_es="Asunto con otro nombre", reason="Se precisó")),
        ("alba", c.AmendAgenda(AgendaChange.WITHDRAWN, "i9", reason="Se atenderá por escrito")),
        ("alba", c.RecordCredentials(elias, True, "Acordar en materia de salud", "Oficio 7/2026")),
        ("alba", c.WithdrawCredentials(elias, "El oficio era de otra persona")),
        ("alba", c.RecordCredentials(elias, False)), ("alba", c.WithdrawCredentials(dora, "Se revisa")),
        ("alba", c.RecordCredentials(dora, True, "Nombramiento 12/2026")),
        ("bruno", c.DeclareConflict("i5", "Mi organización recibe fondos del programa")),
    ):  # fmt: skip
        play(session, who, act)
        yield session


def _floor(session: Session, clock: time_machine.Traveller) -> Iterator[Session]:
    for who, act in (
        ("alba", c.ExtendItem(5, "Hay más oradores")),
        ("alba", c.OpenList()), ("bruno", c.RequestFloor()), ("elias", c.RequestFloor()),
        ("elias", c.WithdrawRequest()), ("alba", c.GiveFloor()), ("alba", c.SetAside()),
        ("elias", c.RequestFloor()), ("alba", c.GiveFloor(reason="Bruno no contesta")),
        ("alba", c.PauseSpeech()), ("alba", c.ResumeSpeech()), ("alba", c.ExtendSpeech(30)),
        ("bruno", c.RaisePointOfOrder("No se oye en la sala")),
        ("dora", c.RulePointOfOrder(True, "Se repetirá")), ("elias", c.EndSpeech()),
        ("alba", c.NoteStatement("t2", "Propone conservar el párrafo 6")), ("alba", c.CloseList(20)),
    ):  # fmt: skip
        clock.shift(5)
        play(session, who, act)
        yield session
    clock.shift(21)
    desk.settle(session.pk)
    session.refresh_from_db()
    yield session
    play(session, "alba", c.RecordTurn(seat_of(session, "bruno").key, 40, "Habló desde la sala"), via=Via.HALL)
    yield session
    speaker = seat_of(session, "elias").key
    play(session, "alba", c.CorrectSlip(Slip.TURN_SPEAKER, "t3", speaker, "Se anotó otro nombre"))
    yield session


def _late_paper(session: Session) -> Iterator[Session]:
    """A paper that comes while its item is open keeps back whatever would be decided, until the chair waives it."""
    for act in (c.TablePaper("2", "i5", "Nota de última hora", "2" * 64, now()), c.WaiveCirculation("2", "Es breve")):
        play(session, "alba", act)
        yield session


def _decisions(session: Session, clock: time_machine.Traveller) -> Iterator[Session]:
    lively(session)
    part = Part(Side.PUBLIC, "Elías Montes", "Enviar la nota", (local_day() + timedelta(days=30)), "Acuse de recibo")
    words = c.ProposeAdoption("Conservar el párrafo 6", Effect.BINDS, (part,), "Nombramiento 12/2026")
    play(session, "alba", words)
    yield session
    for who, act in (
        ("bruno", c.Object("Falta una palabra")), ("bruno", c.WithdrawObjection()),
        ("elias", c.StandAside("No es mi tema")), ("alba", c.WithdrawProposal("Se redacta de nuevo")),
        ("alba", words),
    ):  # fmt: skip
        play(session, who, act)
        yield session
    Presence.objects.filter(session=session).exclude(seat__key=seat_of(session, "alba").key).delete()
    desk.settle(session.pk)  # too many lines are lost: the window waits
    session.refresh_from_db()
    yield session
    lively(session)
    desk.settle(session.pk)
    session.refresh_from_db()
    yield session
    clock.shift(31)
    lively(session)
    desk.settle(session.pk)
    session.refresh_from_db()
    yield session
    play(session, "bruno", c.ObjectLate("A1", "Se cortó mi línea"))
    yield session
    play(session, "elias", c.EnterReservation("A1", "Mi oficina hará llegar una nota"))
    yield session
    play(session, "bruno", c.ExplainPosition("A1", "Lo entendemos sin plazo", follows=True))
    yield session
    play(session, "elias", c.Dissociate("A1", "Mi oficina no lo hará suyo"))
    yield session
    play(session, "alba", c.CorrectSlip(Slip.AGREEMENT_TEXT, "A1", "Conservar el párrafo sexto", "Errata"))
    yield session


def _votes(session: Session) -> Iterator[Session]:
    """A roll call that carries an agreement, a secret ballot, a show of hands in the hall, a temperature check."""
    gerardo = session.seats.get(name="Gerardo Luna")
    play(session, gerardo, c.Leave())
    yield session
    admit(session, gerardo, Via.HALL)
    yield session
    roll = c.PutToVote("Publicar las cifras cada mes", Method.ROLL_CALL, agrees=True, effect=Effect.RECOMMENDS,
                       consensus=Sought.NOT_SOUGHT, consensus_note="Vence el plazo")  # fmt: skip
    for who, act in (
        ("alba", c.TakeTemperature("¿Cada mes?")), ("bruno", c.ShowTemperature(Stance.AGREE)),
        ("alba", c.CloseTemperature()), ("alba", c.NoteTemperature("k1")),
        ("alba", roll), ("bruno", c.CastVote(Choice.AGAINST)), ("bruno", c.CastVote(Choice.FOR)),
        ("elias", c.CastVote(Choice.FOR)), ("dora", c.CloseVote()), ("dora", c.DeclareResult(True)),
        ("elias", c.ExplainVote("v1", "Mi oficina ya las reúne")), ("alba", c.ReadAgreement("A2")),
        ("dora", c.PutToVote("Sesionar en otra sede", Method.SECRET)), ("bruno", c.CastVote(Choice.AGAINST)),
        ("dora", c.CastVote(Choice.ABSTAIN)), ("elias", c.CastVote(Choice.FOR)), (gerardo, c.CastVote(Choice.FOR)),
        ("dora", c.CloseVote()), ("dora", c.DeclareResult(True)),
        ("dora", c.PutToVote("Hacer un receso", Method.SHOW)), ("bruno", c.CastVote(Choice.FOR)),
        ("alba", c.CountHall(0, 1, 0)), ("elias", c.CountHall(0, 1, 0)), ("dora", c.WithdrawVote("No hace falta")),
    ):  # fmt: skip
        play(session, who, act)
        yield session


def _questions(session: Session) -> Iterator[Session]:
    """Asked in writing: let through, merged, declined, supported, answered both ways, owed, left open."""
    elias = seat_of(session, "elias").key
    day = add_business_days(local_day(), 14, STATUTORY)
    for who, act in (
        ("alba", c.OpenQuestions()), ("bruno", c.AskQuestion("¿Cuándo se publica?")),
        ("fatima", c.AskQuestion(f"¿Cuándo se va a publicar? {MARKER}")),
        ("bruno", c.AskQuestion("¿Quién responde?")),
        ("fatima", c.AskQuestion(f"¿{MARKER}?")), ("fatima", c.AskQuestion("¿En qué formato?")),
        ("alba", c.ApproveQuestion("q1")), ("alba", c.ApproveQuestion("q3")), ("alba", c.MergeQuestion("q2", "q1")),
        ("alba", c.DeclineQuestion("q4", f"No es del punto {MARKER}")), ("dora", c.ApproveQuestion("q5")),
        ("elias", c.SupportQuestion("q5")), ("bruno", c.SupportQuestion("q5")), ("bruno", c.WithdrawSupport("q5")),
        ("elias", c.AnswerQuestion("q1", "En mayo")), ("alba", c.NoteAnswered("q3", "t2")),
        ("alba", c.OweAnswer("q5", elias, day)), ("bruno", c.AskQuestion("¿Y después?")),
        ("alba", c.ApproveQuestion("q6")), ("bruno", c.AskQuestion(f"¿Nadie la vio? {MARKER}")),
        ("dora", c.CloseQuestions()), ("bruno", c.SubmitStatement("Postura", "Pedimos cifras.", "es", "i5")),
        ("alba", c.OpenChat()), ("alba", c.CloseChat()),
    ):  # fmt: skip
        play(session, who, act)
        yield session


def _on_paper(session: Session, clock: time_machine.Traveller) -> Iterator[Session]:
    """The line is lost for some minutes: what was done is entered afterwards, each at its hour."""
    clock.shift(600)
    lively(session)
    bruno, dora = seat_of(session, "bruno").key, seat_of(session, "dora").key
    hands = c.RecordPaperVote("Publicar en papel", Method.SHOW, in_favour=2, against=1, scrutineers=(bruno, dora))
    slip = c.RecordPaperAgreement("Imprimir el sobre", Effect.COMMITS, cut_off=(bruno,))
    for ago, act in ((8, c.RecordTurn(bruno, 60, "En papel")), (6, hands), (5, slip)):
        play(session, "alba", act, via=Via.PAPER, happened_at=now() - timedelta(minutes=ago))
        yield session
    play(session, "alba", c.ReadAgreement("A3"))
    yield session


def _reserves(session: Session) -> Iterator[Session]:
    """Off the record and back; an item is reserved to those cleared, something is said in it, it opens again."""
    bruno, elias = seat_of(session, "bruno"), seat_of(session, "elias")
    gerardo = session.seats.get(name="Gerardo Luna")
    today = day_of(now(), room_of(session).zone)
    reserve = c.ClassifyItem(
        "i5", Circle.CLOSED, "Negociación en curso", "LGTAIP, artículo 113, fracción II", "Se perdería la posición",
        "Sin posición no hay acuerdo que informar", "Solo este punto y hasta su fin", today + timedelta(days=90),
        "Se vio la posición de México", reservable=True,
    )  # fmt: skip
    for who, act in (
        ("dora", c.GoOffRecord("Se lee un documento ajeno")), ("dora", c.BackOnRecord()),
        ("alba", c.ClearSeat(bruno.key, bruno.name, "Firmó el compromiso")),
        ("alba", c.ClearSeat(elias.key, elias.name, "Firmó el compromiso")),
        ("alba", c.ClearSeat(gerardo.key, gerardo.name, "Firmó el compromiso")),
        ("alba", reserve), ("alba", c.ConfirmReserve("i5", "CT/31/2026", today)), ("alba", c.OpenList()),
        ("bruno", c.RequestFloor()), ("alba", c.GiveFloor()), ("bruno", c.EndSpeech()),
        ("alba", c.NoteStatement("t4", "Dice hasta dónde se cede")), ("alba", c.ConcludeItem("Queda la posición")),
        ("alba", c.ReopenItem("i5", "Faltó una palabra")),
        ("alba", c.UnclearSeat(gerardo.key, "Terminó su encargo")),
        ("alba", c.DeclassifyItem("i5", "El Comité no confirmó la reserva")),
    ):  # fmt: skip
        play(session, who, act)
        yield session


def _speaking(session: Session, clock: time_machine.Traveller) -> Iterator[Session]:
    """Time by side, replies granted, refused and given up, an expert, an interpreter, a list of one side."""
    vera = seat(session, None, Role.EXPERT, Side.GUEST, name="Vera Sanz", organization="Instituto")
    tun = seat(session, None, Role.INTERPRETER, Side.GUEST, name="Eva Tun")
    for one in (vera, tun):
        admit(session, one)
        yield session
    for who, act in (
        ("alba", c.SetBudget("i5", Side.PUBLIC, 1)), ("alba", c.OpenList()), ("elias", c.RequestFloor()),
        ("alba", c.GiveFloor(reason="Falta su dato")), (tun, c.MarkLanguage("nah")),
        (tun, c.RelayText("MARCADOR-SUBTITULO buenos días", "es")), ("bruno", c.AskReply("t3", "Me nombró")),
        ("bruno", c.AskExpert("Vera Sanz", "Las cifras")), ("alba", c.InviteExpert(vera.key, "Las cifras", "z1")),
        ("dora", c.AskReply("t3", "También a mí")), ("alba", c.GrantReply("y1")), ("elias", c.EndSpeech()),
        ("alba", c.RefuseReply("y2", "No se le nombró")), (vera, c.RequestFloor()), ("alba", c.GiveReply()),
        ("bruno", c.EndSpeech()), ("alba", c.GiveFloor()), (vera, c.EndSpeech()), ("bruno", c.AskReply("t6", "Otra")),
        ("bruno", c.WithdrawReply()), ("alba", c.SetBudget("i5", Side.PUBLIC, 0)),
        ("elias", c.RequestFloor()), ("alba", c.GiveFloor()), ("dora", c.WithdrawFloor("Habla de otro punto")),
        ("alba", c.SetSpeakingTime(90)), ("elias", c.RequestFloor(language="nah")), ("elias", c.WithdrawRequest()),
        ("alba", c.CloseList(30, "Es tarde")), ("alba", c.CloseList(0, "Es tarde")), ("alba", c.OpenList()),
        ("bruno", c.RaisePointOfOrder("", PointKind.HEARING)), ("dora", c.RulePointOfOrder(True, "Se repite")),
        ("alba", c.SetSpeakingTime(0)),
    ):  # fmt: skip
        clock.shift(5)
        play(session, who, act)
        yield session


def _motions(session: Session, clock: time_machine.Traveller) -> Iterator[Session]:
    """A ruling overturned, one upheld after a recount, a motion lost, one withdrawn, one lapsed, a reconsideration
    that ends in another agreement, an adjournment of debate and a closure without objection."""
    lively(session)
    show, put, later = Method.SHOW, "¿Procede?", f"A{len(room_of(session).agreements) + 1}"
    everybody = (c.CastVote(Choice.AGAINST), c.CastVote(Choice.AGAINST))
    for who, act in (
        ("bruno", c.RaisePointOfOrder("Orden")), ("dora", c.RulePointOfOrder(False, "No procede")),
        ("bruno", c.AppealRuling("Sí procedía")), ("dora", c.PutToVote(put, show, motion="m1")),
        ("bruno", everybody[0]), ("elias", everybody[1]), ("dora", c.CloseVote()), ("dora", c.DeclareResult(False)),
        ("bruno", c.RaisePointOfOrder("Orden")), ("dora", c.RulePointOfOrder(False, "Tampoco")),
        ("bruno", c.AppealRuling("Otra vez")), ("dora", c.PutToVote(put, show, motion="m2")),
        ("dora", c.CloseVote()), ("bruno", c.RequestRecount("No se contó bien")), ("elias", c.CastVote(Choice.FOR)),
        ("dora", c.CloseVote()), ("dora", c.DeclareResult(True)),
        ("bruno", c.MoveProcedural(MotionKind.CLOSURE, "Ya se dijo todo")),
        ("elias", c.SpeakOnMotion(Speaks.AGAINST)), ("dora", c.HearOnMotion()), ("elias", c.EndSpeech()), ("dora",
        c.PutToVote(put, show, motion="m3")),
        ("elias", everybody[0]), ("dora", c.CloseVote()), ("dora", c.DeclareResult(False)),
        ("bruno", c.MoveProcedural(MotionKind.SUSPENSION, "Un receso")), ("bruno", c.WithdrawMotion()),
        ("bruno", c.MoveReconsider("A2", "Hay cifras nuevas")), ("dora", c.PutToVote(put, show, motion="m5")),
        ("bruno", c.CastVote(Choice.FOR)), ("elias", c.CastVote(Choice.FOR)), ("dora", c.CloseVote()),
        ("dora", c.DeclareResult(True)), ("dora", c.PutToVote("Publicar cada semana", Method.ROLL_CALL, agrees=True)),
        ("elias", c.CastVote(Choice.FOR)), ("dora", c.CloseVote()), ("dora", c.DeclareResult(True)),
        ("dora", c.SupersedeAgreement("A2", later)), ("dora", c.ReadAgreement(later)),
        ("elias", c.MoveProcedural(MotionKind.CLOSURE, "Ya")),
        ("bruno", c.MoveProcedural(MotionKind.DEBATE, "Falta un documento")), ("dora", c.CarryMotion()),
        ("dora", c.OpenItem("i5")), ("elias", c.MoveProcedural(MotionKind.ADJOURNMENT, "Es tarde")),
    ):  # fmt: skip
        clock.shift(2)
        play(session, who, act)
        yield session
    play(session, "elias", c.Leave())
    yield session
    play(session, "dora", c.LapseMotion("Quien la presentó se fue"))
    yield session
    admit(session, "elias")
    yield session
    for who, act in (
        ("dora", c.MoveProcedural(MotionKind.CLOSURE, "Basta")), ("alba", c.CarryMotion()),
    ):  # fmt: skip
        play(session, who, act)
        yield session


PARAGRAPHS = ("El país toma nota de las cifras.", "Se publican cada año.", "Las organizaciones las revisan.")


def _upon_text(chance: random.Random) -> tuple[c.Command, ...]:
    """What people may think of doing to a text on the table."""
    p, base = f"x1.{chance.randint(1, 4)}", chance.randint(1, 2)
    one, how = f"x1.a{chance.randint(1, 3)}", chance.choice((Lift.KEEP, Lift.DELETE))
    about = chance.choice(("x1", one, "x1.b1.keep", "x1.b1.delete", "x1.d1.1", "x1.d1.2"))
    return (
        c.PresentText(TextKind.ZERO_DRAFT, "Borrador", PARAGRAPHS), c.OrderAmendments(), c.RuleAdmissible(one),
        c.SubmitAmendment(p, base, chance.choice(tuple(AmendmentKind)), "Otras palabras."),
        c.SubmitAmendment(p, base, AmendmentKind.REPLACE, "Se publican cada mes."), c.RuleAdmissible(one),
        c.CoSponsor(one), c.WithdrawSponsor(one), c.ReviseAmendment(one, base, "Otras."), c.RuleOutOfOrder(one, "No"),
        c.EditParagraph(p, base, "Se publican."), c.PlaceBracket(p, base), c.AddAlternative("x1.b1", "nada"),
        c.ConsentToLift("x1.b1", how), c.LiftBracket("x1.b1", how), c.AgreeParagraph(p),
        c.ReopenParagraph(p, "Faltó"), c.MoveDivision("x1", ("x1.1", "x1.2")), c.RuleDivision("x1.d1", True, ""),
        c.ProposeAdoption("", Effect.BINDS, about=about), c.PutToVote("", Method.SHOW, about=about),
    )  # fmt: skip


def _text(session: Session, clock: time_machine.Traveller) -> Iterator[Session]:
    """A text from its presentation to its adoption, with everything that may become of its parts."""
    bruno, elias = seat_of(session, "bruno").key, seat_of(session, "elias").key
    replace_, add, delete = AmendmentKind.REPLACE, AmendmentKind.ADD, AmendmentKind.DELETE
    steps: tuple[tuple[str, c.Command], ...] = (
        ("alba", c.PresentText(TextKind.CHAIR, "Borrador de posición", PARAGRAPHS)),
        ("bruno", c.SubmitAmendment("x1.2", 1, replace_, "Se publican cada mes.", "Un año es mucho")),
        ("fatima", c.SubmitAmendment("x1.3", 1, add, "En su lengua. Sin costo.", "", bruno)),
        ("elias", c.SubmitAmendment("x1.2", 1, delete)), ("bruno", c.CoSponsor("x1.a2")),
        ("bruno", c.ReviseAmendment("x1.a1", 1, "Se publican cada mes, por municipio.")),
        ("elias", c.CoSponsor("x1.a1")), ("elias", c.WithdrawSponsor("x1.a1")),
        ("alba", c.RuleAdmissible("x1.a1")), ("alba", c.RuleAdmissible("x1.a2")),
        ("alba", c.RuleAdmissible("x1.a3")), ("bruno", c.SubmitAmendment("x1.1", 1, delete)),
        ("dora", c.RuleOutOfOrder("x1.a4", "Ya se decidió")), ("bruno", c.SubmitAmendment("x1.1", 1, delete)),
        ("bruno", c.WithdrawSponsor("x1.a5")), ("alba", c.OrderAmendments()),
        ("alba", c.EditParagraph("x1.1", 1, "El país toma nota de las cifras de abasto.")),
        ("alba", c.PlaceBracket("x1.1", 2, "toma nota de", ("promueve",), (bruno, elias))),
        ("bruno", c.AddAlternative("x1.b1", "reconoce")),
        ("alba", c.MergeAlternatives("x1.b1", 1, 2, "reconoce y usa")),
        ("bruno", c.ConsentToLift("x1.b1", Lift.ALTERNATIVE, 3)),
        ("elias", c.LiftBracket("x1.b1", Lift.ALTERNATIVE, 3)),
        ("alba", c.AgreeParagraph("x1.1")), ("alba", c.ReopenParagraph("x1.1", "Falta una coma")),
        ("bruno", c.MoveDivision("x1.a2", ("En su lengua.", "Sin costo."))),
        ("dora", c.RuleDivision("x1.d1", True, "")),
    )  # fmt: skip
    for who, act in steps:
        play(session, who, act)
        yield session
    clock.shift(1801)
    lively(session)
    desk.settle(session.pk)  # the term for amendments ends
    session.refresh_from_db()
    yield session
    play(session, "dora", c.WaiveDeadline("Falta una voz"))
    yield session
    lost = (c.PutToVote("", Method.SHOW, about="x1.a3"), c.CloseVote(), c.DeclareResult(False))
    for act in (*lost, "x1.d1.1", "x1.d1.2", "x1.a2", "x1.a1", "x1"):
        clock.shift(1)
        lively(session)
        play(session, "alba", c.ProposeAdoption("", Effect.RECOMMENDS, about=act) if isinstance(act, str) else act)
        yield session
        if isinstance(act, str):
            clock.shift(31)
            lively(session)
            desk.settle(session.pk)
            session.refresh_from_db()
            yield session
    play(session, "alba", c.ReadAgreement("A5"))
    yield session


def _undoing(session: Session) -> Iterator[Session]:
    hilda = session.seats.get(name="Hilda Paz")
    play(session, "alba", c.ConfirmAccreditation(hilda.key, "Oficio 12/2026"))
    yield session
    play(session, "alba", c.AddItem("Un error", "A mistake", 5, "Se pulsó sin querer"))
    yield session
    play(session, "alba", c.Undo())
    yield session


def _ending(session: Session, clock: time_machine.Traveller) -> Iterator[Session]:
    elias = seat_of(session, "elias").key
    for who, act in (
        ("alba", c.ConcludeItem("Acordado")), ("alba", c.ReopenItem("i5", "Faltó un nombre")),
        ("alba", c.Suspend("Receso", None)), ("alba", c.Resume()),
        ("alba", c.OpenItem("i7")), ("alba", c.ReadAgreement("A1")),
        ("alba", c.HandOverChair(elias)), ("dora", c.Leave()),
    ):  # fmt: skip
        clock.shift(5)
        play(session, who, act)
        yield session
    Presence.objects.filter(seat__key=elias, session=session).delete()
    play(session, "alba", c.TakeChair("La presidencia perdió la línea"))
    yield session
    play(session, "alba", c.Remove(seat_of(session, "fatima").key, "Grabó sin permiso"))
    yield session
    for act in (c.CloseSession(), c.ReopenSession("Faltó leer un acuerdo"), c.CloseSession()):
        play(session, "alba", act)
        yield session
    clock.shift(901)
    play(session, "bruno", c.HandInText("A1", "Texto que se anunció"))
    yield session
    clock.shift(1)
    desk.settle(session.pk)
    session.refresh_from_db()
    yield session
