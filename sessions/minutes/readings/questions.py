"""Reads questions from the room. One that was declined, or that nobody looked at, leaves no words here."""

from dataclasses import replace

from sessions.core import events as e
from sessions.core.terms import QuestionState
from sessions.minutes.document import Merged, Question
from sessions.minutes.readings.draft import Draft, Reader


def _asked(draft: Draft, ev: e.QuestionAsked, x: e.Entry) -> None:
    draft.asked_of[ev.question] = x


def _approved(draft: Draft, ev: e.QuestionApproved, x: e.Entry) -> None:
    asked = draft.asked_of[ev.question]
    assert isinstance(asked.event, e.QuestionAsked)
    q = asked.event
    draft.place[q.question] = q.item
    draft.questions[q.question] = Question(
        q.question, int(q.question[1:]), asked.at, draft.who(q.seat), q.text, q.language, (), 0,
        QuestionState.APPROVED, None, "", None, None, (asked.seq, x.seq),
    )  # fmt: skip


def _merged(draft: Draft, ev: e.QuestionMerged, x: e.Entry) -> None:
    """It has no entry of its own any more: who asked it, and in which words, stands with the other one."""
    gone, asked = draft.questions.pop(ev.question, None), draft.asked_of[ev.question]
    assert isinstance(asked.event, e.QuestionAsked)
    q = asked.event
    known, room = draft.questions[ev.into], draft.room.questions.get(ev.into)
    assert room is not None
    draft.questions[ev.into] = replace(
        known, joined=tuple(draft.who(s) for s in room.joined), support=len(room.supporters),
        rests=(*known.rests, *sorted({asked.seq, *(gone.rests if gone else ())}), x.seq),
        merged=(*known.merged, Merged(q.question, draft.who(q.seat), q.text, q.language),
                *(gone.merged if gone else ())),
    )  # fmt: skip


def _support(draft: Draft, ev: e.QuestionSupported | e.SupportWithdrawn, x: e.Entry) -> None:
    """The number alone."""
    room = draft.room.questions.get(ev.question)
    assert room is not None
    draft.questions[ev.question] = replace(draft.questions[ev.question], support=len(room.supporters))


def _answered(draft: Draft, ev: e.QuestionAnswered, x: e.Entry) -> None:
    _settle(draft, ev.question, x, state=QuestionState.ANSWERED, answer=draft.said(x, ev.seat, ev.text, ev.language))


def _aloud(draft: Draft, ev: e.QuestionAnsweredAloud, x: e.Entry) -> None:
    _settle(draft, ev.question, x, state=QuestionState.ANSWERED, turn=ev.turn)


def _owed(draft: Draft, ev: e.AnswerOwed, x: e.Entry) -> None:
    _settle(draft, ev.question, x, state=QuestionState.OWED, owes=draft.maybe(ev.seat), due=ev.due)


def _settle(draft: Draft, question: str, x: e.Entry, **changes: object) -> None:
    known = draft.questions[question]
    draft.questions[question] = replace(known, rests=(*known.rests, x.seq), **changes)  # type: ignore[arg-type]


READERS: dict[type, Reader] = {
    e.QuestionAsked: _asked, e.QuestionApproved: _approved, e.QuestionMerged: _merged, e.QuestionSupported: _support,
    e.SupportWithdrawn: _support, e.QuestionAnswered: _answered, e.QuestionAnsweredAloud: _aloud, e.AnswerOwed: _owed,
}  # fmt: skip
