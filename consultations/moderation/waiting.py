"""What waits for somebody about moderation: appeals to decide, and what one can appeal."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.desk.row import Act, Waiting
from consultations.moderation.models import Hiding
from consultations.queries import answered_by
from incidencia.accounts.models import Person
from incidencia.web.templatetags.ui import local


def to_appeal(person: Person) -> Iterator[Waiting]:
    """What was hidden of the person's and can still be appealed, once. One query."""
    rows = Hiding.objects.filter(
        contribution__author=person, contribution__hidden_at__isnull=False, appealed_at__isnull=True,
        decided_at__isnull=True,
    )  # fmt: skip
    for row in rows.select_related("contribution__consultation").order_by("at"):
        title = _("Hidden by moderation: %(title)s. You can appeal once") % {"title": row.contribution.title}
        href, where = reverse("contribution_page", args=[row.contribution.reference]), row.contribution.consultation
        yield Waiting(Act.DECIDE, title, href, where=local(where, "title"))


def to_decide(person: Person) -> Iterator[Waiting]:
    """Appeals against what somebody else hid. One query."""
    rows = Hiding.objects.filter(
        contribution__consultation__in=answered_by(person), appealed_at__isnull=False, decided_at__isnull=True
    )
    rows = rows.exclude(by=person).exclude(contribution__author=person)
    for row in rows.select_related("contribution__consultation").order_by("appealed_at"):
        title = _("Appeal about %(reference)s") % {"reference": row.contribution.reference}
        where = local(row.contribution.consultation, "title")
        yield Waiting(Act.DECIDE, title, reverse("hiding_decide", args=[row.pk]), where=where)
