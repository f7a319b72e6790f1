"""Holding a session, its seats and its room while something is done before it opens."""

from django.utils.translation import gettext as _

from incidencia.web.refusals import Refused
from sessions.core.terms import Phase
from sessions.models import Session

BEFORE = (Phase.PLANNED, Phase.LOBBY)


def is_before(session: Session) -> bool:
    """Whether it was announced or convened and its doors lead to nothing decided yet."""
    told = session.announced_at is not None or session.convened_at is not None
    return told and session.phase in BEFORE


def held_before(session: Session) -> Session:
    """The row as it is now, held by this transaction. Raises Refused once it opened or ended, or is a draft."""
    row = Session.objects.select_for_update().get(pk=session.pk)
    if not is_before(row):
        raise Refused(
            "not-before-it",
            _("That can be done until the session opens: it is open, over, cancelled or not announced."),
            _("What happens in a session is an act of its room, and the record keeps it."),
            _("In the room the secretariat admits people, and members speak to a paper when its item is opened."),
        )
    return row
