"""What waits for somebody about who takes part: applications to decide, invitations to accept."""

from collections.abc import Iterator

from django.db.models import Count, Min, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.desk.asked import Asked
from consultations.desk.reach import Reach
from consultations.desk.row import Act, Waiting
from consultations.members.models import Application, Invitation
from consultations.members.queries import waiting
from consultations.models import Consultation
from incidencia.clock import now
from incidencia.web.templatetags.ui import local


def to_decide(reach: Reach) -> Asked:
    """Applications to the processes the person convenes."""
    pending = waiting(Application.objects.filter(consultation__in=reach.convenes))
    return Asked(pending, _to_decide(pending))


def _to_decide(pending: QuerySet[Application]) -> Iterator[Waiting]:
    rows = Consultation.objects.filter(applications__in=pending.values("pk"))
    for row in rows.annotate(n=Count("applications", distinct=True), since=Min("applications__at")).order_by("pk"):
        title = ngettext("%(n)s application", "%(n)s applications", row.n) % {"n": row.n}
        yield Waiting(
            Act.DECIDE, title, reverse("application_list", args=[row.reference]), row.applications_close_at,
            local(row, "title"), row.zone,
        )  # fmt: skip


def to_accept(reach: Reach) -> Asked:
    """Invitations made to the person's address that still hold."""
    rows = Invitation.objects.filter(
        email=reach.person.email, used_at__isnull=True, withdrawn_at__isnull=True, expires_at__gt=now()
    )
    return Asked(rows, _to_accept(rows.select_related("consultation")))


def _to_accept(rows: QuerySet[Invitation]) -> Iterator[Waiting]:
    for row in rows:
        where = local(row.consultation, "title")
        href = reverse("invitation_accept", args=[row.token])
        yield Waiting(Act.CONFIRM, _("Your invitation"), href, row.expires_at, where, row.consultation.zone)
