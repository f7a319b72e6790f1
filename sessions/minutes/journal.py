"""The log as a reader of the minutes sees it: every line has its number and leaf, not every line its words."""

from dataclasses import dataclass

from incidencia.web import times
from sessions import log
from sessions.core import events as e
from sessions.core.evolve import undone
from sessions.core.reserves import kept_entries, without_words
from sessions.core.touches import CASTING, INSIDE
from sessions.minutes.queries import Record
from sessions.veiled import veiled
from sessions.wording.lines import Line, line


@dataclass(frozen=True, slots=True)
class Told:
    """One line. `line` is None where its words are not for this reader; `day`: the first one shown of its day.

    `cast`: it is somebody's part in a vote. `sealed`: a reserve keeps it, and nothing but its leaf is told.
    """

    seq: int
    leaf: str
    entry: e.Entry | None = None
    line: Line | None = None
    undone: bool = False
    day: bool = False
    cast: bool = False
    sealed: bool = False


def lines(record: Record, *, desk: bool) -> list[Told]:
    """Every entry the minutes were read from, in order. Two queries, or three when the room is not remembered, and
    as many again for a reader from whom something is kept."""
    session, row = record.session, record.row
    rows = list(session.entries.filter(seq__lte=row.log_seq).order_by("seq"))
    entries = [log.entry_of(one) for one in rows]
    gone, whole = undone(entries), log.load(session)
    kept, room = kept_entries(whole, record.hidden), veiled(session, whole, record.hidden) if record.hidden else whole
    told, last = [], None
    for entry, r in zip(entries, rows, strict=True):
        x = without_words(entry) if entry.seq in kept else entry
        if x is None:
            told.append(Told(r.seq, r.leaf, sealed=True))
            continue
        heard = desk or type(x.event) not in INSIDE
        day = times.short_day(x.at, session) if heard else last
        told.append(
            Told(x.seq, r.leaf, x, line(x, room) if heard else None, x.seq in gone, day != last,
                 type(x.event) in CASTING)
        )  # fmt: skip
        last = day
    return told
