"""Which tasks go to the next agenda by themselves: those in dispute, and those that can't go on."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from consultations.activities.models import Visibility
from consultations.matter import Matter
from consultations.models import Consultation
from consultations.modes.comanagement.models import Task, TaskBlock, TaskDispute


def disputed(consultation: Consultation) -> Iterator[Matter]:
    """Promise the tasks of a consultation whose leads have not settled their dispute (G33). One query.

    Where only members read a task, the agenda names it by its reference.
    """
    rows = TaskDispute.objects.filter(
        settled_at__isnull=True, task__contribution__consultation=consultation, task__cancelled_at__isnull=True
    )
    for row in rows.select_related("task__contribution__activity").order_by("at", "pk"):
        yield _matter(row.task, row.at, _("Its leads disagree: the task is in dispute."))


def stopped(consultation: Consultation) -> Iterator[Matter]:
    """Promise the tasks of a consultation that can't go on, those in dispute aside. One query."""
    rows = TaskBlock.objects.filter(
        ended_at__isnull=True, task__contribution__consultation=consultation, task__cancelled_at__isnull=True,
        task__done_at__isnull=True, task__disputed_at__isnull=True,
    )  # fmt: skip
    for row in rows.select_related("task__contribution__activity").order_by("at", "pk"):
        yield _matter(row.task, row.at, _("The task can't go on."))


def _matter(task: Task, since: datetime, why: str) -> Matter:
    contribution = task.contribution
    public = contribution.activity is not None and contribution.activity.visibility == Visibility.PUBLIC
    return Matter(
        reference=contribution.reference, title=contribution.shown_title if public else contribution.reference,
        href=reverse("contribution_page", args=[contribution.reference]), why=why, since=since,
        language=contribution.language if public and contribution.hidden_at is None else "",
    )  # fmt: skip
