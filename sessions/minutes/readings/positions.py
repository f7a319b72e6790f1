"""Reads positions beside agreements, and the texts announced with them."""

from dataclasses import replace

from sessions.core import events as e
from sessions.core.terms import Stand
from sessions.minutes.document import Position
from sessions.minutes.readings.draft import Draft, Reader


def _explained(draft: Draft, ev: e.PositionExplained, x: e.Entry) -> None:
    _beside(draft, ev, x, Stand.EXPLAINS)


def _dissociated(draft: Draft, ev: e.Dissociated, x: e.Entry) -> None:
    _beside(draft, ev, x, Stand.DISSOCIATES)


def _beside(draft: Draft, ev: e.PositionExplained | e.Dissociated, x: e.Entry, stand: Stand) -> None:
    known = draft.agreements[ev.agreement]
    made = Position(stand, draft.said(x, ev.seat, ev.text, ev.language), ev.follows, None)
    draft.agreements[ev.agreement] = replace(known, positions=(*known.positions, made))


def _handed_in(draft: Draft, ev: e.TextHandedIn, x: e.Entry) -> None:
    known = draft.agreements[ev.agreement]
    text = draft.said(x, ev.seat, ev.text, ev.language)
    positions = tuple(
        replace(p, written=text) if p.said.who.seat == ev.seat and p.follows and p.written is None else p
        for p in known.positions
    )
    draft.agreements[ev.agreement] = replace(known, positions=positions)


READERS: dict[type, Reader] = {
    e.PositionExplained: _explained,
    e.Dissociated: _dissociated,
    e.TextHandedIn: _handed_in,
}
