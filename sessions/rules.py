"""Who may see and do what with a session outside its room; inside, `core/rules/who.py` decides. Deny by default."""

import rules

from incidencia.accounts.models import Person
from sessions.before import rules as before_rules  # noqa: F401  (found at start with these)
from sessions.core.terms import Role
from sessions.minutes import rules as minutes_rules  # noqa: F401  (found at start with these)
from sessions.models import Paper, Session
from sessions.papers import is_shown
from sessions.queries import seat_of

Someone = Person  # or Django's anonymous user, which has no seat anywhere


@rules.predicate
def is_convened(person: Someone, session: Session) -> bool:
    """Convened sessions are public: that one takes place is never hidden (A9)."""
    return session.convened_at is not None


@rules.predicate
def is_accredited(person: Someone, session: Session) -> bool:
    """Holds a seat of the session, whatever its role."""
    return seat_of(session, person) is not None


@rules.predicate
def is_secretariat(person: Someone, session: Session) -> bool:
    """Holds a seat of the secretariat."""
    seat = seat_of(session, person)
    return seat is not None and seat.role == Role.SECRETARIAT


@rules.predicate
def is_told(person: Someone, session: Session) -> bool:
    """Its date was announced to those accredited."""
    return session.announced_at is not None


@rules.predicate
def is_root(person: Someone, session: Session) -> bool:
    """A superuser may name a secretariat when the last one is lost; acts in the log need a seat."""
    return person.is_superuser


@rules.predicate
def may_read(person: Someone, paper: Paper) -> bool:
    """Circulated papers: those accredited, and all when the session is public; before: the secretariat.

    Papers of a reserved item: whoever may hear it (A9).
    """
    session = paper.session
    if is_secretariat(person, session):
        return True
    if paper.circulated_at is None or not (is_accredited(person, session) or session.public_live):
        return False
    return is_shown(paper, seat_of(session, person))


rules.add_perm("sessions.session_see", is_convened | is_secretariat | is_root | (is_told & is_accredited))
rules.add_perm("sessions.session_prepare", is_secretariat | is_root)
rules.add_perm("sessions.session_convene", is_secretariat)
rules.add_perm("sessions.paper_see", may_read)
