"""What waits for somebody around the sessions of level IV: to answer, to decide, to ratify."""

from collections.abc import Collection, Iterator
from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.desk.asked import Asked
from consultations.desk.reach import Reach
from consultations.desk.row import Act, Waiting
from consultations.members.kinds import Side
from consultations.models import Consultation
from consultations.modes.deliberation.models import ItemProposal
from consultations.modes.deliberation.proposing.queries import waiting_for
from consultations.modes.deliberation.ratifying.clock import deadline_of
from consultations.modes.deliberation.ratifying.queries import to_ratify
from incidencia.deadlines.queries import Calendars
from incidencia.web.templatetags.ui import local, local_lang
from sessions.before import queries
from sessions.models import Agreement, Alternate, Seat


def to_say(reach: Reach) -> Asked:
    """The sessions to come of which the person has not said whether they attend."""
    rows = queries.to_answer(reach.person)
    return Asked(rows, _to_say(rows))


def _to_say(rows: QuerySet[Seat]) -> Iterator[Waiting]:
    for seat in rows:
        session = seat.session
        title = _("Say whether you attend: %(title)s") % {"title": local(session, "title")}
        href = reverse("attendance_answer", args=[session.reference])
        yield Waiting(Act.CONFIRM, title, href, session.starts_at, session.reference, session.zone)


def to_place(reach: Reach) -> Asked:
    """Proposed items that wait for the secretariat the person keeps."""
    rows = waiting_for(reach.person)
    return Asked(rows, _to_place(rows))


def _to_place(rows: QuerySet[ItemProposal]) -> Iterator[Waiting]:
    for one in rows:
        session = one.session
        title = _("Item proposed: %(title)s") % {"title": one.title}
        href = reverse("proposal_decide", args=[session.series, session.number, one.pk])
        yield Waiting(Act.DECIDE, title, href, session.starts_at, session.reference, session.zone, one.language)


def to_admit(reach: Reach) -> Asked:
    """Alternates that wait for the secretariat the person keeps."""
    rows = queries.to_decide(reach.person)
    return Asked(rows, _to_admit(rows))


def _to_admit(rows: QuerySet[Alternate]) -> Iterator[Waiting]:
    for alternate in rows:
        session = alternate.session
        title = _("Alternate of %(name)s") % {"name": alternate.seat.name}
        href = reverse("alternate_decide", args=[session.reference, alternate.pk])
        yield Waiting(Act.DECIDE, title, href, session.starts_at, session.reference, session.zone)


def to_decide(reach: Reach) -> Asked:
    """Agreements ad referendum that wait for the person, who has the power."""
    empowered = [seat.consultation_id for seat in reach.seats if seat.side == Side.PUBLIC and seat.powers]
    rows = to_ratify(empowered)
    return Asked(rows, _to_decide(rows, empowered, reach.closed))


def _to_decide(rows: QuerySet[Agreement], empowered: Collection[int], closed: Calendars) -> Iterator[Waiting]:
    found = Consultation.objects.filter(pk__in=empowered).select_related("agency")
    processes = {one.reference: one for one in found}
    for row in rows:
        consultation = processes[row.session.series]
        due = deadline_of(row, closed.of(consultation.agency.acronym)).due_on
        until = datetime.combine(due, time(23, 59, 59), ZoneInfo(row.session.zone)) if due else None
        title = _("Ratify or not: %(text)s") % {"text": row.text[:120]}
        href = reverse("agreement_ratify", args=[consultation.reference, row.reference])
        yield Waiting(
            Act.DECIDE, title, href, until, local(consultation, "title"), row.session.zone,
            local_lang(consultation, "title"),
        )  # fmt: skip
