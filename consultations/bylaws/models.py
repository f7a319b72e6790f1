"""Versions of the operating rules, their nine parts, and what members said of them."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from consultations.bylaws.criteria import Criterion
from consultations.bylaws.parts import Part
from consultations.bylaws.states import State, state
from incidencia import clock
from incidencia.organizations.lengths import CAPACITY

PERSON = settings.AUTH_USER_MODEL


class Way(models.TextChoices):
    """How a version was approved."""

    SESSION = "session", _("By an agreement of a session")
    ASSENTS = "assents", _("By the members' recorded assents")


class BylawsVersion(models.Model):
    """One wording of the rules: drafted, submitted to the members, approved, published. Its state is computed."""

    consultation = models.ForeignKey("consultations.Consultation", models.PROTECT, related_name="bylaws")
    number = models.PositiveSmallIntegerField()
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    made_at = models.DateTimeField(default=clock.now)
    made_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    made_as = models.CharField(max_length=CAPACITY)
    # Submitted to the members' consideration, until when, and how it will be decided
    submitted_at = models.DateTimeField(null=True)
    submitted_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    submitted_as = models.CharField(max_length=CAPACITY, blank=True)
    closes_at = models.DateTimeField(_("term to consider"), null=True)
    criterion = models.CharField(_("criterion"), max_length=12, choices=Criterion, blank=True)
    # Approved, how, and who had a vote then
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    approved_as = models.CharField(max_length=CAPACITY, blank=True)
    way = models.CharField(max_length=8, choices=Way, blank=True)
    agreement = models.CharField(max_length=48, blank=True)  # reference of the agreement that approved it
    civil_asked = models.PositiveSmallIntegerField(null=True)
    public_asked = models.PositiveSmallIntegerField(null=True)
    # In force, or given up
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    published_as = models.CharField(max_length=CAPACITY, blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    withdrawn_as = models.CharField(max_length=CAPACITY, blank=True)
    withdrawn_because = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "number"], name="bylaws_number_once"),
            models.UniqueConstraint(
                fields=["consultation"], condition=Q(published_at__isnull=True, withdrawn_at__isnull=True),
                name="bylaws_one_in_the_making",
            ),
            models.CheckConstraint(
                condition=Q(submitted_at__isnull=True, closes_at__isnull=True, criterion="")
                | (Q(closes_at__gt=F("submitted_at"), submitted_by__isnull=False) & ~Q(criterion="")),
                name="bylaws_submitted_with_term_and_criterion",
            ),
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True, way="")
                | Q(approved_at__isnull=False, submitted_at__isnull=False, way__in=Way.values,
                    approved_by__isnull=False, civil_asked__isnull=False, public_asked__isnull=False),
                name="bylaws_approved_after_members_were_asked",
            ),
            models.CheckConstraint(
                condition=(Q(way="session") & ~Q(agreement="")) | (~Q(way="session") & Q(agreement="")),
                name="bylaws_session_names_its_agreement",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | Q(approved_at__isnull=False, withdrawn_at__isnull=True),
                name="bylaws_published_once_approved",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_because="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_because="")),
                name="bylaws_withdrawn_with_reason",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.consultation} v{self.number}"

    @property
    def state(self) -> State:
        """Where it stands at this instant, read from what was done and from the clock."""
        return state(
            submitted_at=self.submitted_at, closes_at=self.closes_at, approved_at=self.approved_at,
            published_at=self.published_at, withdrawn_at=self.withdrawn_at, now=clock.now(),
        )  # fmt: skip


class BylawsPart(models.Model):
    """The wording of one part in one version."""

    version = models.ForeignKey(BylawsVersion, models.CASCADE, related_name="parts")
    part = models.CharField(max_length=20, choices=Part)
    text = models.TextField(max_length=60_000, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "part"], name="bylaws_part_once"),
            models.CheckConstraint(condition=Q(part__in=Part.values), name="bylaws_part_is_one_of_nine"),
        ]

    def __str__(self) -> str:
        return f"{self.version} {self.part}"


class Consideration(models.Model):
    """That a member agrees, or objects and why. Saying something else later leaves what was said before."""

    version = models.ForeignKey(BylawsVersion, models.PROTECT, related_name="considerations")
    membership = models.ForeignKey("consultations.Membership", models.PROTECT, related_name="+")
    agrees = models.BooleanField()
    reason = models.TextField(_("reason"), max_length=4000, blank=True)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "membership"], condition=Q(superseded_at__isnull=True),
                name="consideration_one_stands",
            ),
            models.CheckConstraint(condition=Q(agrees=True) | ~Q(reason=""), name="consideration_objection_says_why"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.version} · {self.by}"


class PartComment(models.Model):
    """What a member says of one part, and what who convenes answered. Read by who takes part."""

    version = models.ForeignKey(BylawsVersion, models.PROTECT, related_name="comments")
    part = models.CharField(max_length=20, choices=Part)
    text = models.TextField(_("comment"), max_length=4000)
    language = models.CharField(max_length=10, choices=settings.LANGUAGES)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)
    answer = models.TextField(_("answer"), max_length=4000, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    answered_as = models.CharField(max_length=CAPACITY, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(part__in=Part.values), name="bylaws_comment_part_known"),
            models.CheckConstraint(condition=~Q(text=""), name="bylaws_comment_says_something"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answer="", answered_by__isnull=True)
                | (Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer="")),
                name="bylaws_comment_answer_says_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version} {self.part} · {self.by}"
