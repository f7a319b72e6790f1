"""The log as a reader of the minutes sees it: every line has its number and leaf, not every line its words."""

from dataclasses import dataclass

from incidencia.web import times
from sessions import log
from sessions.core import events as e
from sessions.core.evolve import undone
from sessions.core.touches import CASTING, INSIDE
from sessions.minutes.queries import Record
from sessions.wording.lines import Line, line


@dataclass(frozen=True, slots=True)
class Told:
    """One line. `line` is None where its words are for the desk alone; `day`: the first one shown of its day."""

    entry: e.Entry
    leaf: str
    line: Line | None
    undone: bool
    day: bool

    @property
    def cast(self) -> bool:
        """Whether it is somebody's part in a vote."""
        return type(self.entry.event) in CASTING


def lines(record: Record, *, desk: bool) -> list[Told]:
    """Every entry the minutes were read from, in order. Two queries, or three when the room is not remembered."""
    session, row = record.session, record.row
    rows = list(session.entries.filter(seq__lte=row.log_seq).order_by("seq"))
    entries = [log.entry_of(one) for one in rows]
    gone, room = undone(entries), log.load(session)
    told, last = [], None
    for x, r in zip(entries, rows, strict=True):
        heard = desk or type(x.event) not in INSIDE
        day = times.short_day(x.at, session) if heard else last
        told.append(Told(x, r.leaf, line(x, room) if heard else None, x.seq in gone, day != last))
        last = day
    return told
