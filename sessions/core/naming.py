"""Of which items the things are that an event or a command names by their ids. Pure: one table for both.

What keeps an entry (`reserves.py`) and who may act (`rules/reserves.py`) ask it, so that neither forgets a reference.
A thing may be of several items: a motion is of the one in which it was moved and of that of the decision it is about.
"""

from collections.abc import Callable, Iterable
from typing import Any

from sessions.core.questions import Vote
from sessions.core.state import Room
from sessions.core.state.motions import Motion

Finder = Callable[[Room, str], Iterable[str]]


def of_vote(room: Room, vote: Vote) -> set[str]:
    """The items of a vote: its own, and those of the motion it decides."""
    return {vote.item, *_motion(room, vote.motion)}


def of_motion(room: Room, motion: Motion) -> set[str]:
    """The items of a motion: where it was moved, and that of the decision or the ruling it is about."""
    return {motion.item, *_ref(room, motion.ref)}


def _itself(room: Room, name: str) -> list[str]:
    return [name]


def _agreement(room: Room, name: str) -> list[str]:
    return [a.item for a in room.agreements if a.id == name]


def _turn(room: Room, name: str) -> list[str]:
    return [t.item for t in room.turns if t.id == name]


def _vote(room: Room, name: str) -> set[str]:
    votes = (*room.votes, *([room.vote] if room.vote else []))
    return {item for v in votes if v.id == name for item in of_vote(room, v)}


def _temperature(room: Room, name: str) -> list[str]:
    asked = (*room.temperatures, *([room.temperature] if room.temperature else []))
    return [t.item for t in asked if t.id == name]


def _point(room: Room, name: str) -> list[str]:
    return [p.item for p in room.points if p.id == name]


def _ref(room: Room, name: str) -> list[str]:
    """Agreements, votes, rulings and turns each have a letter of their own. No vote is reconsidered that decided a
    motion, so that this ends."""
    votes = [v.item for v in room.votes if v.id == name]
    return [*_agreement(room, name), *votes, *_point(room, name), *_turn(room, name)]


def _motion(room: Room, name: str) -> set[str]:
    return {item for m in room.motions if name and m.id == name for item in of_motion(room, m)}


def _question(room: Room, name: str) -> list[str]:
    return [q.item for q in room.questions.asked if q.id == name]


def _reply(room: Room, name: str) -> set[str]:
    return {item for r in room.replies if r.id == name for item in (r.item, *_turn(room, r.to))}


def _wish(room: Room, name: str) -> list[str]:
    return [w.item for w in room.experts.wishes if w.id == name]


def _proposal(room: Room, name: str) -> list[str]:
    return [room.proposal.item] if room.proposal and room.proposal.id == name else []


def on_table(room: Room, name: str) -> list[str]:
    """The item of a text. Paragraphs, amendments, brackets and divisions are named after theirs: `x1.a2`."""
    return [t.item for t in room.texts if t.id == name.partition(".")[0]]


# Which fields name something. `text` does so in a few events only: elsewhere it is words.
NAMES: dict[str, Finder] = {
    "item": _itself, "agreement": _agreement, "by": _agreement, "turn": _turn, "to": _turn, "vote": _vote,
    "temperature": _temperature, "point": _point, "ref": _ref, "motion": _motion, "question": _question,
    "into": _question, "reply": _reply, "wish": _wish, "proposal": _proposal, "amendment": on_table,
    "paragraph": on_table, "bracket": on_table, "division": on_table, "target": on_table, "about": on_table,
}  # fmt: skip


def items(room: Room, said: Any) -> frozenset[str]:
    """Promise the items of all that an event or a command names; what the room does not know has none."""
    found: set[str] = set()
    for name, of in NAMES.items():
        value = getattr(said, name, "")
        if isinstance(value, str) and value:
            found.update(of(room, value))
    return frozenset(found)
