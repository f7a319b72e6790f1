"""What waits for somebody about who takes part: applications to decide, invitations to accept."""

from collections.abc import Iterator

from django.db.models import Count, Min
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.desk.row import Act, Waiting
from consultations.members.models import Application, Invitation
from consultations.members.queries import waiting
from consultations.models import Consultation
from consultations.queries import convened_by
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.templatetags.ui import local


def to_decide(person: Person) -> Iterator[Waiting]:
    """Applications to the processes the person convenes. Two queries."""
    pending = waiting(Application.objects.filter(consultation__in=convened_by(person))).values("pk")
    rows = Consultation.objects.filter(applications__in=pending)
    for row in rows.annotate(n=Count("applications", distinct=True), since=Min("applications__at")).order_by("pk"):
        title = ngettext("%(n)s application", "%(n)s applications", row.n) % {"n": row.n}
        yield Waiting(
            Act.DECIDE, title, reverse("application_list", args=[row.reference]), row.applications_close_at,
            local(row, "title"), row.zone,
        )  # fmt: skip


def to_accept(person: Person) -> Iterator[Waiting]:
    """Invitations made to the person's address that still hold. One query."""
    rows = Invitation.objects.filter(
        email=person.email, used_at__isnull=True, withdrawn_at__isnull=True, expires_at__gt=now()
    )
    for row in rows.select_related("consultation"):
        where = local(row.consultation, "title")
        href = reverse("invitation_accept", args=[row.token])
        yield Waiting(Act.CONFIRM, _("Your invitation"), href, row.expires_at, where, row.consultation.zone)
