"""What happens to a task: results and their keys, notes, blocks and disputes."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from consultations.modes.comanagement.tables.tasks import Deliverable, Task
from incidencia import clock
from incidencia.organizations.lengths import CAPACITY
from incidencia.organizations.sides import Side

PERSON = settings.AUTH_USER_MODEL


class TaskResult(models.Model):
    """A result as it was delivered, with its evidence; it stands until it is returned with a reason."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="results")
    number = models.PositiveSmallIntegerField()
    links = models.TextField(blank=True)  # one address on each line
    attachments: "models.ManyToManyField[Any, Any]" = models.ManyToManyField("files.Attachment", related_name="+")
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)
    returned_at = models.DateTimeField(null=True)
    returned_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    returned_as = models.CharField(max_length=CAPACITY, blank=True)
    returned_because = models.CharField(max_length=2000, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["task", "number"], name="task_result_number_once"),
            models.UniqueConstraint(
                fields=["task"], condition=Q(returned_at__isnull=True), name="task_result_stands_one_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(returned_at__isnull=True, returned_by__isnull=True)
                | (Q(returned_at__isnull=False, returned_by__isnull=False) & ~Q(returned_because="")),
                name="task_result_returned_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task} #{self.number}"


class TaskEvidence(models.Model):
    """What shows that one deliverable meets its criterion."""

    result = models.ForeignKey(TaskResult, models.PROTECT, related_name="evidence")
    deliverable = models.ForeignKey(Deliverable, models.PROTECT, related_name="evidence")
    text = models.TextField()

    class Meta:
        ordering = ["deliverable__number"]
        constraints = [
            models.UniqueConstraint(fields=["result", "deliverable"], name="task_evidence_once_per_deliverable"),
            models.CheckConstraint(condition=~Q(text=""), name="task_evidence_is_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.result} {self.deliverable.number}"


class ResultKey(models.Model):
    """That one side's lead accepts a result. Two of them, of two people, make the task done."""

    result = models.ForeignKey(TaskResult, models.PROTECT, related_name="keys")
    side = models.CharField(max_length=8, choices=Side)
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["result", "side"], name="task_result_key_once_per_side"),
            models.UniqueConstraint(fields=["result", "person"], name="task_result_key_once_per_person"),
            models.CheckConstraint(condition=Q(side__in=Side.values), name="task_result_key_side_is_one_of_two"),
        ]

    def __str__(self) -> str:
        return f"{self.result} {self.side}"


class TaskNote(models.Model):
    """How it goes, from any member. It needs no key."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="notes")
    text = models.TextField()
    attachments: "models.ManyToManyField[Any, Any]" = models.ManyToManyField("files.Attachment", related_name="+")
    key = models.CharField(max_length=64)  # of the form it came by
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="task_note_is_not_empty"),
            models.UniqueConstraint(fields=["task", "by", "key"], name="task_note_key_once"),
        ]

    def __str__(self) -> str:
        return f"{self.task} {self.at:%Y-%m-%d}"


class WaitsFor(models.TextChoices):
    """Who has to act before a task can go on."""

    CIVIL = "civil", _("Civil society")
    PUBLIC = "public", _("The public service")
    THIRD = "third", _("Somebody else")


class TaskBlock(models.Model):
    """That a task can't go on: who must act, since when, why; ended by an act that says how."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="blocks")
    waits_for = models.CharField(max_length=8, choices=WaitsFor)
    whom = models.CharField(max_length=200, blank=True)  # the person, the office, the body
    since = models.DateField()
    reason = models.CharField(max_length=1000)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    ended_as = models.CharField(max_length=CAPACITY, blank=True)
    ended_how = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["task"], condition=Q(ended_at__isnull=True), name="task_block_one_at_a_time"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="task_block_has_reason"),
            models.CheckConstraint(condition=Q(waits_for__in=WaitsFor.values), name="task_block_waits_for_somebody"),
            models.CheckConstraint(condition=~Q(waits_for="third", whom=""), name="task_block_names_a_third_party"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | ~Q(ended_how=""), name="task_block_ends_says_how"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task} {self.waits_for}"


class TaskDispute(models.Model):
    """That the leads disagree, and on what. It ends when both settle it in the same words."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="disputes")
    reason = models.CharField(max_length=2000)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)
    settled_at = models.DateTimeField(null=True)
    settled_as = models.CharField(max_length=2000, blank=True)  # the words of both

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["task"], condition=Q(settled_at__isnull=True), name="task_dispute_one_at_a_time"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="task_dispute_has_reason"),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True) | ~Q(settled_as=""), name="task_dispute_settled_has_words"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task} {self.at:%Y-%m-%d}"


class Settlement(models.Model):
    """The words in which one side would settle a dispute. Its last ones count."""

    dispute = models.ForeignKey(TaskDispute, models.PROTECT, related_name="settlements")
    side = models.CharField(max_length=8, choices=Side)
    words = models.CharField(max_length=2000)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="task_settlement_has_words"),
            models.CheckConstraint(condition=Q(side__in=Side.values), name="task_settlement_side_is_one_of_two"),
        ]

    def __str__(self) -> str:
        return f"{self.dispute} {self.side}"
