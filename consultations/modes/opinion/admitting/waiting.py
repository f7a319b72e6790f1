"""What waits about not admitting: for officials appeals to decide, for authors that they can appeal."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.desk.asked import Asked
from consultations.desk.reach import Reach
from consultations.desk.row import Act, Waiting
from consultations.modes.opinion.models import Inadmission
from incidencia.web.templatetags.ui import local


def to_appeal(reach: Reach) -> Asked:
    """What was not admitted of the person's and can still be appealed, once."""
    rows = _whole().filter(
        submission__contribution__author=reach.person, appealed_at__isnull=True, lifted__isnull=True
    )
    return Asked(rows, _to_appeal(rows))


def _to_appeal(rows: QuerySet[Inadmission]) -> Iterator[Waiting]:
    for row in rows:
        contribution = row.submission.contribution
        title = _("Not admitted: %(title)s. You can appeal once") % {"title": contribution.title}
        href = reverse("contribution_page", args=[contribution.reference])
        yield Waiting(Act.DECIDE, title, href, where=local(contribution.consultation, "title"))


def to_decide(reach: Reach) -> Asked:
    """Appeals against what somebody else did not admit."""
    rows = _whole().filter(
        submission__contribution__consultation__in=reach.answers, appealed_at__isnull=False,
        decided_at__isnull=True,
    )  # fmt: skip
    rows = rows.exclude(by=reach.person).exclude(submission__contribution__author=reach.person)
    return Asked(rows, _to_decide(rows))


def _to_decide(rows: QuerySet[Inadmission]) -> Iterator[Waiting]:
    for row in rows:
        contribution = row.submission.contribution
        title = _("Appeal about %(reference)s") % {"reference": contribution.reference}
        href = reverse("inadmission_decide", args=[contribution.reference])
        yield Waiting(Act.DECIDE, title, href, where=local(contribution.consultation, "title"))


def _whole() -> QuerySet[Inadmission]:
    return Inadmission.objects.select_related("submission__contribution__consultation")
