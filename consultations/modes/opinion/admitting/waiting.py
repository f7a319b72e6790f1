"""What waits about not admitting: for officials appeals to decide, for authors that they can appeal."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.desk.row import Act, Waiting
from consultations.modes.opinion.models import Inadmission
from consultations.queries import answered_by
from incidencia.accounts.models import Person
from incidencia.web.templatetags.ui import local


def to_appeal(person: Person) -> Iterator[Waiting]:
    """What was not admitted of the person's and can still be appealed, once. One query."""
    rows = Inadmission.objects.filter(submission__contribution__author=person, appealed_at__isnull=True)
    for row in rows.filter(lifted__isnull=True).select_related("submission__contribution__consultation"):
        contribution = row.submission.contribution
        title = _("Not admitted: %(title)s. You can appeal once") % {"title": contribution.title}
        href = reverse("contribution_page", args=[contribution.reference])
        yield Waiting(Act.DECIDE, title, href, where=local(contribution.consultation, "title"))


def to_decide(person: Person) -> Iterator[Waiting]:
    """Appeals against what somebody else did not admit. One query."""
    rows = Inadmission.objects.filter(
        submission__contribution__consultation__in=answered_by(person), appealed_at__isnull=False,
        decided_at__isnull=True,
    )  # fmt: skip
    rows = rows.exclude(by=person).exclude(submission__contribution__author=person)
    for row in rows.select_related("submission__contribution__consultation"):
        contribution = row.submission.contribution
        title = _("Appeal about %(reference)s") % {"reference": contribution.reference}
        href = reverse("inadmission_decide", args=[contribution.reference])
        yield Waiting(Act.DECIDE, title, href, where=local(contribution.consultation, "title"))
