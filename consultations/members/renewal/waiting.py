"""What waits about terms: one's own that ends, and those of others to prolong or renew."""

from collections.abc import Iterator
from datetime import date, datetime, time

from django.db.models import Count, F, Min, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.desk.asked import Asked
from consultations.desk.reach import Reach
from consultations.desk.row import Act, Waiting
from consultations.members.models import Membership
from consultations.members.renewal.queries import SOON, ending_soon
from consultations.models import Consultation
from incidencia.organizations.terms import today
from incidencia.web.templatetags.ui import local
from incidencia.web.times import zone_of


def to_know(reach: Reach) -> Asked:
    """One's own terms that end soon."""
    rows = Membership.objects.in_force().filter(
        person=reach.person, ends_on__isnull=False, ends_on__lte=today() + SOON,
        consultation__published_at__isnull=False,
    )  # fmt: skip
    return Asked(rows, _to_know(rows.select_related("consultation").order_by("ends_on", "pk")))


def _to_know(rows: QuerySet[Membership]) -> Iterator[Waiting]:
    for row in rows:
        where = row.consultation
        yield Waiting(
            Act.READ, _("Your term ends"), reverse("term_list", args=[where.reference]),
            _end(row.ends_on or today(), where.zone), local(where, "title"), where.zone,
        )  # fmt: skip


def to_renew(reach: Reach) -> Asked:
    """Terms that end soon in the processes the person convenes."""
    soon = ending_soon(reach.convenes).exclude(person=reach.person)
    return Asked(soon, _to_renew(soon))


def _to_renew(soon: QuerySet[Membership]) -> Iterator[Waiting]:
    rows = Consultation.objects.filter(memberships__in=soon.values("pk"))
    for row in rows.annotate(n=Count("memberships"), first=Min(F("memberships__ends_on"))).order_by("pk"):
        title = ngettext("%(n)s term ends: prolong, renew or let it end",
                         "%(n)s terms end: prolong, renew or let them end", row.n) % {"n": row.n}  # fmt: skip
        href = reverse("term_list", args=[row.reference])
        yield Waiting(Act.DECIDE, title, href, _end(row.first, row.zone), local(row, "title"), row.zone)


def _end(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(23, 59, 59), zone_of(zone))
