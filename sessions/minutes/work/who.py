"""Who may do what to minutes, and in which state. Deny by default."""

from enum import StrEnum

from sessions.core.terms import Role
from sessions.minutes.document import Minutes
from sessions.minutes.work import commands as c
from sessions.minutes.work.refusals import Code
from sessions.minutes.work.state import State, Work


class May(StrEnum):
    DESK = "desk"  # the chair and the secretariat
    CHAIR = "chair"  # who presided last, or the secretariat on the chair's instruction
    ADMITTED = "admitted"  # whoever was admitted to the session


WHO: dict[type, May] = {
    c.EditWording: May.DESK, c.AddNarrative: May.DESK, c.Circulate: May.DESK, c.ConfirmStatement: May.ADMITTED,
    c.ContestStatement: May.ADMITTED, c.AcceptMinutes: May.ADMITTED, c.DisputeMinutes: May.ADMITTED,
    c.ApproveMinutes: May.CHAIR, c.PublishMinutes: May.DESK, c.SendStatement: May.ADMITTED,
}  # fmt: skip

WHEN: dict[type, tuple[State, ...]] = {
    c.EditWording: (State.DRAFT, State.CIRCULATED), c.AddNarrative: (State.DRAFT, State.CIRCULATED),
    c.Circulate: (State.DRAFT,), c.ConfirmStatement: (State.CIRCULATED,), c.ContestStatement: (State.CIRCULATED,),
    c.AcceptMinutes: (State.CIRCULATED,), c.DisputeMinutes: (State.CIRCULATED,),
    c.ApproveMinutes: (State.CIRCULATED,), c.PublishMinutes: (State.APPROVED,),
    c.SendStatement: tuple(State),
}  # fmt: skip


def is_desk(document: Minutes, seat: str, role: Role | None) -> bool:
    """Whether that seat is of the secretariat, of the chair who was there, or of whoever presided last."""
    return role is Role.SECRETARIAT or _chaired(document, seat, role)


def _chaired(document: Minutes, seat: str, role: Role | None) -> bool:
    present = role is Role.CHAIR and document.admitted(seat)
    return present or (bool(seat) and seat == presided_last(document))


def presided_last(document: Minutes) -> str:
    """The seat that presided at the end; of a session that was not held, the chair who was there, or ""."""
    if document.presiding:
        return document.presiding[-1].who.seat
    return next((a.who.seat for a in document.attendance if a.role is Role.CHAIR), "")


def reads(document: Minutes, state: State, seat: str, role: Role | None) -> bool:
    """Whether that seat may read: a draft the desk alone, in circulation those admitted, published everybody."""
    if state is State.PUBLISHED:
        return True
    return is_desk(document, seat, role) or (state is not State.DRAFT and document.admitted(seat))


def refusal(kind: type, document: Minutes, work: Work, seat: str, role: Role | None) -> Code | None:
    """Why that seat may not ask for this kind of thing now, or None when it may."""
    may = WHO.get(kind)
    if may is None or not _lets_through(may, document, seat, role):
        return Code.NOT_ADMITTED if may is May.ADMITTED else Code.NOT_YOURS
    return None if work.state in WHEN[kind] else _untimely(kind, work.state)


def _lets_through(may: May, document: Minutes, seat: str, role: Role | None) -> bool:
    if may is May.ADMITTED:
        return document.admitted(seat)
    if may is May.DESK:
        return is_desk(document, seat, role)
    instructed = role is Role.SECRETARIAT and document.identity.rules.chair_instructs
    return instructed or _chaired(document, seat, role)


def _untimely(kind: type, state: State) -> Code:
    if state is State.PUBLISHED:
        return Code.ALREADY_PUBLISHED
    if kind is c.PublishMinutes:
        return Code.NOT_APPROVED
    if state is State.APPROVED:
        return Code.ALREADY_APPROVED
    return Code.ALREADY_CIRCULATED if kind is c.Circulate else Code.NOT_CIRCULATED
