"""What waits for the coordinators of an agency that holds something by referral: to answer it, or to give it back."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.desk.asked import Asked
from consultations.desk.reach import Reach
from consultations.desk.row import Act, Waiting
from consultations.modes.opinion.models import Referral
from consultations.modes.opinion.referring.queries import clock_of, unanswered
from incidencia.web.templatetags.ui import local


def to_answer(reach: Reach) -> Asked:
    """What the agencies the person coordinates hold and nobody answers yet."""
    rows = unanswered(reach.coordinates)
    return Asked(rows, _to_answer(rows, reach))


def _to_answer(rows: QuerySet[Referral], reach: Reach) -> Iterator[Waiting]:
    for row in rows:
        consultation = row.submission.contribution.consultation
        title = _("Referred to you: %(reference)s") % {"reference": row.submission.contribution.reference}
        yield Waiting(
            Act.ANSWER, title, reverse("answer_desk", args=[consultation.reference]),
            clock_of(row, reach.closed).due_at, local(consultation, "title"), consultation.zone,
        )  # fmt: skip
