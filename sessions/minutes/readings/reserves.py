"""Reads what was off the record, what was reserved, and who was cleared to hear it."""

from dataclasses import replace

from sessions.core import events as e
from sessions.minutes.document import Clearance, OffRecord, Reserved
from sessions.minutes.readings.draft import Draft, Reader


def _off(draft: Draft, ev: e.WentOffRecord, x: e.Entry) -> None:
    draft.off_record.append(OffRecord(x.at, None, ev.reason, (x.seq,)))


def _on(draft: Draft, ev: e.CameOnRecord, x: e.Entry) -> None:
    last = draft.off_record[-1]
    draft.off_record[-1] = replace(last, ended=x.at, rests=(*last.rests, x.seq))


def _classified(draft: Draft, ev: e.ItemClassified, x: e.Entry) -> None:
    draft.reserves[ev.reserve] = Reserved(draft.room.reserves[-1], draft.who(x.by), None, (x.seq,))


def _confirmed(draft: Draft, ev: e.ReserveConfirmed, x: e.Entry) -> None:
    known = draft.reserves[ev.reserve]
    draft.reserves[ev.reserve] = replace(known, rests=(*known.rests, x.seq))


def _declassified(draft: Draft, ev: e.ItemDeclassified, x: e.Entry) -> None:
    known = draft.reserves[ev.reserve]
    draft.reserves[ev.reserve] = replace(known, lifted_by=draft.who(x.by), rests=(*known.rests, x.seq))


def _cleared(draft: Draft, ev: e.SeatCleared, x: e.Entry) -> None:
    draft.clearances.append(Clearance(ev.seat, ev.name, ev.undertaking, x.at, None, "", (x.seq,)))


def _uncleared(draft: Draft, ev: e.SeatUncleared, x: e.Entry) -> None:
    draft.clearances = [
        replace(one, until=x.at, reason=ev.reason, rests=(*one.rests, x.seq))
        if one.seat == ev.seat and one.until is None
        else one
        for one in draft.clearances
    ]


READERS: dict[type, Reader] = {
    e.WentOffRecord: _off, e.CameOnRecord: _on, e.ItemClassified: _classified, e.ReserveConfirmed: _confirmed,
    e.ItemDeclassified: _declassified, e.SeatCleared: _cleared, e.SeatUncleared: _uncleared,
}  # fmt: skip
