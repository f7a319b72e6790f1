"""The urn of secret ballots and temperature checks: filled under the desk's lock, emptied into the log at the close.

Nothing here is ever read for a page: what an urn holds is known to the act that closes it, and to no other.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from django.db.models import Case, F, Value, When

from sessions.core import events as e
from sessions.core.commands import CastVote, Command, ShowTemperature
from sessions.core.facts import Cell
from sessions.core.state import Room
from sessions.core.terms import Choice, Method, Side, Stance
from sessions.models import Participation, Seat, Session, UrnSum


def keep(session: Session, room: Room, command: Command, events: Sequence[e.Event]) -> None:
    """Promise that the urns follow what was decided, in the desk's transaction: made, filled once each, emptied.

    `room` is the room the events were decided in. A choice goes from the command to the sum and nowhere else.
    """
    for event in events:
        match event:
            case e.VotePut(method=Method.SECRET):
                _make(session, event.vote, [""], Choice)
            case e.TemperatureTaken():
                sides = {room.seats[seat].side for seat in event.electorate} if event.by_side else {""}
                _make(session, event.temperature, sides, Stance)
            case e.BallotCast() if isinstance(command, CastVote):
                _drop(session, event.vote, event.seat, "", command.choice)
            case e.TemperatureShown() if isinstance(command, ShowTemperature):
                asked = room.temperature
                side: str = room.seats[event.seat].side if asked and asked.by_side else ""
                _drop(session, event.temperature, event.seat, side, command.stance)
            case e.VoteClosed() | e.VoteWithdrawn():
                UrnSum.objects.filter(session=session, ballot=event.vote).delete()
            case e.TemperatureClosed():
                UrnSum.objects.filter(session=session, ballot=event.temperature).delete()


def held(session: Session, room: Room) -> tuple[Cell, ...]:
    """The sums of the ballot that is open; for the act that closes it."""
    ballot = room.vote.id if room.vote else room.temperature.id if room.temperature else ""
    rows = UrnSum.objects.filter(session=session, ballot=ballot).order_by("side", "choice")
    return tuple(Cell(row.side, row.choice, row.count) for row in rows)


def _make(session: Session, ballot: str, sides: Iterable[Side | str], choices: Iterable[StrEnum]) -> None:
    rows = [UrnSum(session=session, ballot=ballot, side=side, choice=one) for side in sides for one in choices]
    UrnSum.objects.bulk_create(rows)


def _drop(session: Session, ballot: str, seat: str, side: str, choice: str) -> None:
    """One person took part, one sum is greater by one; every sum of the urn is written."""
    Participation.objects.create(session=session, ballot=ballot, seat=Seat.objects.get(session=session, key=seat))
    chosen = When(side=side, choice=choice, then=Value(1))
    UrnSum.objects.filter(session=session, ballot=ballot).update(count=F("count") + Case(chosen, default=Value(0)))
