"""All that can be said in a reserved item, each word of it with a mark: what is kept of one command is kept of all.

`reserved.py` plays the meeting; here is what it does besides, and the account of which words bore the mark.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import timedelta
from typing import Any, get_type_hints
from unittest.mock import patch

from incidencia.clock import now
from incidencia.deadlines.calendar import add_business_days
from incidencia.deadlines.holidays import STATUTORY
from sessions import desk
from sessions.core import commands as c
from sessions.core.decide import RULES
from sessions.core.events import Part
from sessions.core.state import Room
from sessions.core.terms import (
    AmendmentKind,
    Choice,
    Effect,
    Lift,
    Method,
    MotionKind,
    PointKind,
    Role,
    Side,
    Sought,
    Speaks,
    TextKind,
    Via,
)
from sessions.models import Seat, Session
from tests.day import local_day
from tests.factories.sessions import admit, lively, play, room_of, seat, seat_of

MARK = "MARCA-RESERVADA"

# What no reserve keeps, with the reason: it is of the session, not of an item, and told to everybody as it happens.
TOLD: dict[str, tuple[type, ...]] = {
    "that a session takes place, when, under whom and with what quorum": (
        c.Convene, c.Reschedule, c.Cancel, c.OpenLobby, c.OpenSession, c.RecordNotHeld, c.Suspend, c.Resume,
        c.CloseSession, c.ReopenSession, c.HandOverChair, c.TakeChair, c.AskQuorum, c.VerifyQuorum,
    ),
    "who is at the door and in the room, and on what accreditation or powers": (
        c.AskAdmission, c.Admit, c.RefuseAdmission, c.Leave, c.Remove, c.ConfirmAccreditation, c.RecordCredentials,
        c.WithdrawCredentials,
    ),
    "the agenda itself: an item is reserved, not that there is one": (c.AddItem, c.AdoptAgenda, c.AmendAgenda),
    "the act of a reserve and who hears it: everything in it is public (A9)": (
        c.ClassifyItem, c.ConfirmReserve, c.DeclassifyItem, c.ClearSeat, c.UnclearSeat, c.GoOffRecord, c.BackOnRecord,
    ),
    "that the chat is open: what is written there is no command": (c.OpenChat, c.CloseChat),
}  # fmt: skip
# Fields of commands that hold an id, a code or a number of a list, not words somebody types.
IDS = frozenset({
    "item", "seat", "turn", "agreement", "vote", "motion", "reply", "request", "temperature", "point", "ref", "into",
    "wish", "paragraph", "amendment", "bracket", "division", "target", "about", "sponsor", "placers", "scrutineers",
    "cut_off", "named", "paper", "sha256", "language", "order", "by", "to",
})  # fmt: skip
# `question` is an id where a question from the room is named, and words where one is put.
NAMING = (c.ApproveQuestion, c.MergeQuestion, c.DeclineQuestion, c.SupportQuestion, c.WithdrawSupport,
          c.AnswerQuestion, c.NoteAnswered, c.OweAnswer)  # fmt: skip
WORDY = (str, tuple[str, ...], tuple[Part, ...])


def words_of(command: type) -> set[str]:
    """The fields of a command that hold words people type."""
    hints = get_type_hints(command)
    ids = IDS | ({"question"} if command in NAMING else set())
    return {f.name for f in fields(command) if hints[f.name] in WORDY and f.name not in ids}


class Account:
    """Which commands were played, and which of their words bore the mark."""

    def __init__(self) -> None:
        self.marked: dict[type, set[str]] = defaultdict(set)

    def enter(self, command: c.Command) -> None:
        bore = {f.name for f in fields(command) if MARK in repr(getattr(command, f.name))}
        self.marked[type(command)] |= bore

    def missing(self) -> list[str]:
        """What was never played, and which words never bore the mark."""
        told = {kind for kinds in TOLD.values() for kind in kinds}
        wanted = [kind for kind in RULES if kind not in told]
        never = [kind.__name__ for kind in wanted if kind not in self.marked]
        bare = [f"{k.__name__}.{name}" for k in wanted if k in self.marked for name in words_of(k) - self.marked[k]]
        return sorted(never + bare)


@contextmanager
def accounted(heard: Callable[[int], None]) -> Iterator[Account]:
    """Promise an account of every act the desk takes meanwhile; `heard` is told the session of each, by its row."""
    account, handle = Account(), desk.handle

    def handled(session_id: int, act: c.Act) -> Any:
        done = handle(session_id, act)
        account.enter(act.command)
        heard(session_id)
        return done

    with patch.object(desk, "handle", handled):
        yield account


Step = tuple[Any, c.Command | Callable[[Room], c.Command]]


def everything_said(session: Session, clock: Any) -> None:
    """Item `i5` is open and reserved; bruno and elias are cleared; an agreement and a vote were taken in it."""
    vera = seat(session, None, Role.EXPERT, Side.GUEST, name="Vera Sanz", organization="Instituto")
    tun = seat(session, None, Role.INTERPRETER, Side.GUEST, name="Eva Tun")
    for one in (vera, tun):
        play(session, "alba", c.ClearSeat(one.key, one.name, "Firmó"))
        admit(session, one)
    for steps in (_beside(), _questions(), _speaking(vera, tun), _motions(), _text(session)):
        for step in steps:
            _one(session, clock, step)
    _term(session, clock)
    _hall(session)
    _on_paper(session, clock)


def _one(session: Session, clock: Any, step: Step) -> None:
    who, command = step
    clock.shift(1)
    lively(session)
    play(session, who, command(room_of(session)) if callable(command) else command)


def _elias(room: Room) -> str:
    return next(s.id for s in room.seats.values() if s.name.startswith("Elías"))


def _floor_to_elias(room: Room) -> c.GiveFloor:
    return c.GiveFloor(next(r.id for r in room.floor.requests if r.seat == _elias(room)), f"Pasa antes {MARK}")


def _last(room: Room) -> str:
    return room.turns[-1].id


def _beside() -> Iterator[Step]:
    """Conflicts, positions beside an agreement, statements, more time."""
    yield "bruno", c.DeclareConflict("i5", f"Recibo fondos {MARK}")
    yield "alba", c.ExtendItem(5, f"Falta {MARK}")
    yield "bruno", c.ExplainPosition("A1", f"Lo leo así {MARK}", follows=True)
    yield "elias", c.Dissociate("A1", f"No me sumo {MARK}")
    yield "bruno", c.HandInText("A1", f"Texto anunciado {MARK}")
    yield "bruno", c.SubmitStatement(f"Título {MARK}", f"Postura {MARK}", "es", "i5")


def _questions() -> Iterator[Step]:
    day = add_business_days(local_day(), 14, STATUTORY)
    yield "alba", c.OpenQuestions()
    for n in range(1, 6):
        yield ("bruno" if n % 2 else "elias"), c.AskQuestion(f"Pregunta {n} {MARK}")
        yield "alba", (c.DeclineQuestion("q2", f"No es del punto {MARK}") if n == 2 else c.ApproveQuestion(f"q{n}"))
    yield "elias", c.SupportQuestion("q1")
    yield "elias", c.WithdrawSupport("q1")
    yield "elias", c.AnswerQuestion("q1", f"Respuesta {MARK}")
    yield "alba", c.NoteAnswered("q3", "t2")
    yield "alba", c.MergeQuestion("q5", "q4")
    yield "alba", lambda room: c.OweAnswer("q4", "", day)
    yield "alba", c.CloseQuestions()


def _speaking(vera: Seat, tun: Seat) -> Iterator[Step]:
    """Time by side, replies, an expert, what interpreters relay, somebody who does not answer."""
    yield "alba", c.SetBudget("i5", Side.PUBLIC, 90)
    yield "alba", lambda room: c.CloseList(0, f"Es tarde {MARK}") if room.floor.list_open else c.OpenList()
    yield "alba", lambda room: c.OpenList() if not room.floor.list_open else c.CloseList(0, f"Es tarde {MARK}")
    yield "alba", c.SetSpeakingTime(45)
    yield "elias", c.RequestFloor(Speaks.GENERAL, "i5", "nah")
    yield "alba", _floor_to_elias
    yield "dora", c.WithdrawFloor(f"Habla de otro punto {MARK}")
    yield "elias", c.RequestFloor()
    yield "alba", _floor_to_elias
    yield "alba", c.SetAside()
    yield "alba", _floor_to_elias
    yield tun, c.MarkLanguage("nah")
    yield tun, c.RelayText(f"Subtítulo {MARK}", "es")
    yield "bruno", lambda room: c.AskReply(_last(room), f"Me nombró {MARK}")
    yield "dora", lambda room: c.AskReply(_last(room), f"Y a mí {MARK}")
    yield "bruno", c.AskExpert(f"Experta {MARK}", f"Tema {MARK}")
    yield "alba", c.InviteExpert(vera.key, f"Tema {MARK}", "z1")
    yield "alba", c.GrantReply("y1")
    yield "alba", c.RefuseReply("y2", f"No se le nombró {MARK}")
    yield "elias", c.EndSpeech()
    yield vera, c.RequestFloor()
    yield vera, c.WithdrawRequest()
    yield vera, c.RequestFloor()
    yield "alba", c.GiveReply("y1", f"Se va pronto {MARK}")
    yield "bruno", c.EndSpeech()
    yield "dora", lambda room: c.AskReply(_last(room), f"También yo {MARK}")
    yield "dora", c.WithdrawReply()


def _decided(carried: bool, *votes: str) -> Iterator[Step]:
    for who in votes:
        yield who, c.CastVote(Choice.FOR if carried else Choice.AGAINST)
    yield "dora", c.CloseVote()
    yield "dora", c.DeclareResult(carried)


def _motions() -> Iterator[Step]:
    """An appeal lost after a recount, a motion spoken against, one withdrawn, one lapsed, one carried; a decision
    reconsidered and another in its place."""
    put = f"¿Procede? {MARK}"
    yield "bruno", c.RaisePointOfOrder(f"Orden {MARK}", PointKind.CONDUCT)
    yield "dora", c.RulePointOfOrder(False, f"No procede {MARK}")
    yield "bruno", c.AppealRuling(f"Sí procedía {MARK}")
    yield "dora", c.PutToVote(put, Method.SHOW, motion="m1")
    yield "elias", c.CastVote(Choice.FOR)
    yield "dora", c.CloseVote()
    yield "bruno", c.RequestRecount(f"No se vio {MARK}")
    yield "dora", c.CloseVote()
    yield "dora", c.DeclareResult(True)
    yield "bruno", c.MoveProcedural(MotionKind.CLOSURE, f"Ya se dijo todo {MARK}")
    yield "elias", c.SpeakOnMotion(Speaks.AGAINST)
    yield "dora", c.HearOnMotion()
    yield "elias", c.EndSpeech()
    yield "dora", c.PutToVote(put, Method.SHOW, motion="m2")
    yield from _decided(False, "elias")
    yield "bruno", c.MoveProcedural(MotionKind.SUSPENSION, f"Un receso {MARK}")
    yield "bruno", c.WithdrawMotion()
    yield "bruno", c.MoveReconsider("A1", f"Hay cifras nuevas {MARK}")
    yield "dora", c.PutToVote(put, Method.SHOW, motion="m4")
    yield from _decided(True, "bruno", "elias")
    part = Part(Side.CIVIL, f"Bruno {MARK}", f"Revisar {MARK}", None, f"Lista {MARK}")
    yield "dora", c.PutToVote(
        f"Acordar otra cosa {MARK}", Method.ROLL_CALL, agrees=True, parts=(part,), power=f"Poder {MARK}"
    )
    yield from _decided(True, "elias", "bruno")
    yield "dora", lambda room: c.SupersedeAgreement("A1", room.agreements[-1].id)
    yield "elias", c.MoveProcedural(MotionKind.ADJOURNMENT, f"Es tarde {MARK}")
    yield "elias", c.Leave()
    yield "dora", c.LapseMotion(f"Se fue {MARK}")
    yield "alba", _back
    yield "elias", c.MoveProcedural(MotionKind.CLOSURE, f"Basta {MARK}")
    yield "dora", c.CarryMotion()


def _back(room: Room) -> c.Admit:
    one = room.seats[_elias(room)]
    return c.Admit(one.id, one.name, one.capacity, one.role, one.side, one.organization, True, False, one.via)


def _text(session: Session) -> Iterator[Step]:
    bruno, elias = seat_of(session, "bruno").key, seat_of(session, "elias").key
    replace_, add, delete = AmendmentKind.REPLACE, AmendmentKind.ADD, AmendmentKind.DELETE
    words = (f"Uno dos {MARK}.", f"Tres {MARK}.", f"Cuatro {MARK}.")
    yield "alba", c.PresentText(TextKind.CHAIR, f"Texto {MARK}", words)
    yield "bruno", c.SubmitAmendment("x1.2", 1, replace_, f"Cinco {MARK}.", f"Razón {MARK}")
    yield "elias", c.SubmitAmendment("x1.3", 1, add, f"Seis siete. Ocho {MARK}.", f"Razón {MARK}")
    yield "elias", c.SubmitAmendment("x1.2", 1, delete)
    yield "bruno", c.CoSponsor("x1.a2")
    yield "bruno", c.ReviseAmendment("x1.a1", 1, f"Cinco y medio {MARK}.", f"Razón {MARK}")
    yield "elias", c.CoSponsor("x1.a1")
    yield "elias", c.WithdrawSponsor("x1.a1")
    for n in (1, 2, 3):
        yield "alba", c.RuleAdmissible(f"x1.a{n}")
    yield "bruno", c.SubmitAmendment("x1.1", 1, delete)
    yield "dora", c.RuleOutOfOrder("x1.a4", f"Ya se decidió {MARK}")
    yield "alba", lambda room: c.OrderAmendments(("x1.a1", "x1.a2", "x1.a3"), f"Otro orden {MARK}")
    yield "alba", c.EditParagraph("x1.1", 1, f"Uno {MARK} dos.")
    yield "alba", c.PlaceBracket("x1.1", 2, MARK, (f"tres {MARK}",), (bruno, elias))
    yield "bruno", c.AddAlternative("x1.b1", f"cuatro {MARK}")
    yield "alba", c.MergeAlternatives("x1.b1", 1, 2, f"cinco {MARK}")
    yield "bruno", c.ConsentToLift("x1.b1", Lift.ALTERNATIVE, 3)
    yield "elias", c.LiftBracket("x1.b1", Lift.ALTERNATIVE, 3)
    yield "alba", c.AgreeParagraph("x1.1")
    yield "alba", c.ReopenParagraph("x1.1", f"Falta una coma {MARK}")
    yield "bruno", c.MoveDivision("x1.a2", ("Seis siete.", f"Ocho {MARK}."))
    yield "dora", c.RuleDivision("x1.d1", True, f"Se divide {MARK}")
    yield "alba", c.PutToVote("", Method.SHOW, about="x1.d1.1")
    yield from _decided(True, "bruno", "elias")


def _term(session: Session, clock: Any) -> None:
    """The term for amendments ends by the clock, and the chair takes one more all the same."""
    clock.shift(1801)
    lively(session)
    desk.settle(session.pk)
    play(session, "dora", c.WaiveDeadline(f"Falta una voz {MARK}"))


def _hall(session: Session) -> None:
    """Somebody is in the hall: hands are counted there by two."""
    play(session, "bruno", c.Leave())
    admit(session, "bruno", Via.HALL)
    play(session, "alba", c.PutToVote(f"Manos {MARK}", Method.SHOW))
    for who in ("alba", "elias"):
        play(session, who, c.CountHall(1, 0, 0))
    play(session, "dora", c.CloseVote())
    play(session, "dora", c.DeclareResult(True))


def _on_paper(session: Session, clock: Any) -> None:
    """The line is lost for some minutes; what was done is entered afterwards."""
    clock.shift(600)
    lively(session)
    bruno, dora = seat_of(session, "bruno").key, seat_of(session, "dora").key
    parts = (Part(Side.CIVIL, f"Bruno {MARK}", f"Revisar {MARK}", None, f"Lista {MARK}"),)
    hands = c.RecordPaperVote(
        f"En papel {MARK}", Method.SHOW, in_favour=2, scrutineers=(bruno, dora), agrees=True, parts=parts,
        power=f"Poder {MARK}", consensus=Sought.NOT_SOUGHT, consensus_note=f"Se cayó la línea {MARK}",
    )  # fmt: skip
    slip = c.RecordPaperAgreement(f"Sobre {MARK}", Effect.COMMITS, parts, f"Poder {MARK}", cut_off=(bruno,))
    for ago, act in ((6, hands), (5, slip)):
        play(session, "alba", act, via=Via.PAPER, happened_at=now() - timedelta(minutes=ago))
    for agreement in room_of(session).agreements:
        if not agreement.read:
            play(session, "alba", c.ReadAgreement(agreement.id))
