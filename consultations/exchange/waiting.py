"""What waits for who convenes: offers to pass on or accept, lessons to put in the library."""

from collections.abc import Iterator

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.desk.asked import Asked
from consultations.desk.reach import Reach
from consultations.desk.row import Act, Waiting
from consultations.exchange.models import Lesson, Share


def to_decide(reach: Reach) -> Asked:
    """Offers from and to the processes the person convenes."""
    outgoing = Q(source__in=reach.convenes, forwarded_at__isnull=True)
    incoming = Q(to__in=reach.convenes, forwarded_at__isnull=False)
    rows = Share.objects.filter(outgoing | incoming, accepted_at__isnull=True, ended_at__isnull=True)
    return Asked(rows, _to_decide(rows.select_related("source", "to")))


def _to_decide(rows: QuerySet[Share]) -> Iterator[Waiting]:
    for row in rows:
        where = row.source if row.forwarded_at is None else row.to
        said = _("To pass on: %(title)s") if row.forwarded_at is None else _("Offered to share: %(title)s")
        href = reverse("share_page", args=[row.pk])
        yield Waiting(Act.DECIDE, said % {"title": row.title}, href, where=where.reference)


def to_publish(reach: Reach) -> Asked:
    """Lessons of those processes, for the library."""
    rows = Lesson.objects.filter(consultation__in=reach.convenes, published_at__isnull=True, ended_at__isnull=True)
    return Asked(rows, _to_publish(rows.select_related("consultation")))


def _to_publish(rows: QuerySet[Lesson]) -> Iterator[Waiting]:
    for lesson in rows:
        title = _("Lesson for the library: %(title)s") % {"title": lesson.title}
        href = reverse("lesson_page", args=[lesson.pk])
        yield Waiting(Act.DECIDE, title, href, where=lesson.consultation.reference)
