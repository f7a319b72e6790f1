"""What waits for somebody about moderation: appeals to decide, and what one can appeal."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.desk.asked import Asked
from consultations.desk.reach import Reach
from consultations.desk.row import Act, Waiting
from consultations.moderation.models import Hiding
from consultations.moderation.queries import written_by
from incidencia.web.templatetags.ui import local


def to_appeal(reach: Reach) -> Asked:
    """What was hidden of the person's and can still be appealed, once."""
    rows = Hiding.objects.filter(
        contribution__author=reach.person, contribution__hidden_at__isnull=False, appealed_at__isnull=True,
        decided_at__isnull=True,
    )  # fmt: skip
    rows = rows.select_related("contribution__consultation").order_by("at")
    return Asked(rows, _to_appeal(rows))


def _to_appeal(rows: QuerySet[Hiding]) -> Iterator[Waiting]:
    for row in rows:
        title = _("Hidden by moderation: %(title)s. You can appeal once") % {"title": row.contribution.title}
        href, where = reverse("contribution_page", args=[row.contribution.reference]), row.contribution.consultation
        yield Waiting(Act.DECIDE, title, href, where=local(where, "title"))


def to_decide(reach: Reach) -> Asked:
    """Appeals against what somebody else hid."""
    rows = Hiding.objects.filter(
        contribution__consultation__in=reach.answers, appealed_at__isnull=False, decided_at__isnull=True
    )
    rows = rows.exclude(by=reach.person).exclude(written_by(reach.person))
    rows = rows.select_related("contribution__consultation").order_by("appealed_at")
    return Asked(rows, _to_decide(rows))


def _to_decide(rows: QuerySet[Hiding]) -> Iterator[Waiting]:
    for row in rows:
        title = _("Appeal about %(reference)s") % {"reference": row.contribution.reference}
        where = local(row.contribution.consultation, "title")
        yield Waiting(Act.DECIDE, title, reverse("hiding_decide", args=[row.pk]), where=where)
