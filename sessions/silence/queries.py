"""Reads of texts under silence, and who reads them."""

from django.db.models import Q, QuerySet

from incidencia.accounts.models import Person
from incidencia.clock import now
from sessions.core.silence import Stands
from sessions.core.terms import Phase, Role
from sessions.models import Seat, Session, Silence
from sessions.queries import minutes_published


def _unended() -> QuerySet[Silence]:
    return Silence.objects.filter(broken_at=None, withdrawn_at=None)


def running() -> QuerySet[Silence]:
    """Those that run now."""
    return _unended().filter(until__gt=now())


def unsettled() -> QuerySet[Silence]:
    """Those that held and whose agreement was not written yet."""
    return _unended().filter(until__lte=now(), agreement=None)


def of_session(session: Session) -> list[Silence]:
    """All of a session, the latest first. One query."""
    return list(session.silences.select_related("agreement", "broken_by", "session").order_by("-number"))


def to_break(person: Person) -> QuerySet[Silence]:
    """The running ones that this person is entitled to break. One query."""
    return running().filter(entitled__person=person).select_related("session").order_by("until", "pk")


def is_read_by(silence: Silence, seat: Seat | None) -> bool:
    """Promise whether its words may be read: by those with a seat; once it held, by whoever reads the agreements
    of its session. No query beyond the session's minutes.
    """
    if seat is not None:
        return True
    session = silence.session
    held = silence.facts.standing(now()) is Stands.HELD
    return held and (session.public_live or minutes_published(session))


def breakers(silence: Silence, seat: Seat) -> list[Seat]:
    """Promise for whom this seat may break it, whatever the hour: itself, if it is entitled; for the secretariat
    those entitled who have no account. One query.
    """
    own, others = Q(pk=seat.pk), Q(person=None) if seat.role == Role.SECRETARIAT else Q(pk__in=[])
    return list(silence.entitled.filter(own | others).order_by("pk"))


def breakable_by(silence: Silence, seat: Seat | None) -> list[Seat]:
    """Promise the same while it runs; afterwards nobody breaks it. One query."""
    if seat is None or silence.facts.standing(now()) is not Stands.RUNNING:
        return []
    return breakers(silence, seat)


def is_over(session: Session) -> bool:
    """Whether its log is sealed, so that no agreement of the room is still to come."""
    return session.phase == Phase.SEALED
