"""What waits about terms: one's own that ends, and those of others to prolong or renew."""

from collections.abc import Iterator
from datetime import date, datetime, time

from django.db.models import Count, F, Min
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.desk.row import Act, Waiting
from consultations.members.models import Membership
from consultations.members.renewal.queries import SOON, ending_soon
from consultations.models import Consultation
from consultations.queries import convened_by
from incidencia.accounts.models import Person
from incidencia.organizations.terms import today
from incidencia.web.templatetags.ui import local
from incidencia.web.times import zone_of


def to_know(person: Person) -> Iterator[Waiting]:
    """One's own terms that end soon. One query."""
    rows = Membership.objects.in_force().filter(
        person=person, ends_on__isnull=False, ends_on__lte=today() + SOON, consultation__published_at__isnull=False
    )
    for row in rows.select_related("consultation").order_by("ends_on", "pk"):
        where = row.consultation
        yield Waiting(
            Act.READ, _("Your term ends"), reverse("term_list", args=[where.reference]),
            _end(row.ends_on or today(), where.zone), local(where, "title"), where.zone,
        )  # fmt: skip


def to_renew(person: Person) -> Iterator[Waiting]:
    """Terms that end soon in the processes the person convenes. One query."""
    soon = ending_soon(convened_by(person)).exclude(person=person).values("pk")
    rows = Consultation.objects.filter(memberships__in=soon)
    for row in rows.annotate(n=Count("memberships"), first=Min(F("memberships__ends_on"))).order_by("pk"):
        title = ngettext("%(n)s term ends: prolong, renew or let it end",
                         "%(n)s terms end: prolong, renew or let them end", row.n) % {"n": row.n}  # fmt: skip
        href = reverse("term_list", args=[row.reference])
        yield Waiting(Act.DECIDE, title, href, _end(row.first, row.zone), local(row, "title"), row.zone)


def _end(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(23, 59, 59), zone_of(zone))
