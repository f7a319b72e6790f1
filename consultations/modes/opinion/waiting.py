"""What waits for whoever takes part at level III: drafts to send, answers to judge."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.desk.asked import Asked
from consultations.desk.reach import Reach
from consultations.desk.row import Act, Waiting
from consultations.modes.opinion.models import Draft, ResponseTo
from consultations.modes.opinion.sending.where import Where
from incidencia.web.templatetags.ui import local


def to_send(reach: Reach) -> Asked:
    """Drafts that can still be sent, until the close."""
    rows = Draft.objects.filter(person=reach.person).select_related("consultation", "question__activity")
    return Asked(rows, _to_send(rows.order_by("-saved_at")))


def _to_send(rows: QuerySet[Draft]) -> Iterator[Waiting]:
    for row in rows:
        activity = row.question.activity if row.question else None
        if activity is not None:
            activity.consultation = row.consultation
        where = Where(row.consultation, activity, row.question)
        if where.stands_open:
            title = row.fields.get("title", "").strip() or _("A proposal without a title yet")
            yield Waiting(
                Act.SEND, title, where.address("new"), activity.closes_at if activity else None,
                local(row.consultation, "title"), row.consultation.zone, row.fields.get("language", ""),
            )  # fmt: skip


def to_judge(reach: Reach) -> Asked:
    """Published answers of which the author has not said whether they answer the point."""
    rows = ResponseTo.objects.filter(
        submission__contribution__author=reach.person, response__published_at__isnull=False, verdict__isnull=True
    )
    rows = rows.select_related("submission__contribution__consultation", "response").order_by("pk")
    return Asked(rows, _to_judge(rows))


def _to_judge(rows: QuerySet[ResponseTo]) -> Iterator[Waiting]:
    for row in rows:
        contribution = row.submission.contribution
        title = _("Does it answer your point? %(title)s") % {"title": contribution.title}
        href = reverse("contribution_page", args=[contribution.reference])
        yield Waiting(Act.CONFIRM, title, href, where=local(contribution.consultation, "title"))
