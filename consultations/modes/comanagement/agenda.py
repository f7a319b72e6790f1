"""Which tasks go to the next agenda by themselves: those in dispute."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.activities.models import Visibility
from consultations.matter import Matter
from consultations.models import Consultation
from consultations.modes.comanagement.models import TaskDispute


def disputed(consultation: Consultation) -> Iterator[Matter]:
    """Promise the tasks of a consultation whose leads have not settled their dispute (G33). One query.

    Where only members read a task, the agenda names it by its reference.
    """
    rows = TaskDispute.objects.filter(
        settled_at__isnull=True, task__contribution__consultation=consultation, task__cancelled_at__isnull=True
    )
    for row in rows.select_related("task__contribution__activity").order_by("at", "pk"):
        contribution = row.task.contribution
        public = contribution.activity is not None and contribution.activity.visibility == Visibility.PUBLIC
        yield Matter(
            reference=contribution.reference, title=contribution.shown_title if public else contribution.reference,
            href=reverse("contribution_page", args=[contribution.reference]),
            why=_("Its leads disagree: the task is in dispute."), since=row.at,
            language=contribution.language if public and contribution.hidden_at is None else "",
        )  # fmt: skip
