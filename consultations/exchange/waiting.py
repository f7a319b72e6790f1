"""What waits for who convenes: offers to pass on or accept, lessons to put in the library."""

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.desk.row import Act, Waiting
from consultations.exchange.models import Lesson, Share
from consultations.queries import convened_by
from incidencia.accounts.models import Person


def to_decide(person: Person) -> Iterator[Waiting]:
    """Offers and lessons of the processes the person convenes. Two queries."""
    mine = convened_by(person).values("pk")
    outgoing = Q(source__in=mine, forwarded_at__isnull=True)
    incoming = Q(to__in=mine, forwarded_at__isnull=False)
    rows = Share.objects.filter(outgoing | incoming, accepted_at__isnull=True, ended_at__isnull=True)
    for row in rows.select_related("source", "to"):
        where = row.source if row.forwarded_at is None else row.to
        said = _("To pass on: %(title)s") if row.forwarded_at is None else _("Offered to share: %(title)s")
        href = reverse("share_page", args=[row.pk])
        yield Waiting(Act.DECIDE, said % {"title": row.title}, href, where=where.reference)
    lessons = Lesson.objects.filter(consultation__in=mine, published_at__isnull=True, ended_at__isnull=True)
    for lesson in lessons.select_related("consultation"):
        title = _("Lesson for the library: %(title)s") % {"title": lesson.title}
        href = reverse("lesson_page", args=[lesson.pk])
        yield Waiting(Act.DECIDE, title, href, where=lesson.consultation.reference)
