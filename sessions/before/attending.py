"""Who says they come. An answer informs; quorum is counted in the room, by acts."""

from django.db import transaction
from django.utils.translation import gettext as _

from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused
from sessions.before import emails, queries
from sessions.before.holding import held_before
from sessions.core.circulation import day_of
from sessions.core.forecast import Answer
from sessions.models import Attendance, AttendanceReminder, Seat, Session


@transaction.atomic
def attendance_answer(session: Session, *, seat: Seat, answer: Answer, by: Person) -> Attendance:
    """Promise that the last answer of the seat is this one. Raises Refused once the session has opened."""
    row = held_before(session)
    made, _created = Attendance.objects.update_or_create(
        seat=seat, defaults={"session": row, "answer": Answer(answer), "at": now(), "by": by}
    )
    return made


@transaction.atomic
def attendance_remind(session: Session, *, by: Person) -> AttendanceReminder:
    """Write to everybody accredited who has not answered.

    Raises Refused the second time on one day of the session's zone, and where everybody has answered.
    """
    row = held_before(session)
    today = day_of(now(), row.zone)
    if row.attendance_reminders.filter(on=today).exists():
        raise Refused(
            "reminded-today",
            _("They were reminded today already."),
            _("At most one reminder a day."),
            _("Wait until tomorrow, or call them."),
        )
    silent = queries.unanswered(row)
    if not silent:
        raise Refused(
            "all-answered", _("Everybody with an account has answered."), advice=_("Nothing has to be done.")
        )
    emails.attendance_asked(row, silent, today)
    return AttendanceReminder.objects.create(session=row, on=today, letters=len(silent), at=now(), by=by)
