"""What waits for somebody around the sessions of level IV: to answer, to decide, to ratify."""

from collections.abc import Iterator
from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.desk.row import Act, Waiting
from consultations.modes.deliberation.proposing.queries import waiting_for
from consultations.modes.deliberation.ratifying.clock import deadline_of
from consultations.modes.deliberation.ratifying.queries import to_ratify
from incidencia.accounts.models import Person
from incidencia.deadlines.queries import closed_days
from incidencia.web.templatetags.ui import local, local_lang
from sessions.before import queries


def to_say(person: Person) -> Iterator[Waiting]:
    """The sessions to come of which the person has not said whether they attend. One query."""
    for seat in queries.to_answer(person):
        session = seat.session
        title = _("Say whether you attend: %(title)s") % {"title": local(session, "title")}
        href = reverse("attendance_answer", args=[session.reference])
        yield Waiting(Act.CONFIRM, title, href, session.starts_at, session.reference, session.zone)


def to_place(person: Person) -> Iterator[Waiting]:
    """Proposed items and alternates that wait for the secretariat the person keeps. Two queries."""
    for one in waiting_for(person):
        session = one.session
        title = _("Item proposed: %(title)s") % {"title": one.title}
        href = reverse("proposal_decide", args=[session.series, session.number, one.pk])
        yield Waiting(Act.DECIDE, title, href, session.starts_at, session.reference, session.zone, one.language)
    for alternate in queries.to_decide(person):
        session = alternate.session
        title = _("Alternate of %(name)s") % {"name": alternate.seat.name}
        href = reverse("alternate_decide", args=[session.reference, alternate.pk])
        yield Waiting(Act.DECIDE, title, href, session.starts_at, session.reference, session.zone)


def to_decide(person: Person) -> Iterator[Waiting]:
    """Agreements ad referendum that wait for the person, who has the power. Two queries, and one per agency."""
    closed: dict[str, object] = {}
    for row, consultation in to_ratify(person):
        acronym = consultation.agency.acronym
        if acronym not in closed:
            closed[acronym] = closed_days(acronym)
        due = deadline_of(row, closed[acronym]).due_on  # type: ignore[arg-type]
        until = datetime.combine(due, time(23, 59, 59), ZoneInfo(row.session.zone)) if due else None
        title = _("Ratify or not: %(text)s") % {"text": row.text[:120]}
        href = reverse("agreement_ratify", args=[consultation.reference, row.reference])
        yield Waiting(
            Act.DECIDE, title, href, until, local(consultation, "title"), row.session.zone,
            local_lang(consultation, "title"),
        )  # fmt: skip
