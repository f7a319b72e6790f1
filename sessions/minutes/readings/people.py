"""Reads the door: who was there, from when to when."""

from dataclasses import replace

from sessions.core import events as e
from sessions.minutes.document import Attendance, Stay
from sessions.minutes.readings.draft import Draft, Reader, stay


def _admitted(draft: Draft, ev: e.PersonAdmitted, x: e.Entry) -> None:
    before = draft.attendance.get(ev.seat)
    draft.attendance[ev.seat] = Attendance(
        draft.who(ev.seat), ev.role, ev.votes, ev.empowered, ev.via,
        (*(before.stays if before else ()), stay(x)), "", (*(before.rests if before else ()), x.seq), ev.provisional,
        before.document if before else "",
    )  # fmt: skip


def _left(draft: Draft, ev: e.PersonLeft | e.PersonRemoved, x: e.Entry) -> None:
    known = draft.attendance[ev.seat]
    last = Stay(known.stays[-1].arrived, x.at)
    removed = ev.reason if isinstance(ev, e.PersonRemoved) else ""
    draft.attendance[ev.seat] = replace(
        known, stays=(*known.stays[:-1], last), removed=removed, rests=(*known.rests, x.seq)
    )


def _confirmed(draft: Draft, ev: e.AccreditationConfirmed, x: e.Entry) -> None:
    known = draft.attendance[ev.seat]
    draft.attendance[ev.seat] = replace(
        known, votes=ev.votes, provisional=False, document=ev.document, rests=(*known.rests, x.seq)
    )


READERS: dict[type, Reader] = {
    e.PersonAdmitted: _admitted, e.PersonLeft: _left, e.PersonRemoved: _left, e.AccreditationConfirmed: _confirmed,
}  # fmt: skip
