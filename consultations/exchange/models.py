"""Lessons, and what one consultation offers another."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from consultations.exchange.states import State, state
from incidencia import clock, ids
from incidencia.organizations.lengths import CAPACITY
from incidencia.text.fold import fold

PERSON = settings.AUTH_USER_MODEL


class Kind(models.TextChoices):
    """What is shared."""

    DOCUMENT = "document", _("Document")
    CHECKLIST = "checklist", _("Checklist to copy")
    LESSON = "lesson", _("Lesson")


class Lesson(models.Model):
    """What a process learned, in four short parts. In the library once its coordination put it there."""

    consultation = models.ForeignKey("consultations.Consultation", models.PROTECT, related_name="lessons")
    title = models.CharField(_("title"), max_length=200)
    situation = models.TextField(max_length=2000)
    done = models.TextField(max_length=2000)
    result = models.TextField(max_length=2000)
    otherwise = models.TextField(max_length=2000)
    language = models.CharField(max_length=10)
    author = models.ForeignKey(PERSON, models.PROTECT, related_name="lessons")
    capacity = models.CharField(max_length=CAPACITY)
    organization = models.ForeignKey("organizations.Organization", models.PROTECT, related_name="+", null=True)
    at = models.DateTimeField(default=clock.now)
    key = models.CharField(max_length=64, unique=True, default=ids.new_token, editable=False)  # `own_key`
    folded = models.TextField(editable=False)  # what the search reads
    published_at = models.DateTimeField(null=True, editable=False)
    published_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True, editable=False)
    published_as = models.CharField(max_length=CAPACITY, blank=True, editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)  # not put in the library, or taken out of it
    ended_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True, editable=False)
    ended_as = models.CharField(max_length=CAPACITY, blank=True, editable=False)
    ended_because = models.CharField(max_length=1000, blank=True, editable=False)

    class Meta:
        ordering = ["-published_at", "-pk"]
        indexes = [models.Index(fields=["published_at"], name="lesson_published")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(situation="") & ~Q(done="") & ~Q(result="") & ~Q(otherwise=""),
                name="lesson_has_its_parts",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True, published_by__isnull=True)
                | Q(published_at__isnull=False, published_by__isnull=False),
                name="lesson_published_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_because="")
                | (Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(ended_because="")),
                name="lesson_ended_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_in_library(self) -> bool:
        """Whether everybody reads it."""
        return self.published_at is not None and self.ended_at is None

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the folded column true to the words it is made of; they are never edited."""
        if not self.folded:
            parts = (self.title, self.situation, self.done, self.result, self.otherwise)
            self.folded = fold(" ".join(parts))
        super().save(*args, **kwargs)


class Share(models.Model):
    """Something one consultation offers another. Only what is public is ever offered (A9)."""

    source = models.ForeignKey("consultations.Consultation", models.PROTECT, related_name="shared_out")
    to = models.ForeignKey("consultations.Consultation", models.PROTECT, related_name="shared_in")
    kind = models.CharField(max_length=10, choices=Kind)
    title = models.CharField(max_length=200)  # as it was when it was offered
    language = models.CharField(max_length=10)
    why = models.CharField(_("why it would help them"), max_length=1000)
    item = models.ForeignKey("consultations.Item", models.PROTECT, related_name="shares", null=True)
    attachment = models.ForeignKey("files.Attachment", models.PROTECT, related_name="+", null=True)
    lesson = models.ForeignKey(Lesson, models.PROTECT, related_name="shares", null=True)
    payload = models.JSONField(null=True)  # of a checklist: `checklist.read` says what it may hold
    source_url = models.CharField(max_length=500, blank=True)  # of a checklist: the page it was taken from
    hash = models.CharField(max_length=64)  # of what is shared: one thing is offered to one process once at a time
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)
    forwarded_at = models.DateTimeField(null=True)
    forwarded_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    forwarded_as = models.CharField(max_length=CAPACITY, blank=True)
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    accepted_as = models.CharField(max_length=CAPACITY, blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    ended_as = models.CharField(max_length=CAPACITY, blank=True)
    ended_because = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["to", "accepted_at"], name="share_accepted")]
        constraints = [
            models.CheckConstraint(condition=~Q(source=F("to")), name="share_is_with_another"),
            models.CheckConstraint(condition=~Q(title="") & ~Q(why=""), name="share_says_what_and_why"),
            models.CheckConstraint(
                condition=Q(kind="document", item__isnull=False, lesson__isnull=True, payload__isnull=True)
                | Q(kind="lesson", lesson__isnull=False, item__isnull=True, attachment__isnull=True,
                    payload__isnull=True)
                | (Q(kind="checklist", payload__isnull=False, item__isnull=True, attachment__isnull=True,
                     lesson__isnull=True) & ~Q(source_url="")),
                name="share_is_of_its_kind",
            ),
            models.UniqueConstraint(
                fields=["source", "to", "hash"], condition=Q(ended_at__isnull=True), name="share_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(forwarded_at__isnull=True, accepted_at__isnull=True)
                | Q(forwarded_at__isnull=False, forwarded_by__isnull=False),
                name="share_accepted_was_passed_on",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(accepted_by__isnull=False, ended_at__isnull=True),
                name="share_accepted_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_because="")
                | (Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(ended_because="")),
                name="share_declined_says_why",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.source_id} → {self.to_id}: {self.title}"

    @property
    def state(self) -> State:
        """Where it stands."""
        return state(self.forwarded_at, self.accepted_at, self.ended_at)
