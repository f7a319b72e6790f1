"""What waits about the operating rules: to consider them, to answer comments, to approve and publish."""

from collections.abc import Iterator

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.bylaws.models import BylawsVersion, Consideration
from consultations.bylaws.queries import waiting_of
from consultations.bylaws.states import State
from consultations.desk.row import Act, Waiting
from consultations.members.models import Membership
from consultations.queries import convened_by
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.templatetags.ui import local


def to_consider(person: Person) -> Iterator[Waiting]:
    """Versions the person is asked about and has said nothing of. One query."""
    seats = Membership.objects.in_force().filter(person=person, vote=True)
    rows = BylawsVersion.objects.filter(
        consultation__in=seats.values("consultation"), submitted_at__isnull=False, closes_at__gt=now(),
        approved_at__isnull=True, withdrawn_at__isnull=True,
    ).exclude(considerations__in=Consideration.objects.filter(by=person))  # fmt: skip
    for row in rows.select_related("consultation").order_by("pk"):
        yield _row(row, Act.DECIDE, _("Consider the operating rules"), due=True)


def to_finish(person: Person) -> Iterator[Waiting]:
    """Versions the person has to bring on: comments to answer, then to approve, then to publish. One query."""
    rows = waiting_of(convened_by(person)).select_related("consultation")
    for row in rows.annotate(n=Count("comments", filter=Q(comments__answered_at__isnull=True))).order_by("pk"):
        if row.n:
            said = ngettext("%(n)s comment on the rules", "%(n)s comments on the rules", row.n) % {"n": row.n}
            yield _row(row, Act.ANSWER, said)
        elif row.state is State.CLOSED:
            yield _row(row, Act.DECIDE, _("Approve the operating rules"))
        elif row.state is State.APPROVED:
            yield _row(row, Act.DECIDE, _("Publish the operating rules"))


def _row(version: BylawsVersion, act: Act, title: str, *, due: bool = False) -> Waiting:
    consultation = version.consultation
    href = reverse("bylaws_version", args=[consultation.reference, version.number])
    until = version.closes_at if due else None
    return Waiting(act, title, href, until, local(consultation, "title"), consultation.zone)
