"""The text on the table as it is shown: words with their brackets, amendments, and what may be done to each."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from incidencia.text.difference import Piece, difference
from sessions.audiences import Audience
from sessions.core.distance import Distance, distance, ordered
from sessions.core.quoting import found
from sessions.core.rules.amendments import decided_now
from sessions.core.rules.carrying import is_ready
from sessions.core.rules.table import on_table
from sessions.core.rules.text import agreeable
from sessions.core.state import Room
from sessions.core.state.text import UNDECIDED, Amendment, Bracket, Division, Paragraph, Text
from sessions.core.terms import AmendmentKind, AmendmentState, ParagraphState
from sessions.models import Session
from sessions.wording import text as wording
from sessions.wording.words import name_of, word

TONES = {
    ParagraphState.BRACKETED: "live", ParagraphState.AGREED: "near", ParagraphState.ADOPTED: "ok",
    AmendmentState.WAITING: "near", AmendmentState.ADMITTED: "near", AmendmentState.CARRIED: "ok",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Square:
    """Brackets: whose, the other words for those within, and what is left to lift them; `agreed`: nothing."""

    id: str
    number: int
    whole: bool
    by: str
    alternatives: tuple[tuple[int, str], ...]
    to_lift: str
    agreed: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a paragraph, in brackets or not."""

    words: str
    square: Square | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """An amendment. `pieces`: how the paragraph would change; `rank`: its place in the order of deciding."""

    id: str
    number: int
    kind: AmendmentKind
    what: str
    words: str
    pieces: tuple[Piece, ...]
    rationale: str
    by: str
    sponsors: str
    asked: str
    state: AmendmentState
    word: str
    tone: str
    outdated: bool
    now: bool
    ready: bool
    rank: int
    distance: str
    reason: str
    divisions: tuple["Divided", ...]


