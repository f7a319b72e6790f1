"""Simulated participants: in a rehearsal the secretariat lets those who are not there act, one at a time.

They come in through the hall, so that the secretariat acts on their behalf as it would for anybody there.
"""

from collections.abc import Callable, Iterator
from uuid import uuid4

from sessions import acting, desk
from sessions.core import commands as c
from sessions.core.refusals import Code, Refused
from sessions.core.rules.who import has_voice
from sessions.core.state import Room
from sessions.core.state import Seat as There
from sessions.core.terms import Choice, Method, Role, Stance, Via
from sessions.models import Seat, Session
from sessions.wording.rehearsal import SAID

CHOICES = (Choice.FOR, Choice.FOR, Choice.AGAINST, Choice.FOR, Choice.ABSTAIN)
STANCES = (Stance.AGREE, Stance.ACCEPT, Stance.AGREE, Stance.CANNOT, Stance.NONE)


def simulate(twin: Session, seat: Seat, what: str) -> None:
    """Let somebody simulated do `what` (the keys of `DO`). Raises Refused: of the core, or when nobody is there."""
    if not twin.rehearsal or seat.role != Role.SECRETARIAT:
        raise Refused(Code.NOT_YOURS)
    todo = DO.get(what)
    if todo is None:
        raise Refused(Code.UNKNOWN_SEAT)
    todo(twin, desk.settle(twin.pk), seat)


def simulated(room: Room) -> list[There]:
    """Who is there without a line of their own: those the secretariat acts for."""
    return [s for s in room.present() if s.via is not Via.WEB and s.role is not Role.SECRETARIAT]


def _ask(twin: Session, seat: Seat, command: c.Command, who: There) -> None:
    desk.handle(twin.pk, c.Act(seat.key, uuid4().hex, command, who.id, Via.HALL))


def _first(found: Iterator[There]) -> There:
    who = next(found, None)
    if who is None:
        raise Refused(Code.UNKNOWN_SEAT)
    return who


def _come(twin: Session, room: Room, seat: Seat) -> None:
    here = {s.id for s in room.present()}
    absent = [s for s in twin.seats.all() if s.key not in here and s.role != Role.SECRETARIAT]
    for one in absent:
        desk.handle(twin.pk, c.Act(seat.key, uuid4().hex, acting.admission(one, Via.HALL)))
    if not absent:
        raise Refused(Code.UNKNOWN_SEAT)


def _floor(twin: Session, room: Room, seat: Seat) -> None:
    speaks = room.floor.speech.seat if room.floor.speech else ""
    spoken = {t.seat for t in room.turns if t.item == room.current}
    free = [
        s for s in simulated(room)
        if has_voice(room, s) and s.id not in (speaks, room.presiding) and not room.request_of(s.id)
    ]  # fmt: skip
    _ask(twin, seat, c.RequestFloor(), _first(iter(sorted(free, key=lambda s: s.id in spoken))))


def _point(twin: Session, room: Room, seat: Seat) -> None:
    speaks = room.floor.speech.seat if room.floor.speech else ""
    there = (s for s in simulated(room) if has_voice(room, s) and s.id not in (speaks, room.presiding))
    _ask(twin, seat, c.RaisePointOfOrder(str(SAID["point"])), _first(there))


def _vote(twin: Session, room: Room, seat: Seat) -> None:
    _answer(twin, room, seat, 1)


def _votes(twin: Session, room: Room, seat: Seat) -> None:
    _answer(twin, room, seat, len(room.seats))


def _answer(twin: Session, room: Room, seat: Seat, most: int) -> None:
    """Votes or answers of those who have not. A secret ballot is cast by oneself, so also by a simulated person."""
    vote, asked = room.vote, room.temperature
    done = vote.voted if vote else asked.shown if asked else ()
    electorate = vote.electorate if vote else asked.electorate if asked else ()
    left = [s for s in simulated(room) if s.id in electorate and s.id not in done][:most]
    _first(iter(left))
    start = len(done)
    for n, one in enumerate(left, start):
        if vote and vote.method is Method.SECRET:
            command: c.Command = c.CastVote(CHOICES[n % len(CHOICES)], vote.id)
            desk.handle(twin.pk, c.Act(one.id, uuid4().hex, command, via=Via.HALL))
        elif vote:
            _ask(twin, seat, c.CastVote(CHOICES[n % len(CHOICES)], vote.id), one)
        elif asked:
            _ask(twin, seat, c.ShowTemperature(STANCES[n % len(STANCES)], asked.id), one)


def _object(twin: Session, room: Room, seat: Seat) -> None:
    said = {o.seat for o in room.proposal.objections} if room.proposal else set()
    who = _first(s for s in simulated(room) if s.votes and s.id not in said and s.id != room.presiding)
    _ask(twin, seat, c.Object(str(SAID["object"])), who)


def _withdraw(twin: Session, room: Room, seat: Seat) -> None:
    said = {o.seat for o in room.proposal.objections} if room.proposal else set()
    _ask(twin, seat, c.WithdrawObjection(), _first(s for s in simulated(room) if s.id in said))


def _leave(twin: Session, room: Room, seat: Seat) -> None:
    _ask(twin, seat, c.Leave(), _first(s for s in simulated(room) if s.id != room.presiding))


DO: dict[str, Callable[[Session, Room, Seat], None]] = {
    "come": _come, "floor": _floor, "point": _point, "vote": _vote, "votes": _votes, "object": _object,
    "withdraw": _withdraw, "leave": _leave,
}  # fmt: skip
