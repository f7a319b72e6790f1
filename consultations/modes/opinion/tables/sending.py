"""What people send: drafts, submissions with their versions, sign-ons."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidencia import clock
from incidencia.organizations.lengths import CAPACITY

PERSON = settings.AUTH_USER_MODEL


class Position(models.TextChoices):
    """Where the author stands on what is asked."""

    FOR = "for", _("For")
    CHANGES = "changes", _("For, with changes")
    AGAINST = "against", _("Against")
    NONE = "none", _("I don't take a position")


class Draft(models.Model):
    """What somebody is still writing; nobody else sees it. Without a question: an issue raised unasked."""

    consultation = models.ForeignKey("consultations.Consultation", models.CASCADE, related_name="+")
    question = models.ForeignKey("consultations.Question", models.CASCADE, related_name="+", null=True)
    person = models.ForeignKey(PERSON, models.CASCADE, related_name="+")
    fields = models.JSONField(default=dict)
    attachments = models.ManyToManyField("files.Attachment", related_name="+")
    saved_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["question", "person"], condition=Q(question__isnull=False), name="draft_once_per_question"
            ),
            models.UniqueConstraint(
                fields=["consultation", "person"], condition=Q(question__isnull=True), name="draft_of_an_issue_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.saved_at:%Y-%m-%d}"


class Submission(models.Model):
    """A submission, or an issue raised unasked (no question): what stands is its last version."""

    contribution = models.OneToOneField(
        "consultations.Contribution", models.PROTECT, primary_key=True, related_name="submission"
    )
    question = models.ForeignKey("consultations.Question", models.PROTECT, related_name="submissions", null=True)
    current = models.PositiveSmallIntegerField(default=1)  # the number of the version that stands
    position = models.CharField(_("position"), max_length=8, choices=Position)
    text = models.TextField(_("text"))
    key = models.CharField(max_length=64)  # `own_key` of the form it came by: sent twice, made once

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="submission_has_text"),
            models.CheckConstraint(condition=Q(position__in=Position.values), name="submission_position_known"),
            models.UniqueConstraint(fields=["key"], name="submission_key_once"),
        ]

    def __str__(self) -> str:
        return str(self.contribution)

    @property
    def not_admitted(self) -> Any:
        """That it was not admitted, while no appeal has admitted it; else None. No query once it was prefetched."""
        found = getattr(self, "inadmission", None)
        return found if found is not None and found.lifted is not True else None


class Version(models.Model):
    """What a submission said from one instant on. The first is what was sent; none is ever changed."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    position = models.CharField(max_length=8, choices=Position)
    text = models.TextField()
    attachments = models.ManyToManyField("files.Attachment", related_name="+")
    hash = models.CharField(max_length=64)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["submission", "number"], name="version_once")]

    def __str__(self) -> str:
        return f"{self.submission} v{self.number}"


class SignOn(models.Model):
    """Joining somebody's submission by name (*adhesión*), as a person or for an organization."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="sign_ons")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=CAPACITY)
    organization = models.ForeignKey("organizations.Organization", models.PROTECT, related_name="+", null=True)
    version = models.PositiveSmallIntegerField()  # what was signed
    at = models.DateTimeField(default=clock.now)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "organization"],
                condition=Q(organization__isnull=False, withdrawn_at__isnull=True),
                name="sign_on_once_per_organization",
            ),
            models.UniqueConstraint(
                fields=["submission", "person"],
                condition=Q(organization__isnull=True, withdrawn_at__isnull=True),
                name="sign_on_once_per_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organization or self.person} · {self.submission}"