@dataclass(frozen=True, slots=True)
class Divided:
    """A division: who moved it, its parts with what became of them; `granted` is None until the chair rules."""

    id: str
    by: str
    granted: bool | None
    reason: str
    parts: tuple[tuple[str, bool | None], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph."""

    paragraph: Paragraph
    label: str
    state: ParagraphState
    word: str
    tone: str
    runs: tuple[Run, ...]
    whole: Square | None
    squares: tuple[Square, ...]
    agreeable: bool
    open: tuple[Moved, ...]
    ended: tuple[Moved, ...]


def text(session: Session, room: Room, audience: Audience) -> dict[str, Any]:
    """The text on the table of the open item; nothing while there is none."""
    table = on_table(room)
    return {"table": table, "inside": audience is not Audience.PUBLIC} | (shown(room, table) if table else {})


def shown(room: Room, table: Text) -> dict[str, Any]:
    """A text with its marks, whatever became of it."""
    order = [r.amendment.id for r in ordered(table)]
    ranks = {a: n for n, a in enumerate((*table.order, *(a for a in order if a not in table.order)), 1)}
    return {
        "kind": word(table.kind),
        "blocks": [_block(room, table, p, ranks) for p in table.paragraphs],
        "brackets_left": wording.open_brackets(len(table.open_brackets())) if table.brackets else "",
        "bracketed": bool(table.open_brackets()),
        "amendments_left": wording.open_amendments(len(table.undecided())) if table.undecided() else "",
        "divisions": _divisions(room, table, table.id),
        "ordered": _order(table),
        "working": not table.agreement,
    }


def _order(table: Text) -> list[tuple[int, str, str]]:
    """The order of deciding as it was set, with the distance of each, while some are to be decided."""
    left = [a for i in table.order if (a := table.amendment(i)) and a.undecided]
    return [(a.number, table.label(a.paragraph), wording.distance(_distance(table, a))) for a in left]


def _distance(table: Text, one: Amendment) -> Distance:
    base = table.paragraph(one.paragraph)
    return distance(base.words if base else "", one)


def _block(room: Room, table: Text, p: Paragraph, ranks: dict[str, int]) -> Block:
    state = table.state_of(p)
    squares = {b.id: _square(room, b) for b in table.open_brackets(p.id)}
    moved = [_moved(room, table, a, ranks) for a in table.amendments if a.paragraph == p.id]
    moved.sort(key=lambda m: (m.rank or 1_000, m.number))
    return Block(
        p, table.label(p.id), state, word(state), TONES.get(state, ""), runs(p, table.open_brackets(p.id), squares),
        next((s for s in squares.values() if s.whole), None), tuple(squares.values()), agreeable(table, p),
        tuple(m for m in moved if m.state in UNDECIDED), tuple(m for m in moved if m.state not in UNDECIDED),
    )  # fmt: skip


def runs(p: Paragraph, brackets: Iterable[Bracket], squares: dict[str, Square]) -> tuple[Run, ...]:
    """The words of a paragraph cut where brackets begin and end."""
    places = sorted((*found(p.words, b.quote)[0], b.id) for b in brackets if b.quote)
    told, at = [], 0
    for start, end, bracket in places:
        told += [Run(p.words[at:start]), Run(p.words[start:end], squares[bracket])]
        at = end
    return tuple(r for r in (*told, Run(p.words[at:])) if r.words)


def _square(room: Room, b: Bracket) -> Square:
    names = _apart(room, b.placers)
    begun = [
        (wording.way(how, alternative), [n for s, n in names.items() if b.consented(s, how, alternative)],
         [n for s, n in names.items() if not b.consented(s, how, alternative)])
        for how, alternative in dict.fromkeys((k.how, k.alternative) for k in b.consents)
    ]  # fmt: skip
    return Square(
        b.id, b.number, not b.quote, wording.people(names.values()), tuple((a.number, a.words) for a in b.standing),
        wording.to_lift(names.values(), begun), any(not missing for _way, _given, missing in begun),
    )  # fmt: skip


def _apart(room: Room, seats: Iterable[str]) -> dict[str, str]:
    """What each is called; by name where two speak for the same organization."""
    names = {s: called(room, s) for s in seats}
    told = list(names.values())
    return {s: n if told.count(n) == 1 else name_of(room, s) for s, n in names.items()}


def called(room: Room, seat: str) -> str:
    """The organization somebody speaks for, else their name."""
    known = room.seats.get(seat)
    return known.organization if known and known.organization else name_of(room, seat)


def _moved(room: Room, table: Text, a: Amendment, ranks: dict[str, int]) -> Moved:
    base = table.paragraph(a.paragraph)
    before = next((v.words for v in base.history if v.number == a.base), "") if base else ""
    undecided = a.undecided
    return Moved(
        a.id, a.number, a.kind, word(a.kind), a.words,
        changes(before, a.words) if a.kind is AmendmentKind.REPLACE else (), a.rationale, name_of(room, a.by),
        ", ".join(called(room, s) for s in a.sponsors), name_of(room, a.asked) if a.asked and not a.sponsors else "",
        a.state, word(a.state), TONES.get(a.state, ""), undecided and table.outdated(a),
        a.id in decided_now(room, table), undecided and is_ready(room, a.id), ranks.get(a.id, 0) if undecided else 0,
        wording.distance(_distance(table, a)) if undecided else "", a.reason, _divisions(room, table, a.id),
    )  # fmt: skip


def _divisions(room: Room, table: Text, target: str) -> tuple[Divided, ...]:
    return tuple(
        Divided(d.id, name_of(room, d.seat), d.granted, d.reason, _parts(table, d))
        for d in table.divisions if d.target == target
    )  # fmt: skip


def _parts(table: Text, d: Division) -> tuple[tuple[str, bool | None], ...]:
    whole = d.target == table.id
    return tuple((table.label(p.words) if whole else p.words, p.carried) for p in d.portions)


@lru_cache(maxsize=512)
def changes(before: str, after: str) -> tuple[Piece, ...]:
    """How words become others; remembered, since every audience and language is shown the same."""
    return tuple(difference(before, after))
