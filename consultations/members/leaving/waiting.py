"""What waits about leaving: a notice to reply to, a notice to decide."""

from collections.abc import Container, Iterator
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.desk.row import Act, Waiting
from consultations.members.leaving.clock import deadline_of, may_be_decided
from consultations.members.models import Membership, SeparationNotice
from consultations.members.once import not_over
from incidencia.accounts.models import Person
from incidencia.deadlines.queries import closed_days
from incidencia.web.templatetags.ui import local


def to_reply(person: Person) -> Iterator[Waiting]:
    """Notices to the person that wait for a reply. One query, and one per agency."""
    rows = _open().filter(membership__person=person, replied_at__isnull=True)
    for notice, closed in _with_closed(rows):
        yield _row(notice, Act.ANSWER, _("Reply to a notice of separation"), closed)


def to_decide(person: Person) -> Iterator[Waiting]:
    """Notices the person was named to decide, once the reply is in or its term is over. One query, one per agency."""
    for notice, closed in _with_closed(_open().filter(decider=person)):
        if may_be_decided(notice, deadline_of(notice, closed)):
            yield _row(notice, Act.DECIDE, _("Decide on a notice of separation"), closed)


def _open() -> QuerySet[SeparationNotice]:
    standing = Membership.objects.filter(not_over()).values("pk")
    rows = SeparationNotice.objects.filter(decided_at__isnull=True, membership__in=standing)
    return rows.select_related("membership__consultation__agency", "membership__person").order_by("at", "pk")


def _with_closed(rows: QuerySet[SeparationNotice]) -> Iterator[tuple[SeparationNotice, Container[date]]]:
    known: dict[str, Container[date]] = {}
    for notice in rows:
        acronym = notice.membership.consultation.agency.acronym
        if acronym not in known:
            known[acronym] = closed_days(acronym)
        yield notice, known[acronym]


def _row(notice: SeparationNotice, act: Act, title: str, closed: Container[date]) -> Waiting:
    consultation = notice.membership.consultation
    href = reverse("notice_page", args=[consultation.reference, notice.pk])
    due = deadline_of(notice, closed).due_at if act is Act.ANSWER else None
    return Waiting(act, title, href, due, local(consultation, "title"), consultation.zone)
