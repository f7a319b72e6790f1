"""How an act of the room is described and done. The table of all of them is `acts.py`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db import transaction
from django.utils.functional import Promise

from incidencia.accounts.models import Person
from sessions import desk, flags, services
from sessions.core import commands as c
from sessions.core.recess import goes_on
from sessions.core.refusals import Code
from sessions.core.refusals import Refused as RoomRefused
from sessions.core.rules.who import at_the_desk
from sessions.core.state import Room
from sessions.core.terms import Role, Side, Via
from sessions.forms.room import ActForm
from sessions.models import Seat, Session

Data = dict[str, Any]

# No question and no motion is before the room, and one may be.
UNASKED = "!proposal !vote !temperature !motion !off-record"
FREE = f"!speech !point !reply-owed {UNASKED}"


class Part(StrEnum):
    """Where the console keeps an act: two operators share it, one for each of the first two."""

    FLOOR = "floor"
    TEXT = "text"
    DOOR = "door"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class Asked:
    """An act as somebody asked for it: who, for whom, how it was told, and what was filled in."""

    session: Session
    room: Room
    seat: Seat
    person: Person
    key: str
    data: Data
    form: ActForm
    behalf: str = ""
    via: Via = Via.WEB
    happened_at: datetime | None = None

    def do(self, command: c.Command, key: str = "") -> desk.Done:
        """Ask the desk. Raises `core.refusals.Refused`."""
        act = c.Act(self.seat.key, key or self.key, command, self.behalf, self.via, self.happened_at)
        return desk.handle(self.session.pk, act)


Make = Callable[[Asked], c.Command]


@dataclass(frozen=True, slots=True)
class Spec:
    """One act: the words on its control, when it fits (`flags.py`), its form, and the command it becomes.

    `who` are the personal words, `when` those of the room. `once`: one click suffices. `behalf`: the secretariat
    may do it for others. `late`: may be entered afterwards. `warns` tells what to know before.
    `shortcut` is its letter with Alt and Shift. `final`: it opens or ends something, and is never taken back.
    `repeats`: done again and again, so that its form comes back.
    """

    name: str
    label: Promise
    part: Part
    make: Make | None
    who: str
    when: str
    form: type[ActForm] = ActForm
    once: bool = False
    behalf: bool = False
    late: bool = False
    lead: Promise | str = ""
    warns: Callable[[Session, Room], list[str]] | None = None
    run: Callable[[Asked], desk.Done] | None = None
    shortcut: str = ""
    final: bool = False
    repeats: bool = False

    @property
    def undoable(self) -> bool:
        """Whether it may be taken back for some seconds; the acts that end or open things are final."""
        return not self.final

    @property
    def on_item(self) -> bool:
        """Whether it counts only for the item that was open on the page."""
        return self.form.on_item

    @property
    def fits(self) -> str:
        """The words for doing it oneself."""
        return f"{self.who} {self.when}".strip()

    @property
    def fits_for_others(self) -> str:
        """The words for the secretariat to do it for somebody else."""
        return f"role-secretariat others {self.when}".strip() if self.behalf else "never"

    def offered(self, words: flags.Words) -> bool:
        """Whether somebody of whom these words are true is offered this act, for themself or for others."""
        return flags.fits(words, self.fits) or flags.fits(words, self.fits_for_others)

    def do(self, asked: Asked) -> desk.Done:
        """Do it. Raises Refused, of the core or of a service."""
        if self.run:
            return self.run(asked)
        assert self.make is not None
        return asked.do(self.make(asked))


def admission(seat: Seat, via: Via = Via.WEB, provisional: bool = False) -> c.Admit:
    """The command that admits somebody as accredited, or until their letter comes."""
    return c.Admit(
        seat.key, seat.name, seat.capacity, Role(seat.role), Side(seat.side), seat.organization, seat.votes,
        seat.empowered, via, provisional,
    )  # fmt: skip


def admit(asked: Asked) -> desk.Done:
    """Let one accredited person in."""
    seat = asked.session.seats.filter(key=asked.data["seat"]).first()
    if seat is None:
        raise RoomRefused(Code.UNKNOWN_SEAT)
    return asked.do(admission(seat, Via(asked.data.get("via") or Via.WEB), bool(asked.data.get("provisional"))))


def admit_waiting(asked: Asked) -> desk.Done:
    """Let everybody in who waits and was not refused; whoever came in meanwhile is passed over."""
    waiting = [k.seat for k in asked.room.waiting.values() if not k.refused]
    done = desk.Done(asked.room, (), again=True)
    for seat in asked.session.seats.filter(key__in=waiting):
        if not (seat.key in done.room.seats and done.room.seats[seat.key].present):
            done = asked.do(admission(seat), f"{seat.key}:{asked.key}"[:64])
    return done


def walk_in(asked: Asked) -> desk.Done:
    """Accredit somebody by name and let them in: the secretariat's alone. Raises Refused."""
    if asked.seat.role != Role.SECRETARIAT or not at_the_desk(asked.room, asked.seat.key):
        raise RoomRefused(Code.NOT_YOURS)
    d = asked.data
    return services.walk_in(
        asked.session, by=asked.person, seat=asked.seat, key=asked.key, name=d["name"],
        organization=d["organization"], role=Role(d["role"]), side=Side(d["side"]), via=Via(d["via"]),
        provisional=d["provisional"],
    )  # fmt: skip


def open_lobby(asked: Asked) -> desk.Done:
    """Open the door and take one's own seat."""
    asked.do(c.OpenLobby())
    return asked.do(admission(asked.seat), f"own:{asked.key}"[:64])


def suspend(asked: Asked) -> desk.Done:
    """Suspend; until another day, everybody accredited is told when it goes on."""
    with transaction.atomic():
        done = asked.do(c.Suspend(asked.data["reason"], asked.data["until"]))
        if not done.again and goes_on(done.room):
            services.recess(asked.session)
    return done
