"""The minutes as data: the document as the builder made it, the work on it, and the leaves of the log.

Whoever has the file can recompute the chained head without us: see `HOW`.
"""

import hashlib
from typing import Any

from sessions import wire
from sessions.chain import EMPTY
from sessions.minutes import work as w
from sessions.minutes.queries import Record, leaves

FORMAT = "incidencia.minutes/1"
HOW = (
    "head[0] is 64 zeros; head[n] = SHA-256(0x01 || head[n-1] || leaf[n]), all as raw bytes. The last one has to "
    "equal colophon.head. leaf[n] = SHA-256(0x00 || canonical JSON of the entry's envelope, in which "
    "SHA-256(salt || payload) stands for the payload). "
    "Entries that a reserve keeps (document.reserves, act.entries) have their leaf here and nothing else: the chain "
    "is verified with it all the same. "
    "document_sha256 is over the canonical JSON of `document`: sorted keys, no spaces, UTF-8."
)


def write(record: Record) -> bytes:
    """Promise the whole record as canonical JSON: the same record gives the same bytes."""
    return wire.canonical(_whole(record))


def _whole(record: Record) -> dict[str, Any]:
    row, work = record.row, record.work
    document = wire.plain(record.document) if record.hidden else row.document
    return {
        "format": FORMAT,
        "reference": record.session.reference,
        "state": work.state.value,
        "dates": wire.plain({
            "session": record.document.times.opened or record.document.times.starts_at,
            "circulated": work.circulated_at, "answers_until": work.until, "approved": work.approved_at,
            "published": work.published_at,
        }),
        "document": document,
        "sealed": sorted(record.hidden),
        "document_sha256": hashlib.sha256(wire.canonical(document)).hexdigest(),
        "wording": wire.plain(dict(work.texts)),
        "statements": _statements(record),
        "answers": wire.plain({"accepted": work.accepted, "disputed": work.disputed, "silent": work.silent}),
        "work": [{"type": type(x.event).__name__, **wire.plain(x)} for x in record.entries],
        "people": _people(record),
        "colophon": {
            **document["colophon"], "head_before": EMPTY, "how_to_verify": HOW, "leaves": leaves(row),
        },
    }  # fmt: skip


def _statements(record: Record) -> dict[str, Any]:
    """How each statement stands with its speaker, by turn."""
    told = {}
    for item in record.document.items:
        for turn in item.turns:
            now = w.passage(record.document, record.work, turn.id)
            if now and now.text:
                told[turn.id] = wire.plain(record.work.standing(turn.id))
    return told


def _people(record: Record) -> dict[str, str]:
    """Who attended and who worked on the minutes, by seat; never somebody who was only accredited or refused."""
    there = {a.who.seat for a in record.document.attendance} | {x.by for x in record.entries}
    return {seat: name for seat, name in record.names.items() if seat in there}
