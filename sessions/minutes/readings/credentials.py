"""Reads powers to agree and conflicts of interest."""

from dataclasses import replace

from sessions.core import events as e
from sessions.minutes.document import Credential
from sessions.minutes.readings.draft import Draft, Reader


def _recorded(draft: Draft, ev: e.CredentialsRecorded, x: e.Entry) -> None:
    shown = Credential(draft.who(ev.seat), x.at, ev.empowered, ev.powers, ev.document, None, "", (x.seq,))
    draft.credentials.append(shown)
    _empowered(draft, ev.seat, ev.empowered, x)


def _withdrawn(draft: Draft, ev: e.CredentialsWithdrawn, x: e.Entry) -> None:
    shown = [n for n, one in enumerate(draft.credentials) if one.who.seat == ev.seat and one.withdrawn is None]
    if not shown:  # they came with the accreditation
        draft.credentials.append(Credential(draft.who(ev.seat), None, True, "", "", x.at, ev.reason, (x.seq,)))
    else:
        known = draft.credentials[shown[-1]]
        draft.credentials[shown[-1]] = replace(known, withdrawn=x.at, reason=ev.reason, rests=(*known.rests, x.seq))
    _empowered(draft, ev.seat, False, x)


def _empowered(draft: Draft, seat: str, empowered: bool, x: e.Entry) -> None:
    known = draft.attendance[seat]
    draft.attendance[seat] = replace(known, empowered=empowered, rests=(*known.rests, x.seq))


def _conflict(draft: Draft, ev: e.ConflictDeclared, x: e.Entry) -> None:
    draft.conflicts.setdefault(ev.item, []).append(draft.said(x, ev.seat, ev.text, ev.language))


READERS: dict[type, Reader] = {
    e.CredentialsRecorded: _recorded,
    e.CredentialsWithdrawn: _withdrawn,
    e.ConflictDeclared: _conflict,
}
