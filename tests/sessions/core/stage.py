"""A room on paper: plays commands on the pure core with a clock that only moves when told."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.decide import decide
from sessions.core.due import due
from sessions.core.evolve import evolve, replay
from sessions.core.facts import Cell, Facts, Gap
from sessions.core.ruleset import Rules
from sessions.core.state import Room
from sessions.core.terms import ItemKind, Role, Side, Via

NINE = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)

ALBA, DORA, BRUNO, ELIAS, FATIMA, GAEL = "1", "2", "3", "4", "5", "6"
CAST = {
    ALBA: ("Alba Ruiz", Role.SECRETARIAT, Side.GUEST, False, False),
    DORA: ("Dora Paz", Role.CHAIR, Side.PUBLIC, True, True),
    BRUNO: ("Bruno Luna", Role.MEMBER, Side.CIVIL, True, False),
    ELIAS: ("Elías Mora", Role.VICE_CHAIR, Side.PUBLIC, True, False),
    FATIMA: ("Fátima Sol", Role.OBSERVER, Side.GUEST, False, False),
    GAEL: ("Gael Ríos", Role.MEMBER, Side.CIVIL, True, False),
}
SKELETON = (
    ItemKind.ATTENDANCE, ItemKind.FOLLOW_UP, ItemKind.SUBJECT, ItemKind.SUBJECT, ItemKind.OTHER_MATTERS,
    ItemKind.READING, ItemKind.CLOSING,
)  # fmt: skip


class Stage:
    """Say `stage.ask(BRUNO, c.RequestFloor())`; look at `stage.room` and `stage.log`."""

    def __init__(self, **rules: object) -> None:
        self.now = NINE
        self.room = Room()
        self.log: list[e.Entry] = []
        self.rules = Rules(**{"vote_seconds": 0, **rules})  # type: ignore[arg-type]
        self._gaps: dict[str, Gap] = {}
        self.entitled = sum(1 for who in CAST.values() if who[3])
        self.pending: tuple[e.Pending, ...] = ()
        self.cast = dict(CAST)
        self._acts = 0
        self.urn: Counter[tuple[str, str, str]] = Counter()  # as `sessions.ballots` keeps it

    # --- time and facts ---------------------------------------------------------------------------
    def facts(self) -> Facts:
        web = {s.id for s in self.room.present() if s.via is Via.WEB}
        voters = {s.id for s in self.room.voters() if s.via is Via.WEB}
        gaps = tuple(g for g in self._gaps.values() if g.seat in voters)
        asked = self.room.vote or self.room.temperature
        urn = tuple(Cell(side, choice, n) for (b, side, choice), n in self.urn.items() if asked and b == asked.id)
        return Facts(self.now, self.entitled, frozenset(web - self.lost), gaps, self.pending, urn=urn)

    @property
    def lost(self) -> set[str]:
        """The seats whose line is lost; say `stage.lost = {BRUNO}` when it happens."""
        return {g.seat for g in self._gaps.values() if g.end is None}

    @lost.setter
    def lost(self, seats: set[str]) -> None:
        for seat in self.lost - seats:
            self._gaps[seat] = replace(self._gaps[seat], end=self.now)
        self._gaps |= {seat: Gap(seat, self.now) for seat in seats - self.lost}

    def wait(self, seconds: float) -> "Stage":
        """Let time pass, then write what it decided."""
        self.now += timedelta(seconds=seconds)
        while (timed := due(self.room, self.facts())) is not None:
            self._write(timed.events, timed.at, f"time:{len(self.log)}")
        return self

    def _write(self, events: tuple[e.Event, ...], at: datetime, act: str, **who: object) -> None:
        for event in events:
            envelope = {"by": "", "instructed_by": "", "on_behalf_of": "", "via": Via.WEB, **who}
            entry = e.Entry(len(self.log) + 1, at, self.now, act, event=event, **envelope)  # type: ignore[arg-type]
            self.log.append(entry)
            self.room = evolve(self.room, entry)
        if any(isinstance(x, e.ActUndone) for x in events):
            self.room = replay(self.log)

    def ask(self, by: str, command: c.Command, **how: object) -> tuple[e.Event, ...]:
        """Judge one act, write what it leads to, answer the events. Raises Refused."""
        self.wait(0)
        self._acts += 1
        act = c.Act(by, f"act:{self._acts}", command, **how)  # type: ignore[arg-type]
        role = self.cast[by][1] if by in self.cast else Role.OBSERVER
        events, instructed_by = decide(self.room, act, self.facts(), role)
        self._drop(command, events)
        self._write(
            events, act.happened_at or self.now, act.key, by=by, instructed_by=instructed_by,
            on_behalf_of=act.on_behalf_of, via=act.via,
        )  # fmt: skip
        self.wait(0)
        return events

    def _drop(self, command: c.Command, events: tuple[e.Event, ...]) -> None:
        for event in events:
            if isinstance(event, e.BallotCast) and isinstance(command, c.CastVote):
                self.urn[event.vote, "", command.choice] += 1
            if isinstance(event, e.TemperatureShown) and isinstance(command, c.ShowTemperature):
                self.urn[event.temperature, self.room.seats[event.seat].side, command.stance] += 1

    # --- the usual beginnings ---------------------------------------------------------------------
    def convened(self) -> "Stage":
        items = tuple(
            e.ItemPlan(f"i{n}", kind, f"Punto {n}", f"Item {n}", 10) for n, kind in enumerate(SKELETON, start=1)
        )
        self.ask(ALBA, c.Convene("MEC-2026-001-S1", "Sesión", "Session", "Oficina", "Office", "America/Mexico_City",
                                 NINE + timedelta(hours=1), items, self.rules))  # fmt: skip
        return self

    def lobby(self, *people: str) -> "Stage":
        self.convened()
        self.ask(ALBA, c.OpenLobby())
        for seat in people or self.cast:
            self.admit(seat)
        return self

    def admit(self, seat: str, via: Via = Via.WEB) -> None:
        name, role, side, votes, empowered = self.cast[seat]
        self.ask(ALBA, c.Admit(seat, name, "", role, side, "Org", votes, empowered, via))

    def comes(self, seat: str, via: Via) -> "Stage":
        """Somebody in the room leaves it and takes part this way."""
        self.ask(seat, c.Leave())
        self.admit(seat, via)
        return self

    def removed(self, seat: str) -> "Stage":
        """As logs hold it from before a removal was refused while the room asks."""
        self._write((e.PersonRemoved(seat, "Disturbs"),), self.now, f"old:{len(self.log)}", by=self.room.presiding)
        return self

    def opened(self, *people: str) -> "Stage":
        self.lobby(*people)
        self.ask(DORA, c.OpenSession())
        return self

    def at_item(self, item: str = "i3", *people: str) -> "Stage":
        self.opened(*people)
        self.ask(DORA, c.OpenItem(item))
        return self

    def listing(self) -> "Stage":
        self.at_item()
        self.ask(DORA, c.OpenList())
        return self
