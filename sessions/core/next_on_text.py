"""What is next of the text on the table: rulings, the order, amendments, brackets, parts, the whole. Pure.

The rows that ask it are in `next_act.py`.
"""

from sessions.core import commands as c
from sessions.core.distance import decidable, ordered
from sessions.core.rules.brackets import words_after
from sessions.core.rules.carrying import is_ready, ready
from sessions.core.rules.table import asked_about, on_table
from sessions.core.rules.text import brackets_stand
from sessions.core.state import Room
from sessions.core.state.text import Bracket, Text
from sessions.core.terms import AmendmentState, Lift


def pending(room: Room) -> Text | None:
    """The text on the table that the room has still to decide on; None once it was adopted or voted down."""
    text = on_table(room)
    if text is None or text.agreement or asked_about(room) or not text.living():
        return None
    return None if any(v.about == text.id and not v.reopened for v in room.votes) else text


def division(room: Room) -> str:
    """The division that waits for the chair's ruling, or ""."""
    text = pending(room)
    moved = (d.id for d in text.divisions if d.granted is None and text.unfinished(d)) if text else ()
    return next(iter(moved), "")


def to_admit(room: Room) -> str:
    """The first amendment that was not ruled upon and stands upon the present words, or ""."""
    text = pending(room)
    found = (a for a in text.undecided() if a.state is AmendmentState.SUBMITTED) if text else ()
    return next((a.id for a in found if text and not text.outdated(a)), "")


def unsponsored(room: Room) -> str:
    """The first amendment that no member sponsors yet, or ""."""
    text = pending(room)
    return next((a.id for a in text.undecided() if a.state is AmendmentState.WAITING), "") if text else ""


def outdated(room: Room) -> str:
    """The first amendment whose words have changed under it, or ""."""
    text = pending(room)
    return next((a.id for a in text.undecided() if text.outdated(a)), "") if text else ""


def unordered(room: Room) -> bool:
    """Whether rivals to one paragraph have no order yet."""
    text = pending(room)
    if text is None:
        return False
    open_ = decidable(text)
    rivals = [a for a in open_ if sum(b.paragraph == a.paragraph for b in open_) > 1]
    return any(a.id not in text.order for a in rivals)


def amendment(room: Room) -> str:
    """The amendment, or the part of one, that is decided now: furthest first, as the order says; or ""."""
    text = pending(room)
    if text is None:
        return ""
    ranks = [*text.order, *(r.amendment.id for r in ordered(text) if r.amendment.id not in text.order)]
    return min(_of_amendments(room, text), key=lambda n: ranks.index(_target(text, n)), default="")


def _of_amendments(room: Room, text: Text) -> list[str]:
    return [n for n in ready(room) if _target(text, n) != text.id]


def _target(text: Text, about: str) -> str:
    """The amendment of that id, or what the division is of."""
    found = text.division(about.rpartition(".")[0])
    return found.target if found else about


def consented(room: Room) -> str:
    """The first bracket that everybody who placed it lets end in one same way, as `x1.b1.keep`; or ""."""
    text = pending(room)
    found = (way for b in text.open_brackets() for way in _ways(text, b)) if text else ()
    return next(iter(found), "")


def _ways(text: Text, one: Bracket) -> list[str]:
    agreed = [k for k in one.consents if all(one.consented(s, k.how, k.alternative) for s in one.placers)]
    free = [k for k in agreed if not k.alternative or k.alternative in {a.number for a in one.standing}]
    return [
        f"{one.id}.{k.alternative or k.how}" for k in free
        if brackets_stand(text, one.paragraph, words := words_after(text, one, k.how, k.alternative), one.id)
        or not words
    ]  # fmt: skip


def lifting(room: Room) -> c.LiftBracket:
    """The command for what `consented` names."""
    name, _dot, how = consented(room).rpartition(".")
    return c.LiftBracket(name, Lift.ALTERNATIVE, int(how)) if how.isdecimal() else c.LiftBracket(name, Lift(how))


def bracket(room: Room) -> str:
    """The first bracket that is open, or ""."""
    text = pending(room)
    return next((b.id for b in text.open_brackets()), "") if text else ""


def part(room: Room) -> str:
    """The next paragraph of the text that is put separately, as `about` names it, or ""."""
    text = pending(room)
    return next((n for n in ready(room) if _target(text, n) == text.id), "") if text else ""


def whole(room: Room) -> str:
    """The text, once nothing of it is open; or ""."""
    text = pending(room)
    return text.id if text and is_ready(room, text.id) else ""


def to_decide(room: Room) -> bool:
    """Whether something of the text is to be put to the room."""
    return bool(amendment(room) or bracket(room) or part(room) or whole(room))
