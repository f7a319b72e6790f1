"""What waits about the operating rules: to consider them, to answer comments, to approve and publish."""

from collections.abc import Iterator

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.bylaws.models import BylawsVersion, Consideration
from consultations.bylaws.queries import waiting_of
from consultations.bylaws.states import State
from consultations.desk.asked import Asked
from consultations.desk.reach import Reach
from consultations.desk.row import Act, Waiting
from incidencia.clock import now
from incidencia.web.templatetags.ui import local


def to_consider(reach: Reach) -> Asked:
    """Versions the person is asked about and has said nothing of."""
    asked = [seat.consultation_id for seat in reach.seats if seat.vote]
    rows = BylawsVersion.objects.filter(
        consultation__in=asked, submitted_at__isnull=False, closes_at__gt=now(),
        approved_at__isnull=True, withdrawn_at__isnull=True,
    ).exclude(considerations__in=Consideration.objects.filter(by=reach.person))  # fmt: skip
    return Asked(rows, _to_consider(rows.select_related("consultation").order_by("pk")))


def _to_consider(rows: QuerySet[BylawsVersion]) -> Iterator[Waiting]:
    for row in rows:
        yield _row(row, Act.DECIDE, _("Consider the operating rules"), due=True)


def to_finish(reach: Reach) -> Asked:
    """Versions the person has to bring on: comments to answer, then to approve, then to publish."""
    rows = waiting_of(reach.convenes).select_related("consultation")
    said = Count("comments", filter=Q(comments__answered_at__isnull=True))
    return Asked(rows, _to_finish(rows.annotate(n=said).order_by("pk")))


def _to_finish(rows: QuerySet[BylawsVersion]) -> Iterator[Waiting]:
    for row in rows:
        if row.n:  # type: ignore[attr-defined]
            said = ngettext("%(n)s comment on the rules", "%(n)s comments on the rules", row.n)  # type: ignore[attr-defined]
            yield _row(row, Act.ANSWER, said % {"n": row.n})  # type: ignore[attr-defined]
        elif row.state is State.CLOSED:
            yield _row(row, Act.DECIDE, _("Approve the operating rules"))
        elif row.state is State.APPROVED:
            yield _row(row, Act.DECIDE, _("Publish the operating rules"))


def _row(version: BylawsVersion, act: Act, title: str, *, due: bool = False) -> Waiting:
    consultation = version.consultation
    href = reverse("bylaws_version", args=[consultation.reference, version.number])
    until = version.closes_at if due else None
    return Waiting(act, title, href, until, local(consultation, "title"), consultation.zone)
