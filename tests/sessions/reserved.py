"""A meeting with a reserved item, and each word said in it bears a mark that must not leak.

Most tests need some of what may be said; `whole` plays all of it (`everything_said.py`), which takes a while.
"""

from datetime import timedelta
from typing import Any

import time_machine

from sessions import desk, services
from sessions.core import commands as c
from sessions.core.events import Part
from sessions.core.ruleset import Rules
from sessions.core.terms import Choice, Circle, Effect, Method, Role, Side, Slip, Sought, Stance, Via
from sessions.models import Presence, Seat, Session
from tests.day import local_day
from tests.factories.sessions import (
    admit,
    admit_all,
    lively,
    play,
    room_of,
    seat,
    seat_of,
    session_in_lobby,
)
from tests.sessions.everything_said import MARK, everything_said

BEFORE = "DICHO-ANTES-DE-LA-RESERVA"
TOLD = "Se trata la posición de México; su contenido se dará a conocer al concluir la negociación."
RULES = Rules(
    vote_seconds=0, objection_seconds=30, speech_seconds=60, undo_seconds=60, budgets=True, amendment_minutes=30
)


def reserve(circle: Circle, **fields: Any) -> c.ClassifyItem:
    """The act of the reserve of item `i5`: everything in it is public."""
    given: dict[str, Any] = {
        "item": "i5", "circle": circle, "ground": "Negociaciones internacionales",
        "article": "LGTAIP, artículo 113, fracción II", "risk": "Se perdería la posición en la negociación.",
        "interest": "Sin posición no habría resultado que informar.", "least": "Solo este punto y hasta su fin.",
        "until": local_day() + timedelta(days=400), "told": TOLD, "reservable": True,
    }  # fmt: skip
    return c.ClassifyItem(**{**given, **fields})


def with_reserved_item(
    circle: Circle, clock: time_machine.Traveller, *, whole: bool = False, **fields: Any
) -> Session:
    """A session in which `i5` is reserved after something was said in it, then dealt with to its end, and beyond.

    Bruno and elias are cleared; carmen, a member with a vote, and fatima, who observes, are not. The session goes on.
    """
    session = session_in_lobby(admit=False, rules=RULES, **fields)
    Session.objects.filter(pk=session.pk).update(public_live=True)
    session.refresh_from_db()
    carmen = seat(session, "carmen", Role.MEMBER, Side.CIVIL, organization="Red Sur")
    admit_all(session)
    lively(session)
    _before(session, carmen)
    for who in ("bruno", "elias"):
        play(session, "alba", c.ClearSeat(seat_of(session, who).key, seat_of(session, who).name, "Firmó"))
    play(session, "alba", reserve(circle))
    _paper(session)
    _floor(session, carmen if circle is Circle.MEMBERS else None)
    play(session, carmen, c.Leave())  # whoever may not hear it decides nothing of it
    _decisions(session, clock)
    _votes(session)
    if whole:
        everything_said(session, clock)
    admit(session, carmen)
    _ending(session)
    return session


def _before(session: Session, carmen: Seat) -> None:
    for who, act in (
        ("dora", c.OpenSession()), ("alba", c.OpenItem("i5")), ("alba", c.OpenList()), (carmen, c.RequestFloor()),
        ("alba", c.GiveFloor()), (carmen, c.EndSpeech()), ("alba", c.NoteStatement("t1", BEFORE)),
        ("bruno", c.RequestFloor()),
    ):  # fmt: skip
        play(session, who, act)


def _paper(session: Session) -> None:
    services.paper_add(
        session, title=f"Documento {MARK}", language="es", position=5, file=None, text=f"Texto {MARK}",
        by=session.created_by,
    )  # fmt: skip
    session.refresh_from_db()
    play(session, "dora", c.WaiveCirculation(room_of(session).papers[-1].id, f"Es breve {MARK}"))


def _floor(session: Session, also: Seat | None) -> None:
    speaker = seat_of(session, "bruno")
    for who, act in (
        ("alba", c.OpenList()), ("bruno", c.RequestFloor()), ("elias", c.RequestFloor()),
        ("alba", c.GiveFloor("r4", f"Fuera de lista {MARK}")), ("alba", c.PauseSpeech()), ("alba", c.ResumeSpeech()),
        ("alba", c.ExtendSpeech(30)), ("bruno", c.RaisePointOfOrder(f"Moción {MARK}")),
        ("dora", c.RulePointOfOrder(True, f"Resuelve {MARK}")), ("elias", c.EndSpeech()),
        ("alba", c.NoteStatement("t1", f"Nota posterior {MARK}")),
        ("alba", c.NoteStatement("t2", f"Dice {MARK}")), ("alba", c.NoteStatement("t2", f"Dijo {MARK}")),
        ("alba", c.Undo()), ("alba", c.CorrectSlip(Slip.RULING, "o1", f"Resolvió {MARK}", f"Errata {MARK}")),
        ("alba", c.CorrectSlip(Slip.STATEMENT, "t2", f"Dijo bien {MARK}", f"Errata {MARK}")),
        ("alba", c.SetItemTime("i5", 50, f"Por {MARK}")),
    ):  # fmt: skip
        play(session, who, act)
    turn = c.RecordTurn(speaker.key, 40, f"Habló {MARK}")
    play(session, "alba", turn, via=Via.HALL)
    if also is not None:
        play(session, also, c.RequestFloor())


