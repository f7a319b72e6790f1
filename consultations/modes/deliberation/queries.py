"""What is read of the sessions of an activity."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AnonymousUser

from consultations.activities.models import Activity
from consultations.models import Consultation
from incidencia.accounts.models import Person
from sessions import queries as sessions
from sessions.before import queries as before
from sessions.before.holding import BEFORE
from sessions.before.proposable import proposals_until, takes_proposals
from sessions.core.forecast import Answer
from sessions.core.terms import Phase
from sessions.models import Agreement, Attendance, Seat, Session

HELD = (Phase.CLOSED, Phase.SEALED)


def sessions_within(activity: Activity) -> list[Session]:
    """Promise the convened sessions held within an activity, the first one first. One query."""
    within = activity.session_links.values("session")
    return list(sessions.of_series(activity.consultation.reference).filter(pk__in=within))


def sessions_ahead(activity: Activity) -> list[Session]:
    """Promise those of them still to be held or to end. One query."""
    return [session for session in sessions_within(activity) if session.phase in sessions.AHEAD]


def held_and_agreed(activity: Activity) -> tuple[int, int]:
    """Promise how many sessions began, and how many agreements they took. Two queries."""
    within = activity.session_links.values("session")
    held = Session.objects.filter(pk__in=within, convened_at__isnull=False, phase__in=HELD).count()
    return held, Agreement.objects.filter(session__in=within).count()


@dataclass(frozen=True, slots=True)
class Next:
    """The next session for a reader: until when items are proposed, their seat and their answer."""

    session: Session
    until: datetime
    open: bool
    seat: Seat | None
    answer: Answer | None
    proposes: bool


def next_for(reader: Person | None, within: Sequence[Session]) -> Next | None:
    """Promise the first of these sessions that has not opened, with the reader's answer. At most two queries."""
    ahead = sorted((s for s in within if s.phase in BEFORE), key=lambda s: s.starts_at)
    if not ahead:
        return None
    session = ahead[0]
    seat = sessions.seat_of(session, reader)
    answer = Attendance.objects.filter(seat=seat).first() if seat else None
    open_ = takes_proposals(session)
    proposes = open_ and reader is not None and reader.has_perm("consultations.item_propose", session)
    said = Answer(answer.answer) if answer else None
    return Next(session, proposals_until(session), open_, seat, said, proposes)


def announced_in(consultation: Consultation, reader: Person | AnonymousUser) -> list[Session]:
    """Promise the sessions of a process announced to the reader, and not convened yet. One query."""
    return before.announced_to(reader, consultation.reference) if reader.is_authenticated else []
