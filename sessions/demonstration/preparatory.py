"""A preparatory meeting on a text: amendments, brackets, a roll call, a secret ballot, a reservation. Invented throughout."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from incidencia.accounts.models import Person
from sessions.core import commands as c
from sessions.core.terms import AmendmentKind, Choice, Effect, Lift, Method, TextKind, Via
from sessions.demonstration.player import Line, Player
from sessions.models import Session

TITLE = "Párrafos sobre acceso y prevención para el periodo extraordinario de sesiones"
TEXT = (
    "Los Estados reconocen que el acceso a medicamentos controlados para el dolor y los cuidados paliativos es parte "
    "del derecho a la salud.",
    "Los Estados publicarán cada año las cifras de abasto de esos medicamentos.",
    "Las organizaciones de la sociedad civil participan en la prevención y en el seguimiento de lo acordado.",
)
QUARTERLY = "Los Estados publicarán cada tres meses, por entidad, las cifras de abasto de esos medicamentos."
WITH_YOUTH = (
    "Las organizaciones de la sociedad civil, con las de jóvenes y de personas usuarias, participan en la prevención y "
    "en el seguimiento de lo acordado."
)
OUGHT = "es parte del derecho a la salud"
ASPIRE = "contribuye al derecho a la salud"
ROLL = {
    "dora": Choice.ABSTAIN, "bruno": Choice.FOR, "nadia": Choice.FOR, "gael": Choice.FOR, "irene": Choice.FOR,
    "elias": Choice.AGAINST,
}  # fmt: skip
ENTERED = {"marta": Via.PHONE, "juana": Via.HALL}
BALLOTS = {
    "dora": Choice.FOR, "bruno": Choice.FOR, "nadia": Choice.FOR, "gael": Choice.FOR, "irene": Choice.FOR,
    "elias": Choice.ABSTAIN,
}  # fmt: skip
RESERVATION = (
    "Salud global acompaña el texto. Deja constancia de que publicar cada tres meses depende de que haya presupuesto "
    "para reunir las cifras."
)
POSITION = "Entendemos que «personas usuarias» incluye a quienes dejaron de serlo."


def preparatory_meeting(session: Session, people: Mapping[str, Person], start: datetime) -> None:
    """Play it from the lobby to the seal. `start` is the hour it was convened for; its text is item `i5`."""
    stage = Player(session, people, start - timedelta(minutes=15))
    _open(stage)
    _amend(stage)
    _bracket(stage)
    _decide(stage)
    _adopt(stage)
    _end(stage)


def _open(stage: Player) -> None:
    stage.play(Line(0, "alba", c.OpenLobby()))
    stage.admit("alba", "dora", "elias", "bruno", "nadia", "gael", "irene", "fatima")
    stage.admit("juana", via=Via.HALL)
    stage.admit("marta", via=Via.PHONE)
    stage.play(
        Line(900, "alba", c.OpenSession()),
        Line(10, "alba", c.OpenItem("i1")),
        Line(90, "alba", c.ConcludeItem("Se verificó la asistencia.")),
        Line(5, "alba", c.OpenItem("i2")),
        Line(60, "alba", c.AdoptAgenda()),
        Line(10, "alba", c.ConcludeItem("Se adoptó el orden del día.")),
        Line(10, "alba", c.OpenItem("i5")),
        Line(20, "alba", c.PresentText(TextKind.CHAIR, TITLE, TEXT)),
        Line(5, "irene", c.DeclareConflict("i5", "Su red recibe apoyo de una empresa que vende cuidados paliativos.")),
    )  # fmt: skip


def _amend(stage: Player) -> None:
    """Two amendments by members, one of them with a second sponsor; both in order."""
    often = c.SubmitAmendment("x1.2", 1, AmendmentKind.REPLACE, QUARTERLY, "Un año es mucho para quien espera.")
    youth = c.SubmitAmendment("x1.3", 1, AmendmentKind.REPLACE, WITH_YOUTH, "Quienes lo viven también lo siguen.")
    stage.play(
        Line(60, "bruno", often), Line(40, "nadia", c.CoSponsor("x1.a1")),
        Line(70, "gael", youth),
        Line(30, "alba", c.RuleAdmissible("x1.a1")), Line(10, "alba", c.RuleAdmissible("x1.a2")),
    )  # fmt: skip


def _bracket(stage: Player) -> None:
    """An official puts words in brackets with an alternative, and consents to lift them after hearing the others."""
    stage.play(
        Line(40, "elias", c.PlaceBracket("x1.1", 1, OUGHT, (ASPIRE,))),
        Line(20, "alba", c.OpenList()),
        Line(8, "irene", c.RequestFloor()),
        Line(6, "alba", c.GiveFloor()),
        Line(90, "alba", c.NoteStatement("t1", "Recuerda que la Constitución ya lo dice; pide quitar los corchetes.")),
        Line(10, "alba", c.EndSpeech()),
        Line(60, "elias", c.LiftBracket("x1.b1", Lift.KEEP)),
        Line(15, "alba", c.AgreeParagraph("x1.1")),
    )  # fmt: skip


def _decide(stage: Player) -> None:
    """One amendment in silence, the other by name; two vote through the secretariat."""
    stage.play(Line(30, "alba", c.ProposeAdoption("", Effect.BINDS, about="x1.a2")))
    stage.wait(95)
    stage.play(Line(20, "alba", c.PutToVote("", Method.ROLL_CALL, about="x1.a1")))
    stage.play(*(Line(5, who, c.CastVote(choice)) for who, choice in ROLL.items()))
    stage.play(*(Line(9, "alba", c.CastVote(Choice.FOR), who, via) for who, via in ENTERED.items()))
    stage.play(Line(20, "alba", c.CloseVote()), Line(15, "dora", c.DeclareResult(True)))


def _adopt(stage: Player) -> None:
    """The whole text by secret ballot; then a reservation and an explanation of position."""
    recommends = c.PutToVote("", Method.SECRET, about="x1", effect=Effect.RECOMMENDS, power="Facultades de la presidencia")
    stage.play(Line(60, "alba", recommends))
    stage.play(*(Line(6, who, c.CastVote(choice)) for who, choice in BALLOTS.items()))
    stage.play(
        Line(30, "alba", c.CloseVote()), Line(15, "dora", c.DeclareResult(True)),
        Line(40, "elias", c.EnterReservation("A1", RESERVATION)),
        Line(40, "gael", c.ExplainPosition("A1", POSITION)),
        Line(20, "alba", c.ConcludeItem("Se adoptó el texto por votación secreta; se formuló una reserva.")),
    )  # fmt: skip


def _end(stage: Player) -> None:
    stage.play(
        Line(10, "alba", c.OpenItem("i7")),
        Line(40, "alba", c.ReadAgreement("A1")),
        Line(15, "alba", c.OpenItem("i8")),
        Line(30, "alba", c.CloseSession()),
    )  # fmt: skip
    stage.wait(stage.wait(0).rules.seal_seconds + 5)
