"""Two scripts: a follow-up meeting held weeks ago, and the doors of the one about to open. Invented throughout."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from incidencia.accounts.models import Person
from incidencia.clock import now
from sessions.core import commands as c
from sessions.core.events import Part
from sessions.core.terms import Effect, Side, Slip, Via
from sessions.demonstration.player import Line, Player
from sessions.demonstration.votes import play_roll_call, play_temperature
from sessions.models import Session

ACCESS = (
    "La oficina incluirá en la posición del país el acceso a medicamentos controlados para cuidados paliativos, con "
    "el texto leído en esta sesión."
)
FIGURES = (
    "La oficina publicará las cifras de abasto de opioides de uso médico por entidad; las organizaciones enviarán los "
    "casos de desabasto que documenten."
)


def past_meeting(session: Session, people: Mapping[str, Person], start: datetime) -> None:
    """Play the whole meeting, from the lobby to the seal. `start` is the hour it was convened for."""
    stage = Player(session, people, start - timedelta(minutes=20))
    overdue, later = now().date() - timedelta(days=9), now().date() + timedelta(days=25)
    _open(stage)
    _first_subject(stage, overdue)
    _second_subject(stage, later)
    _end(stage)


def open_doors(session: Session, people: Mapping[str, Person], start: datetime) -> None:
    """The lobby of the session about to open: some are in the hall, one on the telephone, one knocks.

    Those in the hall have no line to lose, so that a visitor alone can play the whole meeting.
    """
    stage = Player(session, people, start)
    stage.play(Line(0, "alba", c.OpenLobby()))
    stage.admit("alba")
    stage.admit("dora", "elias", "ximena", "nadia", "irene", "juana", via=Via.HALL)
    stage.admit("marta", via=Via.PHONE)
    gael = stage.seats["gael"]
    stage.play(Line(5, "gael", c.AskAdmission(gael.name, gael.organization)))


def _open(stage: Player) -> None:
    stage.play(Line(0, "alba", c.OpenLobby()))
    stage.admit("alba", "dora", "elias", "bruno", "nadia", "gael", "irene", "fatima")
    stage.admit("juana", via=Via.HALL)
    stage.admit("marta", via=Via.PHONE)
    stage.play(
        Line(1160, "alba", c.OpenSession()),
        Line(10, "alba", c.OpenItem("i1")),
        Line(180, "alba", c.ConcludeItem("Se verificó la asistencia.")),
        Line(5, "alba", c.OpenItem("i2")),
        Line(120, "alba", c.ConcludeItem("Se aprobó el orden del día sin cambios.")),
        Line(5, "alba", c.OpenItem("i3")),
        Line(60, "alba", c.ConcludeItem("No hay acta anterior: es la primera sesión del proceso.")),
        Line(5, "alba", c.OpenItem("i4")),
        Line(45, "alba", c.ConcludeItem("Sin acuerdos pendientes.")),
    )


def _turn(stage: Player, who: str, seconds: int, said: str, behalf: str = "", via: Via = Via.WEB) -> None:
    """Ask, get the floor, speak, and have the statement noted while speaking."""
    asker = "alba" if behalf else who
    stage.play(
        Line(4, asker, c.RequestFloor(), behalf, via),
        Line(6, "alba", c.GiveFloor()),
        Line(seconds - 10, "alba", c.NoteStatement(f"t{stage.wait(0).made.get('t', 0) + 1}", said)),
        Line(10, "alba", c.EndSpeech()),
    )


def _first_subject(stage: Player, due: date) -> None:
    stage.play(Line(20, "alba", c.OpenItem("i5")), Line(15, "alba", c.OpenList()))
    _turn(stage, "bruno", 150, "Pide que la posición mencione el acceso a opioides para el dolor y los cuidados "
                               "paliativos; en su red, cuatro de cada diez familias no los consiguen.")
    _turn(stage, "marta", 95, "Por teléfono: en la frontera las familias cruzan para comprarlos; pide que se diga.",
          behalf="marta", via=Via.PHONE)
    stage.play(
        Line(8, "elias", c.RequestFloor()),
        Line(4, "alba", c.GiveFloor()),
        Line(40, "irene", c.RaisePointOfOrder("El texto de la presidencia no se ha leído en voz alta.")),
        Line(35, "alba", c.RulePointOfOrder(True, "Tiene razón: se lee el texto antes de seguir.")),
        Line(70, "alba", c.NoteStatement("t3", "Salud global apoya el punto y ofrece cifras de abasto por entidad.")),
        Line(15, "elias", c.EndSpeech()),
        Line(20, "alba", c.CloseList()),
    )
    part = Part(Side.PUBLIC, "Oficina de Enlace para Asuntos Multilaterales",
                "Incorpora el texto leído en el borrador de posición", due)
    stage.play(Line(25, "alba", c.ProposeAdoption(ACCESS, Effect.BINDS, (part,), "Facultades de la presidencia")))
    stage.wait(95)


def _second_subject(stage: Player, due: date) -> None:
    stage.play(
        Line(20, "alba", c.ConcludeItem("Se adopta el acuerdo sobre acceso a medicamentos.")),
        Line(10, "alba", c.OpenItem("i6")),
        Line(10, "alba", c.OpenList()),
    )
    _turn(stage, "gael", 110, "Propone que las cifras se publiquen cada mes y por municipio.")
    _turn(stage, "juana", 80, "En la sala: en su comunidad no hay farmacia; pide que se cuenten también esos casos.",
          behalf="juana", via=Via.HALL)
    play_temperature(stage)
    parts = (
        Part(Side.PUBLIC, "Enlace de salud global", "Publica las cifras de abasto por entidad", due,
             "Cuadro publicado en el portal, con fecha"),
        Part(Side.CIVIL, "Red Cuidar del Valle, A. C.", "Reúne y envía los casos de desabasto", due),
    )
    stage.play(
        Line(30, "alba", c.ProposeAdoption(FIGURES, Effect.COMMITS, parts, ad_referendum=True)),
        Line(25, "gael", c.Object("Por entidad no basta: debe ser por municipio.")),
        Line(120, "gael", c.WithdrawObjection()),
        Line(6, "irene", c.StandAside("Prefiere cifras mensuales, pero no bloquea.")),
    )
    stage.wait(95)
    stage.play(
        Line(20, "gael", c.EnterReservation("A2", "Jóvenes por la Vida Digna mantiene que las cifras deben publicarse "
                                                  "por municipio y pedirá revisarlo en la próxima sesión.")),
        Line(15, "alba", c.CorrectSlip(Slip.RULING, "o1", "Tiene razón: se lee el texto completo antes de seguir.",
                                       "Faltó una palabra")),
    )
    play_roll_call(stage)
    stage.play(Line(10, "alba", c.ConcludeItem("Se adopta el acuerdo sobre cifras; se formuló una reserva.")))


def _end(stage: Player) -> None:
    stage.play(
        Line(10, "alba", c.OpenItem("i7")),
        Line(90, "alba", c.RecordTurn(stage.seats["nadia"].key, 45, "Invita a la reunión sobre lagunas costeras."),
             ago=60),
        Line(20, "alba", c.OpenItem("i8")),
        Line(40, "alba", c.ReadAgreement("A1")),
        Line(40, "alba", c.ReadAgreement("A2")),
        Line(15, "alba", c.OpenItem("i9")),
        Line(30, "alba", c.CloseSession()),
    )  # fmt: skip
    stage.wait(stage.wait(0).rules.seal_seconds + 5)
