"""Questions from the room. The words of a question are in a line of the desk, and in everybody's once let through."""

from django.utils.translation import gettext as _

from incidencia.web import times
from sessions.core import events as e
from sessions.core.state import Room
from sessions.wording.lines.parts import Say, item
from sessions.wording.words import name_of, titled


def _asker(room: Room, question: str) -> str:
    found = room.questions.get(question)
    return name_of(room, found.seat if found else "")


def _opened(ev: e.QuestionsOpened, x: e.Entry, room: Room) -> str:
    return _("Questions in writing are open for «%(item)s».") % {"item": item(room, ev.item)}


def _closed(ev: e.QuestionsClosed, x: e.Entry, room: Room) -> str:
    return _("Questions in writing are closed.")


def _asked(ev: e.QuestionAsked, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("%(name)s asks, and the desk has to look at it:") % {"name": name_of(room, ev.seat)}, ev.text


def _approved(ev: e.QuestionApproved, x: e.Entry, room: Room) -> tuple[str, str]:
    found = room.questions.get(ev.question)
    return _("%(name)s asks:") % {"name": _asker(room, ev.question)}, found.text if found else ""


def _merged(ev: e.QuestionMerged, x: e.Entry, room: Room) -> str:
    return _("A question by %(name)s asks the same as one by %(other)s: they are merged.") % {
        "name": _asker(room, ev.question), "other": _asker(room, ev.into),
    }  # fmt: skip


def _declined(ev: e.QuestionDeclined, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("A question by %(name)s is declined:") % {"name": _asker(room, ev.question)}, ev.reason


def _supported(ev: e.QuestionSupported, x: e.Entry, room: Room) -> str:
    return _("%(name)s supports the question by %(other)s.") % {
        "name": name_of(room, ev.seat), "other": _asker(room, ev.question),
    }  # fmt: skip


def _unsupported(ev: e.SupportWithdrawn, x: e.Entry, room: Room) -> str:
    return _("%(name)s no longer supports the question by %(other)s.") % {
        "name": name_of(room, ev.seat), "other": _asker(room, ev.question),
    }  # fmt: skip


def _answered(ev: e.QuestionAnswered, x: e.Entry, room: Room) -> tuple[str, str]:
    return _("%(name)s answers the question by %(other)s in writing:") % {
        "name": name_of(room, ev.seat), "other": _asker(room, ev.question),
    }, ev.text  # fmt: skip


def _aloud(ev: e.QuestionAnsweredAloud, x: e.Entry, room: Room) -> str:
    return _("The question by %(name)s was answered aloud, in turn %(turn)s.") % {
        "name": _asker(room, ev.question), "turn": ev.turn[1:],
    }  # fmt: skip


def _owed(ev: e.AnswerOwed, x: e.Entry, room: Room) -> str:
    return _("The question by %(name)s will be answered in writing by %(who)s until %(day)s.") % {
        "name": _asker(room, ev.question), "who": name_of(room, ev.seat) if ev.seat else titled(room, "host"),
        "day": times.long_day(ev.due, room.zone),
    }  # fmt: skip


LINES: dict[type, Say] = {
    e.QuestionsOpened: _opened,
    e.QuestionsClosed: _closed,
    e.QuestionAsked: _asked,
    e.QuestionApproved: _approved,
    e.QuestionMerged: _merged,
    e.QuestionDeclined: _declined,
    e.QuestionSupported: _supported,
    e.SupportWithdrawn: _unsupported,
    e.QuestionAnswered: _answered,
    e.QuestionAnsweredAloud: _aloud,
    e.AnswerOwed: _owed,
}
