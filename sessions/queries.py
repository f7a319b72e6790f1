"""Reads of sessions for pages, each with a constant number of queries."""

from collections.abc import Iterable
from dataclasses import asdict

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.utils.module_loading import import_string

from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.text.fold import fold
from sessions import log, wire
from sessions.core.ruleset import Rules
from sessions.core.state import Item
from sessions.core.terms import Phase, Role
from sessions.models import Minutes, Seat, Session

AHEAD = (Phase.PLANNED, Phase.LOBBY, Phase.OPEN, Phase.SUSPENDED)


def of_series(series: str) -> QuerySet[Session]:
    """The convened sessions of a series (`MEC-2026-014`), the first one first, with their minutes. One query."""
    convened = Session.objects.filter(series=series, convened_at__isnull=False)
    return convened.select_related("minutes").order_by("number")


def drafts_of(series: str) -> QuerySet[Session]:
    """The sessions of a series that are still prepared: for the secretariat alone. One query."""
    return Session.objects.filter(series=series, convened_at=None).order_by("number")


def coming(limit: int = 5) -> list[Session]:
    """The convened sessions that are still to end, the live ones first, then the nearest. One query."""
    ahead = Session.objects.filter(convened_at__isnull=False, phase__in=AHEAD, starts_at__gte=now().replace(hour=0))
    live = Session.objects.filter(phase__in=(Phase.LOBBY, Phase.OPEN, Phase.SUSPENDED))
    found = (ahead | live).order_by("starts_at")[: limit * 2]
    return sorted(found, key=lambda s: (s.phase == Phase.PLANNED, s.starts_at))[:limit]


def mine(person: Person, limit: int = 4) -> list[Session]:
    """The convened sessions still to end in which this person has a seat, as `coming` orders them. One query."""
    return sorted(ahead_of(person)[:limit], key=lambda s: s.phase == Phase.PLANNED)


def ahead_of(person: Person) -> QuerySet[Session]:
    """The convened sessions still to end in which this person has a seat, the nearest first. One query."""
    seated = Seat.objects.filter(person=person).values("session")
    ahead = Session.objects.filter(pk__in=seated, convened_at__isnull=False, phase__in=AHEAD)
    nearest = Q(starts_at__gte=now().replace(hour=0)) | ~Q(phase=Phase.PLANNED)
    return ahead.filter(nearest).order_by("starts_at")


def found(asked: str) -> QuerySet[Session]:
    """The convened sessions whose words hold all of `asked`, accents aside; the latest first."""
    convened = Session.objects.filter(convened_at__isnull=False).select_related("minutes")
    for word in fold(asked).split():
        convened = convened.filter(search__contains=word)
    return convened.order_by("-starts_at", "-pk")


def prepared_by(person: Person) -> QuerySet[Session]:
    """The sessions this person prepares and has not convened yet. One query."""
    drafts = Session.objects.filter(
        convened_at=None, seats__person=person, seats__role=Role.SECRETARIAT, phase=Phase.PLANNED
    )
    return drafts.order_by("starts_at")[:20]


def recent_minutes(limit: int = 5) -> list[Minutes]:
    """The minutes published last, with their sessions. One query."""
    published = Minutes.objects.filter(published_at__isnull=False).select_related("session")
    return list(published.order_by("-published_at")[:limit])


def later_sessions(session: Session) -> QuerySet[Session]:
    """The later sessions of its series that people were told of, the nearest first. One query."""
    told = Q(convened_at__isnull=False) | Q(announced_at__isnull=False)
    ahead = Session.objects.filter(told, series=session.root, phase__in=AHEAD, starts_at__gt=session.starts_at)
    return ahead.exclude(pk=session.pk).order_by("starts_at")


def minutes_published(session: Session) -> bool:
    """Whether the record of this session is public: before, only those admitted hear it. At most one query."""
    if session.closed_at is None:
        return False
    minutes = getattr(session, "minutes", None)
    return minutes is not None and minutes.published_at is not None


def seat_of(session: Session, person: Person | AnonymousUser | None) -> Seat | None:
    """The seat this person holds in the session, or None. One query, remembered with `session`."""
    if person is None or not person.is_authenticated:
        return None
    known: dict[int, Seat | None] = session.__dict__.setdefault("_seat_of", {})
    if person.pk not in known:
        known[person.pk] = Seat.objects.filter(session=session, person=person).first()
    return known[person.pk]


def enterable(sessions: Iterable[Session], person: Person | AnonymousUser | None) -> set[int]:
    """The keys of those whose room this person may enter: with a seat, or held in public. One query."""
    found = list(sessions)
    may = {session.pk for session in found if session.public_live}
    others = [session.pk for session in found if not session.public_live]
    if others and person is not None and person.is_authenticated:
        may.update(Seat.objects.filter(session__in=others, person=person).values_list("session", flat=True))
    return may


def agenda_of(session: Session) -> list[Item]:
    """The agenda of a convened session as its log has it, in order; empty before that."""
    return list(log.load(session).items)


def rules_of(session: Session) -> Rules:
    """The rules the session will be convened with, or was.

    To come: those its series has published and in force now; where it has none, what was chosen for the session.
    """
    known = Rules()
    if session.convened_at is None and settings.RULES_OF_SERIES:
        published: Rules | None = import_string(settings.RULES_OF_SERIES)(session.series)
        if published is not None:
            return published
    rules: Rules = wire.build(Rules, {**asdict(known), **session.rules, "version": known.version})
    return rules
