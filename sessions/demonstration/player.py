"""Plays a script of acts at the desk, at instants of the past, for people told by a short key."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from incidencia.accounts.models import Person
from incidencia.clock import pretend
from sessions import desk
from sessions.core import commands as c
from sessions.core.state import Room
from sessions.core.terms import Role, Side, Via
from sessions.models import Presence, Seat, Session


@dataclass(frozen=True, slots=True)
class Line:
    """`after` seconds later, `who` asks for `command`, perhaps for somebody else or about an earlier instant."""

    after: int
    who: str
    command: c.Command
    behalf: str = ""
    via: Via = Via.WEB
    ago: int = 0


class Player:
    """One session, its people by key, and a clock that the script moves."""

    def __init__(self, session: Session, people: Mapping[str, Person], start: datetime) -> None:
        self.session, self.now, self._acts = session, start, 0
        seats = {s.person_id: s for s in Seat.objects.filter(session=session)}
        self.seats = {key: seats[p.pk] for key, p in people.items() if p.pk in seats}

    def play(self, *lines: Line) -> None:
        """Play the lines in order. Raises what the desk raises: a script that is refused is wrong."""
        for line in lines:
            self.now += timedelta(seconds=line.after)
            with pretend(self.now):
                self._breathe()
                self._ask(line)

    def wait(self, seconds: int) -> Room:
        """Let time pass and write what it decided."""
        self.now += timedelta(seconds=seconds)
        with pretend(self.now):
            self._breathe()
            return desk.settle(self.session.pk)

    def admit(self, *keys: str, via: Via = Via.WEB) -> None:
        """The secretariat admits these people, a few seconds apart."""
        for key in keys:
            s = self.seats[key]
            side, role = Side(s.side), Role(s.role)
            asked = c.Admit(s.key, s.name, s.capacity, role, side, s.organization, s.votes, s.empowered, via)
            self.play(Line(7, "alba", asked))

    def _ask(self, line: Line) -> None:
        self._acts += 1
        behalf = self.seats[line.behalf].key if line.behalf else ""
        earlier = self.now - timedelta(seconds=line.ago) if line.ago else None
        key = f"{self.session.reference}:{self._acts}:{self.now.isoformat()}"
        desk.handle(
            self.session.pk, c.Act(self.seats[line.who].key, key, line.command, behalf, line.via, earlier)
        )

    def _breathe(self) -> None:
        """Everybody's line lives at the instant played, so that nobody counts as cut off."""
        for seat in self.seats.values():
            Presence.objects.update_or_create(seat=seat, defaults={"session": self.session, "seen_at": self.now})
