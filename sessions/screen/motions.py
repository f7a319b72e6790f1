"""The motion that is before the room: what is moved, why, who speaks on it, what decides it."""

from dataclasses import dataclass

from sessions.core.rules.motions import allowed
from sessions.core.state import Room
from sessions.core.terms import MotionKind, Speaks
from sessions.wording import motions as wording
from sessions.wording.words import name_of, word


@dataclass(frozen=True, slots=True)
class Moved:
    """`ruling`: the words of the ruling that is appealed. `waiting`: motions that are decided after this one."""

    what: str
    mover: str
    reason: str
    ruling: str
    needs: str
    speakers: tuple[str, ...]
    against: int
    waiting: tuple[str, ...]


def moved(room: Room) -> Moved | None:
    """The motion before the room, or None."""
    motion = room.motion
    if motion is None:
        return None
    point = next((p for p in room.points if p.id == motion.ref), None) if motion.kind is MotionKind.APPEAL else None
    speakers = tuple(f"{name_of(room, s.seat)} ({word(s.speaks)})" for s in motion.speakers)
    waiting = tuple(wording.what(m) for m in room.motions if m.state == "pending" and m.id != motion.id)
    return Moved(
        wording.what(motion), name_of(room, motion.seat), motion.reason, point.ruling if point else "",
        wording.needs(motion), speakers, allowed(room, Speaks.AGAINST), waiting,
    )  # fmt: skip
