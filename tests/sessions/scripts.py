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
from sessions import desk
from sessions.core import commands as c
from sessions.core.events import Part
from sessions.core.refusals import Refused
from sessions.core.ruleset import Rules
from sessions.core.terms import Choice, Effect, Method, Role, Side, Slip, Stance, Via
from sessions.models import Presence, Session
from tests.factories.sessions import (
    admit,
    lively,
    play,
    seat,
    seat_of,
    session_at_its_hour,
    session_closed,
    session_convened,
    session_open,
)

MARKER = "MARCADOR-SOLO-MESA"  # in the words that only the desk may hear
RULES = Rules(objection_seconds=30, speech_seconds=60, late_objection_hours=0, seal_seconds=900)


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
        yield from _decisions(session, clock)
        yield from _votes(session)
        yield from _questions(session)
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
        c.RecordTurn(seat_key, 20, "Fuera de lista"), c.NoteStatement("t1", "Dijo"), c.RaisePointOfOrder("Orden"),
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
        c.OweAnswer(question, seat_key, (now() + timedelta(days=9)).date()),
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
    play(session, "dora", c.OpenSession())
    yield session
    play(session, "bruno", c.AskQuorum())
    yield session
    play(session, "alba", c.VerifyQuorum())
    yield session
    play(session, "alba", c.AddItem("Asunto nuevo", "", 10, "A petición de Red Norte"))
    yield session
    play(session, "alba", c.SetItemTime("i5", 20, "Queda poco tiempo"))
    yield session
    play(session, "alba", c.OpenItem("i4"))  # lists what earlier sessions left open
    yield session
    play(session, "alba", c.ConcludeItem("Se tomó nota"))
    yield session
    play(session, "alba", c.DeferItem("i6", "Se verá después"))
    yield session
    play(session, "alba", c.OpenItem("i5"))
    yield session


def _floor(session: Session, clock: time_machine.Traveller) -> Iterator[Session]:
    for who, act in (
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


def _decisions(session: Session, clock: time_machine.Traveller) -> Iterator[Session]:
    lively(session)
    part = Part(Side.PUBLIC, "Elías Montes", "Enviar la nota", (now() + timedelta(days=30)).date())
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
    play(session, "alba", c.CorrectSlip(Slip.AGREEMENT_TEXT, "A1", "Conservar el párrafo sexto", "Errata"))
    yield session


def _votes(session: Session) -> Iterator[Session]:
    """A roll call that carries an agreement, a secret ballot, a show of hands in the hall, a temperature check."""
    gerardo = session.seats.get(name="Gerardo Luna")
    play(session, gerardo, c.Leave())
    yield session
    admit(session, gerardo, Via.HALL)
    yield session
    roll = c.PutToVote("Publicar las cifras cada mes", Method.ROLL_CALL, agrees=True, effect=Effect.RECOMMENDS)
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
    day = add_business_days(now().date(), 14, STATUTORY)
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


def _undoing(session: Session) -> Iterator[Session]:
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
    desk.settle(session.pk)
    session.refresh_from_db()
    yield session
