"""Who may do what before a session opens. When it is too late is the services' to say. Deny by default."""

import rules

from incidencia.accounts.models import Person
from sessions.core.terms import Role
from sessions.models import Alternate, Paper, PaperObjection, Session
from sessions.papers import is_shown
from sessions.queries import seat_of

Someone = Person  # or Django's anonymous user, which has no seat anywhere


def _role(person: Someone, session: Session) -> str:
    seat = seat_of(session, person)
    return seat.role if seat else ""


@rules.predicate
def answers(person: Someone, session: Session | None) -> bool:
    """Everybody accredited to a session that was announced or convened."""
    told = session is not None and (session.announced_at or session.convened_at)
    return session is not None and bool(told) and seat_of(session, person) is not None


@rules.predicate
def keeps(person: Someone, session: Session | None) -> bool:
    """The secretariat."""
    return session is not None and _role(person, session) == Role.SECRETARIAT


@rules.predicate
def reads_answers(person: Someone, session: Session | None) -> bool:
    """Who answered what: chair, vice-chair and secretariat. Everybody else reads totals."""
    return session is not None and _role(person, session) in (Role.SECRETARIAT, Role.CHAIR, Role.VICE_CHAIR)


@rules.predicate
def decides_on(person: Someone, alternate: Alternate | None) -> bool:
    """The secretariat of its session."""
    return alternate is not None and keeps(person, alternate.session)


@rules.predicate
def named_it(person: Someone, alternate: Alternate | None) -> bool:
    """Whose seat named the alternate."""
    return alternate is not None and person.is_authenticated and alternate.seat.person_id == person.pk


@rules.predicate
def may_object(person: Someone, paper: Paper | None) -> bool:
    """Members with a vote, to a paper that circulated."""
    if paper is None or paper.circulated_at is None:
        return False
    seat = seat_of(paper.session, person)
    return seat is not None and seat.votes


@rules.predicate
def objected(person: Someone, objection: PaperObjection | None) -> bool:
    """Whose seat objected."""
    return objection is not None and person.is_authenticated and objection.seat.person_id == person.pk


@rules.predicate
def knows_of(person: Someone, paper: Paper | None) -> bool:
    """May know of the paper: one of a reserved item is for whoever may hear it (A9)."""
    return paper is not None and is_shown(paper, seat_of(paper.session, person))


rules.add_perm("sessions.session_announce", keeps)
rules.add_perm("sessions.attendance_answer", answers)
rules.add_perm("sessions.attendance_list", reads_answers)
rules.add_perm("sessions.attendance_remind", keeps)
rules.add_perm("sessions.alternate_name", answers)
rules.add_perm("sessions.alternate_withdraw", named_it)
rules.add_perm("sessions.alternate_decide", decides_on)
rules.add_perm("sessions.paper_object", may_object & knows_of)
rules.add_perm("sessions.paper_objection_withdraw", objected)
