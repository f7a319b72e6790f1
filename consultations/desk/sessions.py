"""What waits for somebody in sessions: to attend, to convene, to confirm in the minutes, to answer in writing,
to break the silence on.
"""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.desk.asked import Asked
from consultations.desk.reach import Reach
from consultations.desk.row import Act, Waiting
from consultations.ladder import LIVE, on_air
from incidencia.clock import now
from incidencia.web.templatetags.ui import local, local_lang
from sessions import queries
from sessions.after.owed import ends_at, owed_by
from sessions.minutes.queries import circulated_to, left_to_confirm
from sessions.models import OwedAnswer, Seat, Session, Silence
from sessions.silence import queries as silences

AHEAD = timedelta(days=21)
MOST = 10


def to_attend(reach: Reach) -> Asked:
    """The sessions of the next three weeks in which the person has a seat."""
    rows = queries.ahead_of(reach.person).filter(Q(phase__in=LIVE) | Q(starts_at__lte=now() + AHEAD))[:MOST]
    return Asked(rows, _to_attend(rows))


def _to_attend(rows: QuerySet[Session]) -> Iterator[Waiting]:
    for session in rows:
        live = session.phase in LIVE
        href = reverse("room" if live else "session_page", args=[session.reference])
        yield Waiting(
            Act.ATTEND, local(session, "title"), href, session.starts_at, session.reference, session.zone,
            local_lang(session, "title"), on_air(session) if live else "",
        )  # fmt: skip


def to_convene(reach: Reach) -> Asked:
    """The sessions the person prepares and has not convened."""
    rows = queries.prepared_by(reach.person)
    return Asked(rows, _to_convene(rows))


def _to_convene(rows: QuerySet[Session]) -> Iterator[Waiting]:
    for session in rows:
        title = _("Convene: %(title)s") % {"title": local(session, "title")}
        href = reverse("session_prepare", args=[session.reference])
        yield Waiting(Act.DECIDE, title, href, session.starts_at, session.reference, session.zone)


def to_confirm(reach: Reach) -> Asked:
    """Minutes that circulate among those admitted, until they have confirmed their words and replied."""
    rows = circulated_to(reach.person)
    return Asked(rows, _to_confirm(rows))


def _to_confirm(rows: QuerySet[Seat]) -> Iterator[Waiting]:
    for session, left, until in left_to_confirm(rows):
        said = ngettext("%(n)s statement of yours in the minutes", "%(n)s statements of yours in the minutes", left)
        title = said % {"n": left} if left else _("The draft minutes: accept or dispute them")
        href = reverse("minutes_page", args=[session.reference])
        yield Waiting(Act.CONFIRM, title, href, until, session.reference, session.zone)


def to_answer(reach: Reach) -> Asked:
    """The questions of closed sessions whose answer this person owes, or the secretariat they keep."""
    rows = owed_by(reach.person)
    return Asked(rows, _to_answer(rows))


def _to_answer(rows: QuerySet[OwedAnswer]) -> Iterator[Waiting]:
    for row in rows:
        title = _("Question %(n)s of «%(title)s», owed in writing") % {
            "n": row.question[1:], "title": local(row.session, "title"),
        }  # fmt: skip
        href = reverse("answer_give", args=[row.session.reference, row.question])
        yield Waiting(Act.ANSWER, title, href, ends_at(row), row.session.reference, row.session.zone)


def to_break(reach: Reach) -> Asked:
    """The texts under silence that this person may still break: at their hour they are agreed."""
    rows = silences.to_break(reach.person)
    return Asked(rows, _to_break(rows))


def _to_break(rows: QuerySet[Silence]) -> Iterator[Waiting]:
    for row in rows:
        title = _("A text under silence: %(title)s") % {"title": local(row.session, "title")}
        href = reverse("silence_page", args=[row.session.reference, row.number])
        yield Waiting(Act.READ, title, href, row.until, row.session.reference, row.session.zone)
