"""What waits for the coordinators of an agency that holds something by referral: to answer it, or to give it back."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.desk.row import Act, Waiting
from consultations.modes.opinion.referring.queries import clock_of, unanswered
from incidencia.accounts.models import Person
from incidencia.web.templatetags.ui import local


def to_answer(person: Person) -> Iterator[Waiting]:
    """One query, and one for the closed days of each."""
    for row in unanswered(person):
        consultation = row.submission.contribution.consultation
        title = _("Referred to you: %(reference)s") % {"reference": row.submission.contribution.reference}
        yield Waiting(
            Act.ANSWER, title, reverse("answer_desk", args=[consultation.reference]), clock_of(row).due_at,
            local(consultation, "title"), consultation.zone,
        )  # fmt: skip
