"""What waits for whoever leads tasks: to accept, to judge a result, to assent, and dates that come."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.desk.asked import Asked
from consultations.desk.reach import Reach
from consultations.desk.row import Act, Waiting
from consultations.modes.comanagement.days import end_of
from consultations.modes.comanagement.models import Programme, Task
from consultations.modes.comanagement.queries import UNDER_WAY, Standing, in_order, led_by, standing
from consultations.modes.comanagement.seats import BOTH
from consultations.modes.comanagement.states import State
from incidencia.accounts.models import Person
from incidencia.web.templatetags.ui import local

SOON = timedelta(days=14)  # from when on a task is told of


def of_leads(reach: Reach) -> Asked:
    """All that waits for a lead, or for who is asked to be one."""
    rows = led_by(reach.person).filter(UNDER_WAY)
    return Asked(rows, _of_leads(rows, reach.person))


def _of_leads(rows: QuerySet[Task], person: Person) -> Iterator[Waiting]:
    for row in in_order(standing(one) for one in rows):
        yield from _of(row, person)


def to_consider(reach: Reach) -> Asked:
    """Programmes put to the members a person is one of, until they are published (G23)."""
    there = [seat.consultation_id for seat in reach.seats if seat.side in BOTH]
    rows = Programme.objects.filter(consultation__in=there, put_at__isnull=False, published_at__isnull=True)
    return Asked(rows, _to_consider(rows.select_related("consultation").order_by("put_at", "pk")))


def _to_consider(rows: QuerySet[Programme]) -> Iterator[Waiting]:
    for row in rows:
        title = _("Put to you for consideration: %(title)s") % {"title": local(row, "title")}
        href = reverse("programme_page", args=[row.consultation.reference, row.number])
        yield Waiting(Act.READ, title, href, where=local(row.consultation, "title"))


def _of(row: Standing, person: Person) -> Iterator[Waiting]:
    mine = next(one for one in row.leads.values() if one.person_id == person.pk)
    if not mine.sits:  # type: ignore[attr-defined]
        return
    title, reference = {"title": row.task.contribution.shown_title}, [row.task.contribution.reference]
    page, due = (
        reverse("contribution_page", args=reference),
        end_of(row.task.due_on, row.task.contribution.consultation),
    )
    if mine.accepted_at is None:
        yield _row(row, Act.CONFIRM, _("You are asked to lead: %(title)s") % title, page)
        return
    if row.shift is not None and row.shift.side != mine.side:
        said = _("Another date is asked for: %(title)s") if row.shift.after else _("To be cancelled? %(title)s")
        yield _row(row, Act.CONFIRM, said % title, reverse("shift_answer", args=[*reference, row.shift.pk]))
    if row.state is State.DELIVERED:
        if all(key.side != mine.side for key in row.facts.keys):
            yield _row(row, Act.DECIDE, _("Accept or return the result: %(title)s") % title, page, due)
    elif row.state is State.DISPUTED:
        yield _row(row, Act.DECIDE, _("In dispute: %(title)s") % title, page)
    elif row.facts.started and row.task.due_on - row.today <= SOON:
        said = (
            _("It can't go on, and its date runs: %(title)s")
            if row.state is State.BLOCKED
            else _("Deliver: %(title)s")
        )
        yield _row(row, Act.SEND, said % title, page, due)


def _row(row: Standing, act: Act, title: str, href: str, due: datetime | None = None) -> Waiting:
    consultation = row.task.contribution.consultation
    return Waiting(act, title, href, due, local(consultation, "title"), consultation.zone)
