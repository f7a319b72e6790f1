"""What happens to a submission before its answer: who holds it, what stops its clock, what gives it more time."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidencia import clock
from incidencia.organizations.lengths import CAPACITY

PERSON = settings.AUTH_USER_MODEL
SUBMISSION = "consultations.Submission"


class Assignment(models.Model):
    """Who drafts the answer."""

    submission = models.OneToOneField(SUBMISSION, models.PROTECT, related_name="assignment")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="assignments")
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.submission} · {self.person}"


class Referral(models.Model):
    """Passed to the competent unit or agency (*turnar*), with its clock. It returns only with reasons (G8.IV)."""

    submission = models.ForeignKey(SUBMISSION, models.PROTECT, related_name="referrals")
    agency = models.ForeignKey("organizations.Agency", models.PROTECT, related_name="+", null=True)
    unit = models.CharField(_("unit"), max_length=200)
    reason = models.CharField(_("why it is competent"), max_length=1000)
    days = models.PositiveSmallIntegerField(_("business days"), default=10)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)
    returned_at = models.DateTimeField(null=True)
    returned_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    returned_as = models.CharField(max_length=CAPACITY, blank=True)
    returned_because = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["submission"], condition=Q(returned_at__isnull=True), name="referral_one_holder"
            ),
            models.CheckConstraint(condition=~Q(unit="") & ~Q(reason=""), name="referral_says_where_and_why"),
            models.CheckConstraint(
                condition=Q(returned_at__isnull=True) | ~Q(returned_because=""), name="referral_returns_with_reasons"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.submission} → {self.unit}"


class Pause(models.Model):
    """The clock stands, with a reason everybody reads. A paused submission stays in the count."""

    submission = models.ForeignKey(SUBMISSION, models.PROTECT, related_name="pauses")
    start = models.DateTimeField(default=clock.now)
    end = models.DateTimeField(null=True)
    reason = models.CharField(max_length=1000)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)
    ended_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    ended_as = models.CharField(max_length=CAPACITY, blank=True)

    class Meta:
        ordering = ["start", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="pause_has_reason"),
            models.CheckConstraint(
                condition=Q(end__isnull=True) | Q(end__gte=models.F("start")), name="pause_ends_later"
            ),
            models.UniqueConstraint(fields=["submission"], condition=Q(end__isnull=True), name="pause_one_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"{self.submission} {self.start:%Y-%m-%d}"


class MoreTime(models.Model):
    """More business days to answer (*prórroga motivada*), with a reason everybody reads."""

    submission = models.ForeignKey(SUBMISSION, models.PROTECT, related_name="more_time")
    days = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=1000)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="more_time_has_reason"),
            models.CheckConstraint(condition=Q(days__gt=0), name="more_time_is_more"),
        ]

    def __str__(self) -> str:
        return f"{self.submission} +{self.days}"


class Inadmission(models.Model):
    """Not admitted, with the requirement it fails. It stays in the count, and its author may appeal once."""

    submission = models.OneToOneField(SUBMISSION, models.PROTECT, related_name="inadmission")
    reason = models.CharField(max_length=1000)
    rule = models.CharField(max_length=200)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)
    appeal = models.CharField(max_length=2000, blank=True)
    appealed_at = models.DateTimeField(null=True)
    lifted = models.BooleanField(null=True)  # what the appeal led to
    decided_because = models.CharField(max_length=1000, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    decided_as = models.CharField(max_length=CAPACITY, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason="") & ~Q(rule=""), name="inadmission_has_reason_and_rule"),
            models.CheckConstraint(
                condition=Q(lifted__isnull=True) | ~Q(decided_because=""), name="appeal_is_decided_with_reasons"
            ),
        ]

    def __str__(self) -> str:
        return str(self.submission)
