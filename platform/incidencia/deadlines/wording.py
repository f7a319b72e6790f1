"""A duty's clock in plain words: the same on every page and in every letter."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from incidencia.deadlines.deadline import Deadline, State
from incidencia.web import times

LOOKS = {State.NEAR: "near", State.OVERDUE: "late", State.PAUSED: "near", State.MET: "ok", State.RUNNING: ""}


@dataclass(frozen=True, slots=True)
class Told:
    """How a clock stands: a word for its tag, when, how long, and what lies behind it."""

    state: State
    look: str  # class of the tag
    word: str  # in the tag; empty while there is nothing to point at
    when: str
    at: date | None  # for <time>
    rest: str
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The whole as one line, for letters and lists."""
        said = f"{self.word}: {self.when}" if self.word else self.when
        return " · ".join(part for part in (said, self.rest, *self.notes) if part)


def told(deadline: Deadline, now: datetime, near: int, *, answer: bool = True) -> Told:
    """Promise how `deadline` stands at `now`, in the active language.

    `answer`: the duty is to answer somebody; else it is to do something, and is *done*.
    """
    state = deadline.state(now, near)
    word, when, at, rest = _SAYS[state](deadline, now, answer)
    late = state is State.MET and deadline.is_late(now)
    return Told(state, "late" if late else LOOKS[state], word, when, at, rest, tuple(_notes(deadline, state, now)))


Said = tuple[str, str, date | None, str]


def _running(deadline: Deadline, now: datetime, _answer: bool) -> Said:
    due = _due(deadline)
    left = deadline.days_left(now) or 0
    if due == _day(now, deadline):
        return "", _("due today, %(day)s") % {"day": long_day(due)}, due, ""
    rest = ngettext("%(n)s business day left", "%(n)s business days left", left) % {"n": left}
    return "", _("due on %(day)s") % {"day": long_day(due)}, due, rest


def _near(deadline: Deadline, now: datetime, answer: bool) -> Said:
    return (_("Due soon"), *_running(deadline, now, answer)[1:])


def _overdue(deadline: Deadline, now: datetime, _answer: bool) -> Said:
    due = _due(deadline)
    late = deadline.days_late(now)
    since = ngettext("for %(n)s business day", "for %(n)s business days", late) % {"n": late} if late else ""
    return _("Overdue"), _("it was due on %(day)s") % {"day": long_day(due)}, due, since


def _paused(deadline: Deadline, now: datetime, _answer: bool) -> Said:
    pause = deadline.pause_at(now)
    if pause is None:
        raise AssertionError("a paused clock has its pause")
    since = _day(pause.start, deadline)
    until = _day(pause.end, deadline) if pause.end else None
    when = _("since %(day)s: %(reason)s") % {"day": long_day(since), "reason": pause.reason}
    rest = _("until %(day)s") % {"day": long_day(until)} if until else _("without a date for its end")
    return _("Paused"), when, since, rest


def _met(deadline: Deadline, now: datetime, answer: bool) -> Said:
    at = _day(deadline.met_at or now, deadline)
    late = deadline.days_late(now)
    day = _("on %(day)s") % {"day": long_day(at)}
    if late:
        n = {"n": late}
        rest = ngettext("%(n)s business day late", "%(n)s business days late", late) % n
        return (_("Answered late") if answer else _("Done late")), day, at, rest
    if deadline.is_late(now):
        return (_("Answered late") if answer else _("Done late")), day, at, ""
    return (_("Answered on time") if answer else _("Done on time")), day, at, ""


_SAYS = {
    State.RUNNING: _running,
    State.NEAR: _near,
    State.OVERDUE: _overdue,
    State.PAUSED: _paused,
    State.MET: _met,
}


def _notes(deadline: Deadline, state: State, now: datetime) -> Iterator[str]:
    """What moved the end: extensions, and the pauses that are over. The one under way has been said."""
    told_already = deadline.pause_at(now) if state is State.PAUSED else None
    for pause in deadline.pauses:
        if pause.start <= now and pause is not told_already:
            yield _("paused from %(first)s: %(reason)s") % {
                "first": times.short_day(pause.start, deadline.zone), "reason": pause.reason
            }  # fmt: skip
    for more in deadline.given:
        said = ngettext(
            "extended by %(n)s business day: %(reason)s", "extended by %(n)s business days: %(reason)s", more.days
        )
        yield said % {"n": more.days, "reason": more.reason}


def _due(deadline: Deadline) -> date:
    if deadline.due_on is None:
        raise AssertionError("the end of a clock that runs is known")
    return deadline.due_on


def _day(instant: datetime, deadline: Deadline) -> date:
    return instant.astimezone(times.zone_of(deadline.zone)).date()


def long_day(day: date) -> str:
    """Promise weekday and date within a sentence: "jueves 3 de diciembre de 2026"."""
    said = times.long_day(day, None)
    return said.replace(", ", " ", 1) if (get_language() or "es").startswith("es") else said
