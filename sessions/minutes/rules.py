"""Who may read and work on minutes: the table `work/who.py` in the words of pages. Deny by default."""

import rules
from django.contrib.auth.models import AnonymousUser

from incidencia.accounts.models import Person
from sessions.core.terms import Role
from sessions.minutes import work as w
from sessions.minutes.queries import Record, record_of
from sessions.minutes.veiled import circle_of, veiled
from sessions.models import Minutes
from sessions.queries import seat_of

Someone = Person | AnonymousUser


def seat_and_role(person: Someone, record: Record) -> tuple[str, Role | None]:
    """The seat this person holds in the session and its role; ("", None) for everybody else."""
    seat = seat_of(record.session, person)
    return (seat.key, Role(seat.role)) if seat else ("", None)


def record_for(person: Someone, record: Record) -> Record:
    """The record as this person may read it: what a reserve keeps from them is not in it (A9)."""
    return veiled(record, circle_of(record.document, *seat_and_role(person, record)))


@rules.predicate
def may_read(person: Someone, row: Minutes) -> bool:
    """A draft: chair and secretariat; in circulation: those admitted; published: everybody."""
    record = record_of(row)
    seat, role = seat_and_role(person, record)
    return w.reads(record.document, record.work.state, seat, role)


@rules.predicate
def is_desk(person: Someone, row: Minutes) -> bool:
    """Chair or secretariat of the session."""
    record = record_of(row)
    seat, role = seat_and_role(person, record)
    return w.is_desk(record.document, seat, role)


def _may(kind: type) -> rules.Predicate:
    @rules.predicate(f"may_{kind.__name__}")
    def may(person: Someone, row: Minutes) -> bool:
        record = record_of(row)
        seat, role = seat_and_role(person, record)
        return w.refusal(kind, record.document, record.work, seat, role) is None

    return may


rules.add_perm("sessions.minutes_read", may_read)
rules.add_perm("sessions.minutes_desk", is_desk)
rules.add_perm("sessions.minutes_edit", _may(w.EditWording))
rules.add_perm("sessions.minutes_circulate", _may(w.Circulate))
rules.add_perm("sessions.minutes_confirm", _may(w.ConfirmStatement))
rules.add_perm("sessions.minutes_reply", _may(w.AcceptMinutes))
rules.add_perm("sessions.minutes_approve", _may(w.ApproveMinutes))
rules.add_perm("sessions.minutes_publish", _may(w.PublishMinutes))
