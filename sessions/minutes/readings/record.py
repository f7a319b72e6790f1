"""Reads corrections: the fact is told once, as corrected, with the number of its correction."""

from dataclasses import replace

from sessions.core import events as e
from sessions.core.terms import Slip
from sessions.minutes.document import Correction
from sessions.minutes.readings.draft import Draft, Reader


def _corrected(draft: Draft, ev: e.SlipCorrected, x: e.Entry) -> None:
    number = len(draft.corrections) + 1
    was, now = ev.was, ev.now
    if ev.slip is Slip.TURN_SPEAKER:
        was, now = draft.who(ev.was).name, draft.who(ev.now).name
    draft.corrections.append(
        Correction(number, ev.slip, ev.ref, was, now, x.at, draft.maybe(x.by), ev.reason, (x.seq,))
    )
    _FIELDS[ev.slip](draft, ev, x, number)


def _agreement(draft: Draft, ev: e.SlipCorrected, x: e.Entry, number: int) -> None:
    """Words that changed after they were read back have to be read again."""
    known = draft.agreements[ev.ref]
    draft.agreements[ev.ref] = replace(
        known, text=ev.now, read_at=None, corrected=(*known.corrected, number), rests=(*known.rests, x.seq)
    )


def _ruling(draft: Draft, ev: e.SlipCorrected, x: e.Entry, number: int) -> None:
    known = draft.points[ev.ref]
    draft.points[ev.ref] = replace(
        known, ruling=ev.now, corrected=(*known.corrected, number), rests=(*known.rests, x.seq)
    )


def _speaker(draft: Draft, ev: e.SlipCorrected, x: e.Entry, number: int) -> None:
    known = draft.turns[ev.ref]
    draft.turns[ev.ref] = replace(
        known, who=draft.who(ev.now), corrected=(*known.corrected, number), rests=(*known.rests, x.seq)
    )


def _statement(draft: Draft, ev: e.SlipCorrected, x: e.Entry, number: int) -> None:
    known = draft.turns[ev.ref]
    draft.turns[ev.ref] = replace(
        known, statement=ev.now, corrected=(*known.corrected, number), rests=(*known.rests, x.seq)
    )


_FIELDS = {
    Slip.AGREEMENT_TEXT: _agreement,
    Slip.RULING: _ruling,
    Slip.TURN_SPEAKER: _speaker,
    Slip.STATEMENT: _statement,
}

READERS: dict[type, Reader] = {e.SlipCorrected: _corrected}
