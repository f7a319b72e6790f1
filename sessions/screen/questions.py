"""Questions from the room: everybody reads those let through; the desk also reads those that wait. And which
written statements were received: their words have a page of their own."""

from dataclasses import dataclass
from typing import Any

from sessions.audiences import Audience
from sessions.core.rules.questions import UNSETTLED, are_open, in_order
from sessions.core.state import Question, Room
from sessions.core.terms import QuestionState
from sessions.models import Session
from sessions.wording.words import name_of, titled, word


@dataclass(frozen=True, slots=True)
class Shown:
    """A question with its names. `joined`: who asked the same; `by`: who answered or owes, "" for the host."""

    q: Question
    name: str
    joined: tuple[str, ...]
    support: int
    by: str
    owed: bool
    state: str


def questions(session: Session, room: Room, audience: Audience) -> dict[str, Any]:
    """The list in its published order, those with an answer, and for the desk alone those that wait."""
    desk, told = audience is Audience.DESK, room.questions
    return {
        "open": are_open(room),
        "unanswered": [_shown(room, q) for q in in_order(told.those(*UNSETTLED))],
        "answered": [_shown(room, q) for q in told.those(QuestionState.ANSWERED)],
        "waiting": [_shown(room, q) for q in told.those(QuestionState.WAITING)] if desk else [],
        "host": titled(room, "host"),
        "statements": [(s, name_of(room, s.seat)) for s in room.statements],
    }


def mine(room: Room, seat: str) -> list[Shown]:
    """All that this seat asked, the last one first, with what became of each."""
    return [_shown(room, q) for q in reversed(room.questions.asked) if q.seat == seat]


def _shown(room: Room, q: Question) -> Shown:
    turn = room.turn(q.turn) if q.turn else None
    by = turn.seat if turn else q.answered_by or (q.owes if q.state is QuestionState.OWED else "")
    return Shown(
        q, name_of(room, q.seat), tuple(name_of(room, s) for s in q.joined), len(q.supporters),
        name_of(room, by) if by else "", q.state is QuestionState.OWED, word(q.state),
    )  # fmt: skip
