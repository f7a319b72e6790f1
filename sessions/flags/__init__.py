"""What is true of a room in single words, so that a page can offer exactly the acts that fit. Pure.

`flags(room)` are words about the room: each region prints its own in `data-flags`, because each word rests
on what that region shows. `marks` are true of one person; regions
print the seats of each in `data-marks`. `own` adds what follows for a viewer.
A control says when it fits: `data-when="open list-open !waiting"` (all of them; `!` means not). The browser
works with the same words (`room/controls.js`).
"""

from collections.abc import Iterable

from sessions.core.rules.who import at_the_desk
from sessions.core.state import Room
from sessions.core.terms import Role
from sessions.flags.marks import MARKS
from sessions.flags.room import OF
from sessions.flags.those import Words, those


def flags(room: Room) -> Words:
    """Every word that is true of the room."""
    return frozenset[str]().union(*(words(room) for words in OF.values()))


def marks(room: Room, seat: str) -> Words:
    """The words that are true of one seat."""
    found = (words(room) for words in MARKS.values())
    return frozenset(word for named in found for word, seats in named.items() if seat in seats)


def own(room: Room, seat: str, role: Role | None) -> Words:
    """Every word a control asks for, for somebody who holds this seat in this role (None: no seat)."""
    return derived(flags(room) | marks(room, seat) | _role(room, seat, role))


def _role(room: Room, seat: str, role: Role | None) -> Words:
    if role is None or (role is Role.SECRETARIAT and not at_the_desk(room, seat)):
        return frozenset()
    return frozenset({f"role-{role.value}".replace("_", "-")})


def derived(words: Words) -> Words:
    """With what follows: `desk` keeps the record and the door, `chairs` gives the chair's acts, `opens` opens,
    `scrutineer` may count the hands in the hall, `drafts` may place brackets in the text on the table,
    `tongue` says which language is spoken.
    """
    secretariat, presiding = "role-secretariat" in words, "presiding" in words
    leads = presiding or (secretariat and "instructs" in words)
    first = "before" in words and "role-chair" in words
    opens = leads or ("before" in words and "admitted" in words and ("role-vice-chair" in words or first))
    return words | those(
        desk=presiding or secretariat or first,
        chairs=leads,
        opens=opens,
        scrutineer=secretariat or {"admitted", "votes"} <= words,
        drafts=presiding or secretariat or {"admitted", "votes"} <= words,
        stands_in=secretariat or "role-vice-chair" in words,
        tongue=secretariat or ("admitted" in words and bool({"speaking", "role-interpreter"} & words)),
    )


def fits(words: Words, when: str) -> bool:
    """Whether `when` holds: every word is there, every `!word` is not."""
    return all((w[1:] not in words) if w.startswith("!") else (w in words) for w in when.split())


def said(words: Iterable[str]) -> str:
    """Words for an attribute, always in the same order."""
    return " ".join(sorted(words))


def marked(region: str, room: Room) -> str:
    """The marks of a region for its attribute: `votes 2 3; waiting 3`."""
    found = MARKS[region](room) if region in MARKS else {}
    return "; ".join(f"{word} {' '.join(seats)}" for word, seats in found.items() if seats)


__all__ = ["MARKS", "OF", "Words", "derived", "fits", "flags", "marked", "marks", "own", "said"]
