"""Many at once through the door: everybody accredited with how they stand, and the admission of those marked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from incidencia.web.refusals import Refused
from sessions import acting, desk
from sessions.core.commands import Act
from sessions.core.refusals import Code
from sessions.core.refusals import Refused as RoomRefused
from sessions.core.state import Room
from sessions.core.terms import Via
from sessions.hall.finding import means
from sessions.models import Alternate, Seat, Session
from sessions.wording.refusals import worded


class Standing(StrEnum):
    """Where somebody accredited is."""

    HERE = "here"
    WAITING = "waiting"
    ABSENT = "absent"
    LEFT = "left"
    APART = "apart"  # removed, or not admitted with a reason: one by one, on purpose


@dataclass(frozen=True, slots=True)
class Row:
    """One accredited seat on the list of the door. `instead_of`: whose alternate this is."""

    seat: Seat
    standing: Standing
    via: str
    instead_of: str
    provisional: bool = False

    @property
    def may_be_marked(self) -> bool:
        return self.standing in (Standing.WAITING, Standing.ABSENT, Standing.LEFT)


@dataclass(frozen=True, slots=True)
class Admitted:
    """What became of a list of badges, each one told."""

    names: list[str] = field(default_factory=list)
    here: list[str] = field(default_factory=list)
    apart: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    refused: dict[str, Refused] = field(default_factory=dict)  # by code: one reason is said once


def rows(session: Session, room: Room) -> list[Row]:
    """Everybody accredited, by name, as they stand. Two queries, however many they are."""
    instead: dict[int | None, str] = dict(
        Alternate.objects.filter(session=session, made__isnull=False).values_list("made", "seat__name")
    )
    return [_row(room, seat, instead) for seat in session.seats.order_by("name", "id")]


def _row(room: Room, seat: Seat, instead: Mapping[int | None, str]) -> Row:
    known = room.seats.get(seat.key)
    here = known is not None and known.present
    return Row(
        seat,
        standing(room, seat.key),
        known.via.value if known and here else "",
        instead.get(seat.pk, ""),
        known is not None and known.provisional,
    )


def standing(room: Room, key: str) -> Standing:
    """Where the seat of that badge is."""
    seat, knock = room.seats.get(key), room.waiting.get(key)
    if seat is not None and seat.present:
        return Standing.HERE
    if (seat is not None and seat.removed) or (knock is not None and knock.refused):
        return Standing.APART
    if knock is not None:
        return Standing.WAITING
    return Standing.LEFT if seat is not None else Standing.ABSENT


def narrowed(found: Sequence[Row], asked: str, only: str) -> list[Row]:
    """The rows of a badge or of some letters, and of one standing if `only` names one."""
    fit = [r for r in found if means(asked, r.seat.key, r.seat.name, r.seat.organization)]
    return [r for r in fit if r.standing == only] if only in set(Standing) else fit


def admit_those(
    session: Session, badges: Sequence[str], *, by: Seat, key: str, via: Via, happened_at: datetime | None = None,
    provisional: bool = False,
) -> Admitted:  # fmt: skip
    """Promise that each of these badges is admitted by an act of its own, once by `key`; answer what became of each.

    Sent again, the same key completes what was left and repeats nothing. Raises nothing: refusals are answered.
    """
    room = desk.settle(session.pk)
    seats = {s.key: s for s in session.seats.filter(key__in=list(badges))}
    told = Admitted(unknown=[b for b in badges if b not in seats])
    for seat in (seats[b] for b in badges if b in seats):
        if standing(room, seat.key) is Standing.APART:
            told.apart.append(seat.name)
            continue
        try:
            asked = acting.admission(seat, via, provisional)
            act = Act(by.key, f"{seat.key}:{key}"[:64], asked, happened_at=happened_at)
            desk.handle(session.pk, act)
            told.names.append(seat.name)
        except RoomRefused as refusal:
            if refusal.code is Code.ALREADY_ADMITTED:
                told.here.append(seat.name)
            else:
                told.refused.setdefault(refusal.code.value, worded(refusal))
    return told
