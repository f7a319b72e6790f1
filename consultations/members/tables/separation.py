"""How members leave (G21): four causes; for two of them a notice, time to reply, and a reasoned decision."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidencia import clock
from incidencia.organizations.lengths import CAPACITY

PERSON = settings.AUTH_USER_MODEL
REPLY_DAYS = 10  # business days to reply, unless the notice gives more
MOST_REPLY_DAYS = 60


class Cause(models.TextChoices):
    """Why somebody leaves; there is no fifth cause (G21)."""

    CONCLUSION = "conclusion", _("Conclusion")
    RESIGNATION = "resignation", _("Resignation")
    NON_COMPLIANCE = "breach", _("Non-compliance")
    CONFLICT = "conflict", _("Conflict of interest")


NOTICED = (Cause.NON_COMPLIANCE, Cause.CONFLICT)  # what needs a notice and a reply first


class SeparationNotice(models.Model):
    """What somebody is told before it is decided whether they leave. Read by them, who convenes and who decides."""

    membership = models.ForeignKey("consultations.Membership", models.PROTECT, related_name="notices")
    cause = models.CharField(_("cause"), max_length=12, choices=[(c.value, c.label) for c in NOTICED])
    facts = models.TextField(_("facts"), max_length=8000)
    ground = models.TextField(_("ground"), max_length=2000)
    reply_days = models.PositiveSmallIntegerField(
        _("business days to reply"), default=REPLY_DAYS,
        validators=[MinValueValidator(REPLY_DAYS), MaxValueValidator(MOST_REPLY_DAYS)],
    )  # fmt: skip
    decider = models.ForeignKey(PERSON, models.PROTECT, related_name="+")  # who will decide
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)
    reply = models.TextField(_("reply"), max_length=20_000, blank=True)
    replied_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    separates = models.BooleanField(null=True)
    reasons = models.TextField(_("reasons"), max_length=8000, blank=True)
    decided_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    decided_as = models.CharField(max_length=CAPACITY, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["membership"], condition=Q(decided_at__isnull=True), name="separation_notice_one_at_once"
            ),
            models.CheckConstraint(
                condition=Q(cause__in=[c.value for c in NOTICED]), name="separation_notice_cause_known"
            ),
            models.CheckConstraint(condition=~Q(facts="") & ~Q(ground=""), name="separation_notice_is_grounded"),
            models.CheckConstraint(condition=Q(reply_days__gte=REPLY_DAYS), name="separation_notice_gives_time"),
            models.CheckConstraint(
                condition=Q(replied_at__isnull=True, reply="") | (Q(replied_at__isnull=False) & ~Q(reply="")),
                name="separation_notice_reply_says_something",
            ),
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True, separates__isnull=True, decided_by__isnull=True, reasons="")
                | (
                    Q(decided_at__isnull=False, separates__isnull=False, decided_by__isnull=False) & ~Q(reasons="")
                ),
                name="separation_notice_decision_is_reasoned",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.membership} · {self.cause}"


class Separation(models.Model):
    """That somebody left before their term was over: cause, day and decision are public, nothing else."""

    membership = models.OneToOneField("consultations.Membership", models.PROTECT, related_name="separation")
    cause = models.CharField(max_length=12, choices=Cause)
    notice = models.OneToOneField(
        SeparationNotice, models.PROTECT, related_name="separation", null=True, editable=False
    )
    public_words = models.CharField(_("what is published"), max_length=500, blank=True)
    words = models.TextField(max_length=2000, blank=True)  # of who resigns, for who convenes
    on = models.DateField()
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(cause__in=Cause.values), name="separation_cause_is_one_of_four"),
            models.CheckConstraint(
                condition=Q(cause__in=[c.value for c in NOTICED], notice__isnull=False)
                | (~Q(cause__in=[c.value for c in NOTICED]) & Q(notice__isnull=True)),
                name="separation_heard_first",
            ),
            models.CheckConstraint(
                condition=Q(cause="resignation") | ~Q(public_words=""), name="separation_says_why_in_public"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership} · {self.cause}"
