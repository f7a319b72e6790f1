"""The minutes as somebody may read them: what a reserve keeps from them was never built into their document (A9)."""

from dataclasses import replace

from incidencia.clock import now
from incidencia.references.format import agreement_reference
from sessions import log
from sessions.core.reserves import hidden_among
from sessions.core.terms import Circle, Role
from sessions.minutes import work as w
from sessions.minutes.build import build
from sessions.minutes.document import Minutes as Document
from sessions.minutes.queries import Record
from sessions.minutes.work.events import MinutesDisputed
from sessions.models import Minutes


def circle_of(document: Document, seat: str, role: Role | None) -> Circle | None:
    """The circle in which this seat reads; None: outside, with the public."""
    if w.is_desk(document, seat, role):
        return Circle.CLOSED
    if not document.admitted(seat):
        return None
    cleared = any(c.seat == seat and c.until is None for c in document.clearances)
    return Circle.CLOSED if cleared else Circle.MEMBERS


def hidden_from(document: Document, circle: Circle | None) -> frozenset[str]:
    """The reserves that keep their matter from this circle now."""
    return hidden_among([r.act for r in document.reserves], document.identity.zone, circle, now())


def veiled(record: Record, circle: Circle | None) -> Record:
    """Promise the record without anything that a reserve keeps from this circle. No query where nothing is kept."""
    hidden = hidden_from(record.document, circle)
    if not hidden:
        return record
    document = _document(record.row, hidden)
    sealed = {r.act.item for r in document.reserves if r.act.id in hidden}
    told = (x for x in record.entries if _is_told(x.event, record.document, document, sealed))
    entries = tuple(_wordless(x, record.document, hidden) for x in told)
    work = w.replay(entries)
    return Record(record.row, document, entries, replace(work, seq=record.work.seq), record.names, hidden)


def _document(row: Minutes, hidden: frozenset[str]) -> Document:
    known: dict[tuple[int, frozenset[str]], Document] = row.__dict__.setdefault("_veiled", {})
    key = (row.log_seq, hidden)
    if key not in known:
        known[key] = build(
            log.entries(row.session, 0, row.log_seq),
            agreement_reference=lambda n: agreement_reference(row.session.reference, n),
            head=row.log_head, hidden=hidden,
        )  # fmt: skip
    return known[key]


def _is_told(event: w.Event, whole: Document, document: Document, sealed: set[str]) -> bool:
    """Whether an act of the work is about words this reader has before them.

    Of the summary and the outcome of a sealed item none is, nor of a turn of which the reserve keeps something.
    """
    passage = next((str(getattr(event, n)) for n in ("passage", "item", "turn") if hasattr(event, n)), "")
    name = passage.partition(".")[0]
    if not name:
        return True
    turn = document.turn(name)
    return (turn is not None and turn == whole.turn(name)) or (document.item(name) is not None and name not in sealed)


def _wordless(entry: w.Entry, document: Document, hidden: frozenset[str]) -> w.Entry:
    """An objection to the minutes as a whole may tell what its author heard: outside their circle it has no words."""
    if not isinstance(entry.event, MinutesDisputed):
        return entry
    role = next((a.role for a in document.attendance if a.who.seat == entry.by), None)
    if hidden <= hidden_from(document, circle_of(document, entry.by, role)):
        return entry
    return replace(entry, event=replace(entry.event, words=""))
