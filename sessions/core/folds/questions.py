"""Folds of questions from the room."""

from dataclasses import replace

from sessions.core import events as e
from sessions.core.folds.fold import Fold
from sessions.core.state import Question, Room
from sessions.core.terms import QuestionState


def _opened(room: Room, ev: e.QuestionsOpened, x: e.Entry) -> Room:
    return replace(room, questions=replace(room.questions, item=ev.item))


def _closed(room: Room, ev: e.QuestionsClosed, x: e.Entry) -> Room:
    return replace(room, questions=replace(room.questions, item=""))


def _asked(room: Room, ev: e.QuestionAsked, x: e.Entry) -> Room:
    asked = Question(ev.question, ev.item, ev.seat, ev.text, ev.language, x.at)
    questions = replace(room.questions, asked=(*room.questions.asked, asked))
    return replace(room, questions=questions, made={**room.made, "q": room.made.get("q", 0) + 1})


def _change(room: Room, question: str, **changes: object) -> Room:
    asked = tuple(
        replace(q, **changes) if q.id == question else q  # type: ignore[arg-type]
        for q in room.questions.asked
    )
    return replace(room, questions=replace(room.questions, asked=asked))


def _get(room: Room, question: str) -> Question:
    found = room.questions.get(question)
    assert found is not None
    return found


def _approved(room: Room, ev: e.QuestionApproved, x: e.Entry) -> Room:
    return _change(room, ev.question, state=QuestionState.APPROVED)


def _merged(room: Room, ev: e.QuestionMerged, x: e.Entry) -> Room:
    """Each person counts once: as one of its askers, else as one of its supporters."""
    gone, into = _get(room, ev.question), _get(room, ev.into)
    joined = dict.fromkeys(s for s in (*into.joined, gone.seat, *gone.joined) if s != into.seat)
    behind = dict.fromkeys((*into.supporters, *gone.supporters))
    supporters = tuple(s for s in behind if s != into.seat and s not in joined)
    room = _change(room, into.id, joined=tuple(joined), supporters=supporters)
    return _change(room, gone.id, state=QuestionState.MERGED, into=into.id)


def _declined(room: Room, ev: e.QuestionDeclined, x: e.Entry) -> Room:
    return _change(room, ev.question, state=QuestionState.DECLINED, reason=ev.reason)


def _supported(room: Room, ev: e.QuestionSupported, x: e.Entry) -> Room:
    return _change(room, ev.question, supporters=(*_get(room, ev.question).supporters, ev.seat))


def _unsupported(room: Room, ev: e.SupportWithdrawn, x: e.Entry) -> Room:
    left = tuple(s for s in _get(room, ev.question).supporters if s != ev.seat)
    return _change(room, ev.question, supporters=left)


def _answered(room: Room, ev: e.QuestionAnswered, x: e.Entry) -> Room:
    return _change(
        room, ev.question, state=QuestionState.ANSWERED, answer=ev.text, answer_language=ev.language,
        answered_by=ev.seat, turn="",
    )  # fmt: skip


def _aloud(room: Room, ev: e.QuestionAnsweredAloud, x: e.Entry) -> Room:
    return _change(room, ev.question, state=QuestionState.ANSWERED, turn=ev.turn)


def _owed(room: Room, ev: e.AnswerOwed, x: e.Entry) -> Room:
    return _change(room, ev.question, state=QuestionState.OWED, owes=ev.seat, due=ev.due)


FOLDS: dict[type, Fold] = {
    e.QuestionsOpened: _opened, e.QuestionsClosed: _closed, e.QuestionAsked: _asked, e.QuestionApproved: _approved,
    e.QuestionMerged: _merged, e.QuestionDeclined: _declined, e.QuestionSupported: _supported,
    e.SupportWithdrawn: _unsupported, e.QuestionAnswered: _answered, e.QuestionAnsweredAloud: _aloud,
    e.AnswerOwed: _owed,
}  # fmt: skip
