"""Days as they are in a consultation, and how the date of a task is told."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.models import Consultation
from consultations.modes.comanagement.states import Pace, pace
from incidencia.clock import now
from incidencia.deadlines.deadline import State
from incidencia.deadlines.wording import Told, long_day


def today_in(consultation: Consultation) -> date:
    """Promise the present day on the calendars of a consultation."""
    return day_in(now(), consultation)


def day_in(instant: datetime, consultation: Consultation) -> date:
    """Promise the day of an instant on the calendars of a consultation."""
    return instant.astimezone(ZoneInfo(consultation.zone)).date()


def end_of(day: date, consultation: Consultation) -> datetime:
    """Promise the last second of a day there."""
    return datetime.combine(day, time(23, 59, 59), ZoneInfo(consultation.zone))


def told(due_on: date, today: date) -> Told:
    """Promise how the date of an open task stands, as `ui/_clock.html` shows it."""
    days = (due_on - today).days
    when = _("due on %(day)s") % {"day": long_day(due_on)}
    lies = pace(due_on, today)
    if lies is Pace.OVERDUE:
        late = ngettext("for %(n)s day", "for %(n)s days", -days) % {"n": -days}
        return Told(
            State.OVERDUE, "late", _("Overdue"), _("it was due on %(day)s") % {"day": long_day(due_on)}, due_on, late
        )
    if days == 0:
        return Told(
            State.NEAR, "near", _("Due soon"), _("due today, %(day)s") % {"day": long_day(due_on)}, due_on, ""
        )
    rest = ngettext("%(n)s day left", "%(n)s days left", days) % {"n": days}
    if lies is Pace.NEAR:
        return Told(State.NEAR, "near", _("Due soon"), when, due_on, rest)
    return Told(State.RUNNING, "", "", when, due_on, rest)


def told_done(done_on: date, due_on: date) -> Told:
    """Promise how a task that is done kept its date."""
    late = (done_on - due_on).days
    day = _("on %(day)s") % {"day": long_day(done_on)}
    if late > 0:
        rest = ngettext("%(n)s day late", "%(n)s days late", late) % {"n": late}
        return Told(State.MET, "late", _("Done late"), day, done_on, rest)
    return Told(State.MET, "ok", _("Done on time"), day, done_on, "")