def _decisions(session: Session, clock: time_machine.Traveller) -> None:
    lively(session)
    part = Part(Side.PUBLIC, f"Elías {MARK}", f"Enviar {MARK}", (local_day() + timedelta(days=30)),
                f"Acuse {MARK}")  # fmt: skip
    words = c.ProposeAdoption(f"Acordar {MARK}", Effect.BINDS, (part,), f"Poder {MARK}", ad_referendum=True)
    for who, act in (
        ("alba", words), ("bruno", c.Object(f"Objeta {MARK}")), ("bruno", c.WithdrawObjection()),
        ("elias", c.StandAside(f"No es {MARK}")), ("alba", c.WithdrawProposal(f"Otra vez {MARK}")), ("alba", words),
    ):  # fmt: skip
        play(session, who, act)
    Presence.objects.filter(session=session).exclude(seat__key=seat_of(session, "alba").key).delete()
    desk.settle(session.pk)
    lively(session)
    desk.settle(session.pk)
    clock.shift(31)
    lively(session)
    desk.settle(session.pk)
    session.refresh_from_db()
    for who, act in (
        ("bruno", c.ObjectLate("A1", f"Se cortó {MARK}")), ("elias", c.EnterReservation("A1", f"Difiere {MARK}")),
        ("alba", c.CorrectSlip(Slip.AGREEMENT_TEXT, "A1", f"Acordar bien {MARK}", f"Errata {MARK}")),
    ):  # fmt: skip
        play(session, who, act)


def _votes(session: Session) -> None:
    roll = c.PutToVote(f"Votar {MARK}", Method.ROLL_CALL, agrees=True, parts=(
        Part(Side.CIVIL, f"Bruno {MARK}", f"Revisar {MARK}", None, f"Lista {MARK}"),
    ), consensus=Sought.NOT_SOUGHT, consensus_note=f"Vence el plazo {MARK}")  # fmt: skip
    for who, act in (
        ("alba", c.TakeTemperature(f"Sondeo {MARK}")), ("bruno", c.ShowTemperature(Stance.AGREE)),
        ("alba", c.CloseTemperature()), ("alba", c.NoteTemperature("k1")),
        ("alba", c.PutToVote(f"Otra {MARK}", Method.SHOW)), ("alba", c.WithdrawVote(f"Retira {MARK}")),
        ("alba", roll), ("bruno", c.CastVote(Choice.FOR)), ("elias", c.CastVote(Choice.FOR)), ("dora", c.CloseVote()),
        ("dora", c.DeclareResult(True)), ("elias", c.ExplainVote("v2", f"Explica {MARK}")),
        ("alba", c.PutToVote(f"Tercera {MARK}", Method.SHOW, consensus=Sought.SOUGHT,
                             consensus_note=f"Se intentó {MARK}")), ("bruno", c.CastVote(Choice.AGAINST)),
        ("dora", c.CloseVote()), ("dora", c.DeclareResult(True, f"Declara {MARK}")),
    ):  # fmt: skip
        play(session, who, act)


def _ending(session: Session) -> None:
    """It is deferred, taken up again, concluded, reopened and concluded; then its agreements are read back."""
    for who, act in (
        ("alba", c.DeferItem("i5", f"Aplaza {MARK}", _sister(session))), ("alba", c.OpenItem("i5")),
        ("alba", c.ConcludeItem(f"Concluye {MARK}")), ("alba", c.ReopenItem("i5", f"Reabre {MARK}")),
        ("alba", c.ConcludeItem(f"Concluye otra vez {MARK}")),
        ("alba", c.NoteStatement("t3", f"Después de concluir {MARK}")), ("alba", c.OpenItem("i7")),
    ):  # fmt: skip
        play(session, who, act)
    for agreement in room_of(session).agreements:
        if not agreement.read:
            play(session, "alba", c.ReadAgreement(agreement.id))


def _sister(session: Session) -> str:
    """A later session of its series."""
    series, _, number = room_of(session).reference.rpartition("-S")
    return f"{series}-S{int(number) + 1}"


def ended(session: Session, clock: time_machine.Traveller) -> None:
    """Closed and sealed."""
    play(session, "alba", c.CloseSession())
    clock.shift(901)
    desk.settle(session.pk)
    session.refresh_from_db()
