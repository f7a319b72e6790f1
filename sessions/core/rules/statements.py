"""Rules of written statements: who may hand one in, how many, until when, and what their hash is made of."""

from datetime import datetime, timedelta
from hashlib import sha256

from sessions.core import commands as c
from sessions.core import events as e
from sessions.core.facts import Facts
from sessions.core.refusals import Code, refuse_if
from sessions.core.rules import limits
from sessions.core.rules.meeting import SITTING, phase
from sessions.core.ruleset import Rules
from sessions.core.state import Room
from sessions.core.terms import Role

MOST = 5  # of one person in one session


def may_submit(role: Role, rules: Rules) -> bool:
    """Whoever may speak; observers where the rules of the session say so."""
    if role is Role.OBSERVER:
        return rules.observers_submit
    return role in (Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER, Role.ADVISER)


def until(closed_at: datetime, rules: Rules) -> datetime:
    """Promise the end of the hours in which a statement is still received after a session closed."""
    return closed_at + timedelta(hours=rules.statement_hours)


def digest(title: str, text: str) -> str:
    """SHA-256 of the title, an empty line and the text, in UTF-8: anybody can compute it again."""
    return sha256(f"{title}\n\n{text}".encode()).hexdigest()


def submit(room: Room, ask: c.SubmitStatement, act: c.Act, facts: Facts) -> tuple[e.Event, ...]:
    phase(room, *SITTING)
    seat = room.seats[act.on_behalf_of or act.by]
    refuse_if(not may_submit(seat.role, room.rules), Code.NOT_YOURS)
    refuse_if(bool(ask.item) and room.item(ask.item) is None, Code.UNKNOWN_ITEM)
    title, text = limits.words(ask.title, limits.TITLE), limits.words(ask.text)
    sha = digest(title, text)
    mine = [s for s in room.statements if s.seat == seat.id]
    refuse_if(any(s.sha256 == sha for s in mine), Code.STATEMENT_THERE)
    refuse_if(len(mine) >= MOST, Code.TOO_MANY_STATEMENTS, most=MOST)
    return (
        e.WrittenStatementReceived(room.next_id("w"), seat.id, ask.item, title, text, ask.language, sha),
    )  # fmt: skip
