"""The balance rule of the list of speakers: published, deterministic, and able to say why.

A new request is placed from the end of the list forwards. It goes before another only when it has the
better standing, never before the first `frozen` places, and never before somebody who was already
overtaken `overtakes` times in this item. Standing is (times the person spoke in this item; whether
their side used more than its share of time), judged at the instant of the request: the list never
jumps afterwards. Where the chair set a budget of time for a side in this item, it stands instead of the share.
An invited expert stands before everybody who is not one.
"""

from dataclasses import dataclass
from datetime import timedelta

from sessions.core.rules import budgets
from sessions.core.state import Request, Room, Seat
from sessions.core.terms import Balance, Role, Side

# They are there for the others: no side is larger by them.
APART = (Role.SECRETARIAT, Role.INTERPRETER, Role.EXPERT)


@dataclass(frozen=True, slots=True)
class Standing:
    """Lower stands better."""

    spoken: int
    over_share: bool
    invited: bool = False
    budget: bool = False

    @property
    def key(self) -> tuple[bool, int, bool]:
        return (not self.invited, self.spoken, self.over_share)


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a request goes (from 0), whom it passes, and the word for why."""

    position: int
    passed: tuple[str, ...]
    why: str


def standing(room: Room, seat: Seat) -> Standing:
    """How this person stands in the item that is open."""
    spoken = sum(1 for t in room.turns if t.seat == seat.id and t.item == room.current)
    return Standing(
        spoken, _over_share(room, seat.side), room.experts.heard(seat.id, room.current),
        budgets.budget_of(room, seat.side) is not None,
    )  # fmt: skip


def shares(room: Room, side: Side) -> tuple[float, float]:
    """Of the time used in the open item and of those present with a voice: this side's part, 0 to 1."""
    turns = [t for t in room.turns if t.item == room.current and t.seat in room.seats]
    total = sum((t.used for t in turns), timedelta())
    own = sum((t.used for t in turns if room.seats[t.seat].side is side), timedelta())
    voices = [s for s in room.present() if s.side is not Side.GUEST and s.role not in APART]
    of_time = own / total if total else 0.0
    of_people = sum(1 for s in voices if s.side is side) / len(voices) if voices else 0.0
    return of_time, of_people


def _over_share(room: Room, side: Side) -> bool:
    if budgets.budget_of(room, side):
        return budgets.over(room, side)
    of_time, of_people = shares(room, side)
    return of_time > of_people


def place(room: Room, seat: Seat) -> Placement:
    """Where a request of this person goes now, under the rule of the session."""
    waiting = room.floor.requests
    end = len(waiting)
    if room.rules.balance is not Balance.BALANCED:
        return Placement(end, (), "order_of_request")
    own = standing(room, seat)
    position = end
    while position > room.rules.frozen and _may_pass(room, own, waiting[position - 1]):
        position -= 1
    passed = tuple(r.id for r in waiting[position:])
    return Placement(position, passed, _why(own, bool(passed)))


def _may_pass(room: Room, own: Standing, other: Request) -> bool:
    if other.overtaken >= room.rules.overtakes or other.aside:
        return False
    theirs = room.seats.get(other.seat)
    return theirs is not None and own.key < standing(room, theirs).key


def _why(own: Standing, passed: bool) -> str:
    if not passed:
        return "order_of_request"
    if own.invited:
        return "invited_expert"
    within = "side_within_budget" if own.budget else "side_below_share"
    return "first_time" if own.spoken == 0 else within if not own.over_share else "spoke_less"


@dataclass(frozen=True, slots=True)
class Ahead:
    """One person before me, and the word for why: `frozen`, `asked_before`, or why the rule put them there."""

    seat: str
    why: str


def why_my_place(room: Room, seat_id: str) -> tuple[Ahead, ...]:
    """Answer "why am I fifth": everybody ahead on the list, each with the reason. Empty when first or absent."""
    mine = room.request_of(seat_id)
    if mine is None:
        return ()
    ahead = room.floor.requests[: room.floor.requests.index(mine)]
    return tuple(Ahead(r.seat, r.why if _asked_after(r, mine) else "asked_before") for r in ahead)


def _asked_after(other: Request, mine: Request) -> bool:
    return int(other.id[1:]) > int(mine.id[1:])
