"""Until when members propose items for the agenda: read from the clock, by the rules of the session."""

from datetime import datetime, timedelta

from incidencia.clock import now
from sessions.before.holding import is_before
from sessions.models import Session
from sessions.queries import rules_of


def proposals_until(session: Session) -> datetime:
    """The instant until which members propose items: so many days of the calendar before it begins. No query."""
    return session.starts_at - timedelta(days=rules_of(session).proposal_days)


def takes_proposals(session: Session) -> bool:
    """Whether a member may propose an item at this instant. No query."""
    return is_before(session) and now() < proposals_until(session)
