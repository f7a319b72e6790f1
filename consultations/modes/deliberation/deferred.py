"""Which items of the agenda go to the next one by themselves: those that a session deferred to it."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.matter import Matter
from consultations.models import Consultation
from sessions import log
from sessions.audiences import Audience
from sessions.core.terms import ItemState, Phase
from sessions.models import LogEntry, Session
from sessions.queries import AHEAD
from sessions.veiled import seen
from sessions.wording.words import titled

HELD = (Phase.CLOSED, Phase.SEALED)


def deferred(consultation: Consultation) -> Iterator[Matter]:
    """Promise the items deferred to the next session, or by the last one with no session fixed, as the public hears
    of them. One query where nothing was deferred; else one more, and the log of each session that deferred one.

    An item deferred to a session that will not be held is as if none had been fixed.
    """
    rows = LogEntry.objects.filter(
        type="ItemDeferred", session__series=consultation.reference, session__rehearsal=False,
        session__phase__in=HELD,
    )  # fmt: skip
    when = {(row.session_id, (row.payload or {}).get("item")): row.at for row in rows}
    if not when:
        return
    series = list(Session.objects.filter(series=consultation.reference).order_by("starts_at"))
    standing = {s.reference for s in series if s.phase in (*HELD, *AHEAD)}
    following = next((s.reference for s in series if s.phase in AHEAD), "")
    held = [s for s in series if s.phase in HELD]
    for session in held:
        if not any(pk == session.pk for pk, _item in when):
            continue
        for item in seen(session, log.load(session), Audience.PUBLIC).items:
            if item.state is not ItemState.DEFERRED:
                continue
            to = item.deferred_to if item.deferred_to in standing else ""
            if (to and to == following) or (not to and session == held[-1]):
                why = _("The session deferred it to this one.") if to else _("The last session deferred it.")
                href = reverse("session_page", args=[session.reference])
                yield Matter(session.reference, titled(item.plan), href, why, when[session.pk, item.plan.id])
