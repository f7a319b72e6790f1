"""Who listens here: sockets, and the rooms they listen to. Plain records; the hub moves them."""

import asyncio
from dataclasses import dataclass, field

from sessions.hub.codes import Away
from sessions.hub.frames import Hearer
from sessions.hub.line import Frame, Line
from sessions.slower import Slow
from sessions.tickets import Ticket

NOTHING = -1


@dataclass(eq=False, slots=True)
class Listener:
    """One socket. `seq`: what it was told last; `current`: it is up to date and hears news as it comes.

    `away`: why it was sent away; a server that could not close it yet does so at its next word.
    """

    ticket: Ticket
    line: Line
    seq: int = 0
    current: bool = False
    resuming: bool = False
    away: Away | None = None

    @property
    def hearer(self) -> Hearer:
        told = self.ticket
        return Hearer(told.seat, told.audience, told.language, told.screen, told.link)


@dataclass(frozen=True, slots=True)
class Lines:
    """The seats with a live line, and the frames that say so: a number for everybody, the seats for the desk."""

    seats: frozenset[str]
    slow: Slow
    everybody: Frame
    desk: Frame

    def frame(self, listener: Listener) -> Frame:
        return self.desk if listener.ticket.audience == "desk" else self.everybody


@dataclass(eq=False, slots=True)
class Live:
    """A room with listeners in this process. `seq`: handed out to them; `rung`: said to exist."""

    session_id: int
    seq: int = NOTHING
    rung: int = NOTHING
    listeners: set[Listener] = field(default_factory=set)
    pump: asyncio.Task[None] | None = None
    timer: asyncio.TimerHandle | None = None
    window_open: bool = False
    lines: Lines | None = None
    chat: str | None = None

    def disarm(self) -> None:
        """Forget the instant at which something falls due."""
        if self.timer:
            self.timer.cancel()
        self.timer = None
