"""Minutes for tests, brought to any state by the real services: `minutes_in("circulated")`.

The session is the one of `session_closed`: bruno spoke (t1, with a summary), one agreement (A1).
"""

from typing import Any
from uuid import uuid4

from incidencia.accounts.models import Person
from sessions import desk
from sessions.core.ruleset import Rules
from sessions.minutes import services
from sessions.minutes import work as w
from sessions.models import Minutes, Session
from tests.factories.sessions import seat_of, session_closed

# The log is sealed at once, and the term for answers is over as it begins.
AT_ONCE = Rules(vote_seconds=0, objection_seconds=3, seal_seconds=0, review_days=0)
STATES = ("draft", "circulated", "approved", "published")


def minutes_in(state: str = "draft", *, session: Session | None = None, **fields: Any) -> Minutes:
    """The minutes of a session that was held, in that state; other fields as `session_drafted` takes them."""
    fields.setdefault("rules", AT_ONCE)
    session = session or session_closed(**fields)
    desk.settle(session.pk)
    row = services.drafted(session)
    assert row is not None
    steps: tuple[w.Command, ...] = (w.Circulate(), w.ApproveMinutes(), w.PublishMinutes())
    for command in steps[: STATES.index(state)]:
        work_on(row, "alba", command)
    row.refresh_from_db()
    return row


def work_on(row: Minutes, who: str | Person, command: w.Command, *, key: str = "") -> services.Done:
    """One act of one of the cast on minutes. Raises `work.Refused`."""
    seat = seat_of(row.session, who).key
    return services.handle_work(row.pk, w.Act(seat, key or uuid4().hex, command))
