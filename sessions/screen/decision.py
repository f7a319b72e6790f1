"""What is before the room for adoption, and what was agreed."""

from dataclasses import dataclass
from typing import Any

from sessions.audiences import Audience
from sessions.core.events import Part
from sessions.core.rules.meeting import SITTING
from sessions.core.state import Agreement, Objection, Position, Room, Vote
from sessions.core.terms import Phase
from sessions.models import Session
from sessions.screen import motions, votes
from sessions.screen.timers import timer
from sessions.wording import motions as wording
from sessions.wording.text import about
from sessions.wording.words import name_of, word


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said about a decision."""

    seat: str
    name: str
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """A position beside an agreement, and the text that was announced with it."""

    stand: str
    said: Said
    position: Position


@dataclass(frozen=True, slots=True)
class Shown:
    """An agreement as it is shown."""

    id: str
    reference: str
    agreement: Agreement
    effect: str
    parts: list[tuple[str, Part]]
    reservations: list[Said]
    late: list[Said]
    cut_off: int
    may_read: bool
    positions: list[Beside]


def decision(session: Session, room: Room, audience: Audience) -> dict[str, Any]:
    """The proposal with its window, and who objected or stood aside; a vote; or the quorum in doubt."""
    proposal, desk = room.proposal, audience is Audience.DESK
    asked, told = proposal or room.vote, room.told()
    shown: dict[str, Any] = {
        "proposal": proposal,
        "about": about(room, asked.about) if asked else "",
        "told_about": about(room, told.about) if isinstance(told, Vote) else "",
        "asked_by": name_of(room, room.quorum_asked) if room.quorum_asked else "",
        **votes.votes(room, desk=desk),
        "moved": motions.moved(room),
        "follows": wording.to_follow(room),
    }
    if proposal is None:
        return shown
    return shown | {
        "effect": word(proposal.effect),
        "parts": _parts(proposal.parts),
        "timer": timer(proposal.watch, proposal.window),
        "objections": _said(room, proposal.objections),
        "aside": _said(room, proposal.aside),
        "count": proposal.count,
    }


def agreements(session: Session, room: Room, audience: Audience) -> dict[str, Any]:
    """Everything agreed in this session, the last one first."""
    return {
        "agreements": [_shown(room, a) for a in reversed(room.agreements)],
        "unread": sum(1 for a in room.agreements if not a.read),
        "sits": room.phase in SITTING,
    }


def _shown(room: Room, a: Agreement) -> Shown:
    return Shown(
        a.id, f"{room.reference}-{a.id}", a, word(a.effect), _parts(a.parts),
        [Said(r.seat, name_of(room, r.seat), r.text, r.language) for r in a.reservations],
        _said(room, a.late_objections), len(a.cut_off), room.phase is Phase.OPEN and not a.read,
        [_beside(room, p) for p in room.positions if p.agreement == a.id],
    )  # fmt: skip


def _beside(room: Room, p: Position) -> Beside:
    return Beside(word(p.stand), Said(p.seat, name_of(room, p.seat), p.text, p.language), p)


def _parts(parts: tuple[Part, ...]) -> list[tuple[str, Part]]:
    return [(word(p.side), p) for p in parts]


def _said(room: Room, said: tuple[Objection, ...]) -> list[Said]:
    return [Said(o.seat, name_of(room, o.seat), o.reason) for o in said]
