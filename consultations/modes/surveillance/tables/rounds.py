"""Rounds with their frozen items; what was found of each; what the authority says of it."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from consultations.modes.surveillance.scale import Answer
from consultations.modes.surveillance.tables.designing import Checked, Checklist, ChecklistItem, Monitor, checks
from incidencia import clock
from incidencia.organizations.lengths import CAPACITY

PERSON = settings.AUTH_USER_MODEL
MOST_DAYS = 60
DAYS = [MinValueValidator(1), MaxValueValidator(MOST_DAYS)]


class CheckRound(models.Model):
    """One round: the instants that decide its state, who acted, and the hash of what it asks."""

    checklist = models.ForeignKey(Checklist, models.PROTECT, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    notice_days = models.PositiveSmallIntegerField(_("business days of notice"), default=10, validators=DAYS)
    reply_days = models.PositiveSmallIntegerField(_("business days to reply"), default=10, validators=DAYS)
    designed_at = models.DateTimeField(default=clock.now)
    designed_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    designed_as = models.CharField(max_length=CAPACITY)
    announced_at = models.DateTimeField(null=True)
    announced_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    announced_as = models.CharField(max_length=CAPACITY, blank=True)
    hash = models.CharField(max_length=64, blank=True)  # SHA-256 of the frozen items
    sent_at = models.DateTimeField(null=True)
    sent_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    sent_as = models.CharField(max_length=CAPACITY, blank=True)
    completed_at = models.DateTimeField(null=True)  # the authority said: our reply is complete
    completed_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    completed_as = models.CharField(max_length=CAPACITY, blank=True)
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    published_as = models.CharField(max_length=CAPACITY, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["checklist", "number"], name="check_round_once"),
            models.UniqueConstraint(
                fields=["checklist"], condition=Q(published_at__isnull=True), name="check_round_one_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(
                    notice_days__gte=1, notice_days__lte=MOST_DAYS, reply_days__gte=1, reply_days__lte=MOST_DAYS
                ),
                name="check_round_days",
            ),
            models.CheckConstraint(
                condition=Q(announced_at__isnull=True, hash="") | (Q(announced_at__isnull=False) & ~Q(hash="")),
                name="check_round_announced_is_hashed",
            ),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True) | Q(announced_at__lte=F("sent_at")), name="check_round_sent_after"
            ),
            models.CheckConstraint(
                condition=Q(completed_at__isnull=True) | Q(sent_at__lte=F("completed_at")),
                name="check_round_completed_after",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | Q(sent_at__lte=F("published_at")),
                name="check_round_published_after",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.checklist} {self.number}"


class FrozenItem(Checked):
    """An item as it was when its round was announced. Never changed."""

    round = models.ForeignKey(CheckRound, models.PROTECT, related_name="items")
    item = models.ForeignKey(ChecklistItem, models.PROTECT, related_name="frozen")

    class Meta:
        ordering = ["number"]
        constraints = [
            *checks("frozen_item"),
            models.UniqueConstraint(fields=["round", "item"], name="frozen_item_once"),
            models.UniqueConstraint(fields=["round", "number"], name="frozen_item_number_once"),
        ]

    @property
    def is_dropped(self) -> bool:
        """Whether it was dropped before its round was sent for reply. No query once `item` and `round` are known."""
        dropped, sent = self.item.dropped_at, self.round.sent_at
        return dropped is not None and (sent is None or dropped <= sent)


class FindingAnswer(models.TextChoices):
    """The scale in words."""

    YES = Answer.YES.value, _("Yes")
    PARTLY = Answer.PARTLY.value, _("Partly")
    NO = Answer.NO.value, _("No")
    NOT_VERIFIABLE = Answer.NOT_VERIFIABLE.value, _("Not verifiable")
    NOT_DUE = Answer.NOT_DUE.value, _("Not due yet")


class Finding(models.Model):
    """What the team found of an item in a round."""

    frozen = models.OneToOneField(FrozenItem, models.PROTECT, related_name="finding")
    answer = models.CharField(_("answer"), max_length=10, choices=FindingAnswer)
    found = models.TextField(_("what was found"), max_length=4000)
    link = models.URLField(_("address of the evidence"), max_length=500, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    on = models.DateField(_("day it was checked"))
    attachments = models.ManyToManyField("files.Attachment", related_name="+")
    monitor = models.ForeignKey(Monitor, models.PROTECT, related_name="findings")
    base = models.PositiveIntegerField(default=1)  # counts the edits: two people at once don't overwrite
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)

    class Meta:
        ordering = ["frozen__number"]
        constraints = [
            models.CheckConstraint(condition=Q(answer__in=FindingAnswer.values), name="finding_answer_known"),
            models.CheckConstraint(condition=~Q(found=""), name="finding_says_what_was_found"),
        ]

    def __str__(self) -> str:
        return f"{self.frozen} {self.answer}"


class FindingCorrection(models.Model):
    """A finding corrected after it was sent to the authority: what it said, why it changed. Never removed."""

    finding = models.ForeignKey(Finding, models.PROTECT, related_name="corrections")
    answer_before = models.CharField(max_length=10, choices=FindingAnswer)
    found_before = models.TextField(max_length=4000)
    link_before = models.URLField(max_length=500, blank=True)
    reason = models.CharField(max_length=1000)
    at = models.DateTimeField(default=clock.now)
    monitor = models.ForeignKey(Monitor, models.PROTECT, related_name="+")
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="finding_correction_says_why"),
            models.CheckConstraint(
                condition=Q(answer_before__in=FindingAnswer.values), name="finding_correction_answer_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.finding} {self.at:%Y-%m-%d}"


class FieldDraft(models.Model):
    """What a monitor is still typing about an item; nobody else sees it."""

    frozen = models.ForeignKey(FrozenItem, models.CASCADE, related_name="+")
    person = models.ForeignKey(PERSON, models.CASCADE, related_name="+")
    fields = models.JSONField(default=dict)
    saved_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["frozen", "person"], name="field_draft_once")]

    def __str__(self) -> str:
        return f"{self.person} · {self.saved_at:%Y-%m-%d}"


class ClaimStatus(models.TextChoices):
    """How the authority says that the decision stands."""

    DONE = "done", _("Done")
    PARTLY = "partly", _("Partly done")
    UNDER_WAY = "under_way", _("Under way")
    NOT_DONE = "not_done", _("Not done")
    NOT_OURS = "not_ours", _("Not in our competence")


class AgencyClaim(models.Model):
    """What the authority says of an item: beside the finding, in a table of its own."""

    frozen = models.OneToOneField(FrozenItem, models.PROTECT, related_name="claim")
    status = models.CharField(_("how it stands"), max_length=10, choices=ClaimStatus)
    text = models.TextField(_("what you reply"), max_length=4000)
    attachments = models.ManyToManyField("files.Attachment", related_name="+")
    base = models.PositiveIntegerField(default=1)
    first_at = models.DateTimeField(default=clock.now)  # whether it came in time
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)

    class Meta:
        ordering = ["frozen__number"]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=ClaimStatus.values), name="claim_status_known"),
            models.CheckConstraint(condition=~Q(text=""), name="claim_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.frozen} {self.status}"
