"""Who drafts the answer: an official of the process, named by another; named again, the last one stands."""

from collections.abc import Collection

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from consultations.members.kinds import Side
from consultations.models import Consultation
from consultations.modes.opinion.models import Assignment, Submission
from consultations.rules import is_official_of
from incidencia.accounts.models import Person
from incidencia.clock import now
from incidencia.web.refusals import Refused


@transaction.atomic
def assign(*, consultation: Consultation, submissions: Collection[int], person: Person, by: Person) -> int:
    """Name who drafts the answer to each; promise how many. Raises Refused for no official, and for none."""
    if not is_official_of(person, consultation):
        raise Refused(
            "not-an-official", _("%(name)s does not answer in this process.") % {"name": person.name},
            advice=_("Choose one of its officials."),
        )  # fmt: skip
    rows = Submission.objects.filter(pk__in=submissions, contribution__consultation=consultation)
    if not rows:
        raise Refused("nothing-chosen", _("Choose at least one that waits here for its answer."))
    for row in rows:
        Assignment.objects.update_or_create(submission=row, defaults={"person": person, "by": by, "at": now()})
    return len(rows)


def officials_of(consultation: Consultation) -> QuerySet[Person]:
    """Promise who answers in a process: its officer in charge and its members on the public side. One query."""
    seats = consultation.memberships.in_force().filter(side=Side.PUBLIC).values("person")
    people = Person.objects.filter(pk__in=seats) | Person.objects.filter(pk=consultation.coordinator.person_id)
    return people.order_by("name", "pk")
