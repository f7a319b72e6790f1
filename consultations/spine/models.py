"""Contributions, the steps of their trail, and who is told of each step."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from consultations.trail import Step
from incidencia import clock
from incidencia.organizations.lengths import CAPACITY
from incidencia.text.fold import fold

PERSON = settings.AUTH_USER_MODEL


class Kind(models.TextChoices):
    """What was contributed."""

    SUBMISSION = "submission", _("Submission")
    ISSUE = "issue", _("Issue raised")
    THREAD = "thread", _("Thread")
    TASK = "task", _("Joint task")
    CHECKLIST = "checklist", _("Checklist")


OWED = (Kind.SUBMISSION, Kind.ISSUE, Kind.THREAD)  # what the authority owes an answer


def shown(title: str, hidden: bool) -> str:
    """Promise a title as everybody reads it: while it is hidden, that it is."""
    return gettext("Hidden by moderation") if hidden else title


class Contribution(models.Model):
    """Whatever somebody sends: who, in which capacity, for whom, when, and the hash of what was sent first.

    Each mode keeps what is its own in a row that is one-to-one with this one.
    """

    reference = models.CharField(max_length=40, unique=True, editable=False)  # MEC-2026-014-III-007
    consultation = models.ForeignKey("consultations.Consultation", models.PROTECT, related_name="contributions")
    activity = models.ForeignKey(
        "consultations.Activity", models.PROTECT, related_name="contributions", null=True
    )  # None: an issue raised unasked
    kind = models.CharField(max_length=12, choices=Kind)
    title = models.CharField(_("title"), max_length=200)
    language = models.CharField(max_length=10)
    author = models.ForeignKey(PERSON, models.PROTECT, related_name="contributions")
    capacity = models.CharField(max_length=CAPACITY)
    organization = models.ForeignKey(
        "organizations.Organization", models.PROTECT, related_name="contributions", null=True
    )
    at = models.DateTimeField(default=clock.now)
    hash = models.CharField(max_length=64)  # SHA-256 of what was sent, as its receipt prints it
    folded = models.TextField(editable=False)  # what the search reads
    hidden_at = models.DateTimeField(null=True, editable=False)  # while it is hidden; why is in `hidings`

    class Meta:
        ordering = ["at", "pk"]
        indexes = [
            models.Index(fields=["consultation", "at"], name="contribution_by_time"),
            models.Index(fields=["activity", "at"], name="contribution_of_activity"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="contribution_has_title"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="contribution_kind_known"),
            models.CheckConstraint(
                condition=Q(activity__isnull=False) | Q(kind=Kind.ISSUE), name="contribution_unasked_is_an_issue"
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def shown_title(self) -> str:
        """Its title for everybody: while it is hidden, that it is."""
        return shown(self.title, self.hidden_at is not None)

    def keep_findable(self, text: str) -> None:
        """Set what the search reads: reference, title, names and `text`. Call it before each save of a change."""
        named = self.organization.name if self.organization else self.author.name
        self.folded = fold(f"{self.reference} {self.title} {named} {text}")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Never without a folded column."""
        if not self.folded:
            self.keep_findable("")
        super().save(*args, **kwargs)


class TrailStep(models.Model):
    """One step of a trail and the act that made it."""

    contribution = models.ForeignKey(Contribution, models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=12, choices=[(s.value, s.value) for s in Step])
    act = models.CharField(max_length=60)  # its reference: the contribution's own, a response's, an agreement's
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["kind", "contribution"], name="trail_step_kind")]
        constraints = [
            models.UniqueConstraint(fields=["contribution", "kind", "act"], name="trail_step_once_per_act"),
            models.UniqueConstraint(
                fields=["contribution"], condition=Q(kind=Step.RECEIVED.value), name="trail_received_once"
            ),
            models.CheckConstraint(condition=Q(kind__in=[s.value for s in Step]), name="trail_step_known"),
            models.CheckConstraint(condition=~Q(act=""), name="trail_step_has_act"),
        ]

    def __str__(self) -> str:
        return f"{self.contribution} {self.kind}"


class TrailLink(models.Model):
    """That one contribution has to do with another, and the act that says so."""

    class Kind(models.TextChoices):
        SAME_TEXT = "same_text", _("Says the same")
        CONTINUES = "continues", _("Continues it")

    earlier = models.ForeignKey(Contribution, models.PROTECT, related_name="led_to")
    later = models.ForeignKey(Contribution, models.PROTECT, related_name="came_from")
    kind = models.CharField(max_length=12, choices=Kind)
    act = models.CharField(max_length=60)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["earlier", "later", "kind"], name="trail_link_once"),
            models.CheckConstraint(condition=~Q(earlier=models.F("later")), name="trail_link_is_to_another"),
        ]

    def __str__(self) -> str:
        return f"{self.earlier} → {self.later}"


class Follower(models.Model):
    """Who is told of each step: the author, those who sign on, and whoever asks for it."""

    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="followers")
    person = models.ForeignKey(PERSON, models.CASCADE, related_name="followed")
    since = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contribution", "person"], name="follower_once")]

    def __str__(self) -> str:
        return f"{self.person} · {self.contribution}"
