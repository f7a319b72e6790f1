"""What waits about leaving: a notice to reply to, a notice to decide."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.desk.asked import Asked
from consultations.desk.reach import Reach
from consultations.desk.row import Act, Waiting
from consultations.members.leaving.clock import deadline_of, may_be_decided
from consultations.members.models import Membership, SeparationNotice
from consultations.members.once import not_over
from incidencia.deadlines.deadline import Deadline
from incidencia.web.templatetags.ui import local


def to_reply(reach: Reach) -> Asked:
    """Notices to the person that wait for a reply."""
    rows = _open().filter(membership__person=reach.person, replied_at__isnull=True)
    return Asked(rows, _to_reply(rows, reach))


def _to_reply(rows: QuerySet[SeparationNotice], reach: Reach) -> Iterator[Waiting]:
    for notice in rows:
        yield _row(notice, Act.ANSWER, _("Reply to a notice of separation"), _term(notice, reach))


def to_decide(reach: Reach) -> Asked:
    """Notices the person was named to decide, once the reply is in or its term is over."""
    rows = _open().filter(decider=reach.person)
    return Asked(rows, _to_decide(rows, reach))


def _to_decide(rows: QuerySet[SeparationNotice], reach: Reach) -> Iterator[Waiting]:
    for notice in rows:
        if may_be_decided(notice, _term(notice, reach)):
            yield _row(notice, Act.DECIDE, _("Decide on a notice of separation"))


def _open() -> QuerySet[SeparationNotice]:
    standing = Membership.objects.filter(not_over()).values("pk")
    rows = SeparationNotice.objects.filter(decided_at__isnull=True, membership__in=standing)
    return rows.select_related("membership__consultation__agency", "membership__person").order_by("at", "pk")


def _term(notice: SeparationNotice, reach: Reach) -> Deadline:
    return deadline_of(notice, reach.closed.of(notice.membership.consultation.agency.acronym))


def _row(notice: SeparationNotice, act: Act, title: str, term: Deadline | None = None) -> Waiting:
    consultation = notice.membership.consultation
    href = reverse("notice_page", args=[consultation.reference, notice.pk])
    return Waiting(act, title, href, term.due_at if term else None, local(consultation, "title"), consultation.zone)
