"""What is read of the sessions of an activity."""

from consultations.activities.models import Activity
from sessions import queries as sessions
from sessions.core.terms import Phase
from sessions.models import Agreement, Session

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
