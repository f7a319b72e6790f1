"""Somebody asks to take part, says how they meet each requirement, and is answered."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from consultations.members.kinds import ApplicationState
from incidencia import clock
from incidencia.organizations.categories import Category

PERSON = settings.AUTH_USER_MODEL


class Application(models.Model):
    """Somebody asks to take part, in their own name or for an organization they speak for."""

    consultation = models.ForeignKey("consultations.Consultation", models.PROTECT, related_name="applications")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="applications")
    representation = models.ForeignKey(
        "organizations.Representation", models.PROTECT, related_name="+", null=True, blank=True
    )
    organization = models.ForeignKey(
        "organizations.Organization", models.PROTECT, related_name="applications", null=True, blank=True
    )
    category = models.CharField(_("category"), max_length=20, choices=Category)
    category_other = models.CharField(_("which"), max_length=80, blank=True)
    motivation = models.TextField(_("motivation"), max_length=4000)
    language = models.CharField(max_length=10, choices=settings.LANGUAGES)
    at = models.DateTimeField(default=clock.now, editable=False)
    acted_as = models.CharField(max_length=300, blank=True, editable=False)
    names_public = models.BooleanField(default=False, editable=False)  # told before applying that names are public
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    appeal = models.TextField(_("what the decision missed"), max_length=4000, blank=True)
    appealed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "person"],
                condition=Q(withdrawn_at__isnull=True),
                name="application_once_per_person",
            ),
            models.UniqueConstraint(
                fields=["consultation", "organization"],
                condition=Q(withdrawn_at__isnull=True, organization__isnull=False),
                name="application_once_per_organization",
            ),
            models.CheckConstraint(condition=Q(names_public=True), name="application_knows_names_are_public"),
            models.CheckConstraint(
                condition=Q(organization__isnull=True, representation__isnull=True)
                | Q(organization__isnull=False, representation__isnull=False),
                name="application_for_an_organization_is_represented",
            ),
            models.CheckConstraint(
                condition=Q(appealed_at__isnull=True, appeal="") | (Q(appealed_at__isnull=False) & ~Q(appeal="")),
                name="application_appeal_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} → {self.consultation}"

    @property
    def decided(self) -> "Decision | None":
        """The last decision taken, if any. Prefetch `decisions` on lists."""
        return max(self.decisions.all(), key=lambda decision: decision.round, default=None)

    @property
    def state(self) -> ApplicationState:
        """Where it stands, computed from what was done."""
        if self.withdrawn_at is not None:
            return ApplicationState.WITHDRAWN
        decided = self.decided
        if decided is None:
            return ApplicationState.RECEIVED
        if decided.admitted:
            return ApplicationState.ADMITTED
        if decided.round == 1 and self.appealed_at is not None:
            return ApplicationState.APPEALED
        return ApplicationState.DECLINED

    @property
    def can_be_appealed(self) -> bool:
        """Whether the applicant may ask once more: one refusal, no appeal yet (G8.II)."""
        return self.state is ApplicationState.DECLINED and self.appealed_at is None

    @property
    def kind(self) -> str:
        """The category in words, or what *other* stands for."""
        return self.category_other if self.category == Category.OTHER else str(Category(self.category).label)


class Answer(models.Model):
    """How the applicant meets one published requirement."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="answers")
    requirement = models.ForeignKey("consultations.Requirement", models.PROTECT, related_name="answers")
    text = models.TextField(max_length=2000)

    class Meta:
        ordering = ["requirement__place"]
        constraints = [
            models.UniqueConstraint(fields=["application", "requirement"], name="answer_once_per_requirement")
        ]

    def __str__(self) -> str:
        return f"{self.application} {self.requirement_id}"


class Decision(models.Model):
    """Admission or refusal. A refusal names a published requirement and says why; round 2 answers the appeal."""

    application = models.ForeignKey(Application, models.PROTECT, related_name="decisions")
    round = models.PositiveSmallIntegerField(default=1)
    admitted = models.BooleanField()
    requirement = models.ForeignKey("consultations.Requirement", models.PROTECT, related_name="+", null=True)
    reason = models.TextField(_("reason"), max_length=4000, blank=True)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=300)

    class Meta:
        ordering = ["round"]
        constraints = [
            models.UniqueConstraint(fields=["application", "round"], name="decision_once_per_round"),
            models.CheckConstraint(condition=Q(round__in=(1, 2)), name="decision_appealed_once"),
            models.CheckConstraint(
                condition=Q(admitted=True) | (Q(requirement__isnull=False) & ~Q(reason="")),
                name="decision_refusal_names_requirement",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application} {self.round}"
