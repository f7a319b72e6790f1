"""A consultation, the levels it chose, what its call requires, and every correction of a published call."""

from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from consultations import lifecycle
from consultations.kinds import Coverage, Modality, Type
from consultations.levels import Level
from incidencia import clock
from incidencia.organizations.states import State
from incidencia.text.fold import fold

PERSON = settings.AUTH_USER_MODEL
SERIES = "MEC"
RULE_PACK = "mx-2017-2018"


class Consultation(models.Model):
    """One citizen participation mechanism, from its file to its conclusion."""

    reference = models.CharField(max_length=32, unique=True, editable=False)
    agency = models.ForeignKey("organizations.Agency", models.PROTECT, related_name="consultations")
    coordinator = models.ForeignKey(
        "organizations.Coordinator", models.PROTECT, related_name="consultations", verbose_name=_("officer in charge")
    )
    # Type, modality, title and purpose
    type = models.CharField(_("type"), max_length=12, choices=Type, blank=True)
    modality = models.CharField(_("modality"), max_length=12, choices=Modality, blank=True)
    title_es = models.CharField(_("title in Spanish"), max_length=200, blank=True)
    title_en = models.CharField(_("title in English"), max_length=200, blank=True)
    purpose_es = models.TextField(_("purpose in Spanish"), max_length=1000, blank=True)
    purpose_en = models.TextField(_("purpose in English"), max_length=1000, blank=True)
    call_es = models.TextField(_("text of the call in Spanish"), blank=True)
    call_en = models.TextField(_("text of the call in English"), blank=True)
    # Who is called for
    profile_es = models.TextField(_("profile in Spanish"), max_length=2000, blank=True)
    profile_en = models.TextField(_("profile in English"), max_length=2000, blank=True)
    affected = models.TextField(_("who is affected"), max_length=4000, blank=True)
    absent = models.TextField(_("who is absent"), max_length=4000, blank=True)
    outreach = models.TextField(_("how they will be reached"), max_length=4000, blank=True)
    # Where
    coverage = models.CharField(_("coverage"), max_length=12, choices=Coverage, blank=True)
    states = models.JSONField(_("states"), default=list, blank=True)
    places = models.CharField(_("municipalities or localities"), max_length=500, blank=True)
    # Why, and on what ground
    legal_basis = models.TextField(_("legal authority"), max_length=8000, blank=True)
    joint_work_basis = models.TextField(_("legal basis of the joint work"), max_length=4000, blank=True)
    watched = models.TextField(_("goals and public resources under surveillance"), max_length=4000, blank=True)
    problem = models.TextField(_("analysis of the public problem"), max_length=20_000, blank=True)
    benefits = models.TextField(_("diagnosis of benefits"), max_length=20_000, blank=True)
    human_rights = models.TextField(_("human-rights perspective"), max_length=4000, blank=True)
    gender = models.TextField(_("gender perspective"), max_length=4000, blank=True)
    # When
    zone = models.CharField(_("time zone"), max_length=64, default=settings.DEFAULT_ZONE)
    papers_days = models.PositiveSmallIntegerField(_("business days to read papers"), default=5)
    # Of issues raised unasked; each activity says its own (G8.I).
    answer_days = models.PositiveSmallIntegerField(
        _("business days to answer an issue"), default=20, validators=[MinValueValidator(1), MaxValueValidator(250)]
    )
    applications_open_at = models.DateTimeField(_("applications open"), null=True, blank=True)
    applications_close_at = models.DateTimeField(_("applications close"), null=True, blank=True)
    starts_at = models.DateTimeField(_("operation begins"), null=True, blank=True)
    ends_at = models.DateTimeField(_("operation ends"), null=True, blank=True)
    # What was done, by whom and in which capacity
    rule_pack = models.CharField(max_length=40, default=RULE_PACK, editable=False)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    created_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", editable=False)
    created_as = models.CharField(max_length=300, editable=False)
    published_at = models.DateTimeField(null=True, editable=False)
    published_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True, editable=False)
    published_as = models.CharField(max_length=300, blank=True, editable=False)
    started_at = models.DateTimeField(null=True, editable=False)
    started_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True, editable=False)
    started_as = models.CharField(max_length=300, blank=True, editable=False)
    folded = models.TextField(editable=False)  # what the search reads

    class Meta:
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["published_at"], name="consultation_published")]
        constraints = [
            models.CheckConstraint(condition=~Q(title_es="", title_en=""), name="consultation_has_title"),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True)
                | (~Q(purpose_es="", purpose_en="") & ~Q(call_es="", call_en="") & ~Q(profile_es="", profile_en="")),
                name="consultation_published_says_what",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True)
                | (Q(applications_open_at__isnull=False) & Q(applications_close_at__isnull=False)),
                name="consultation_published_says_when",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True)
                | (Q(type__in=Type.values) & Q(modality__in=Modality.values) & Q(coverage__in=Coverage.values)),
                name="consultation_published_says_how",
            ),
            models.CheckConstraint(
                condition=Q(applications_open_at__isnull=True)
                | Q(applications_close_at__isnull=True)
                | Q(applications_open_at__lt=F("applications_close_at")),
                name="consultation_applications_in_order",
            ),
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True) | Q(ends_at__isnull=True) | Q(starts_at__lt=F("ends_at")),
                name="consultation_operation_in_order",
            ),
            models.CheckConstraint(
                condition=Q(started_at__isnull=True) | Q(published_at__isnull=False),
                name="consultation_starts_after_its_call",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the folded column true to the texts it is made of."""
        self.folded = fold(
            " ".join([self.reference, self.title_es, self.title_en, self.purpose_es, self.purpose_en, self.places])
        )
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "folded"}
        super().save(*args, **kwargs)

    @property
    def dates(self) -> lifecycle.Dates:
        """The instants that decide the state."""
        return lifecycle.Dates(
            self.published_at,
            self.applications_open_at,
            self.applications_close_at,
            self.started_at,
            self.ends_at,
        )

    @property
    def state(self) -> lifecycle.State:
        """The state at this instant, read from the dates."""
        return lifecycle.state(self.dates, clock.now())

    @property
    def accepts_applications(self) -> bool:
        """Whether somebody may apply at this instant."""
        return lifecycle.accepts_applications(self.dates, clock.now())

    @property
    def state_names(self) -> list[str]:
        """The federal entities covered, by name."""
        return [str(State(code).label) for code in self.states if code in State.values]


class ConsultationLevel(models.Model):
    """A level the consultation chose, why it and not the next (G13), and the duty if it binds to more than usual."""

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="levels")
    level = models.CharField(max_length=3, choices=Level)
    place = models.PositiveSmallIntegerField(editable=False)  # 1 to 6: "IX" would not sort, nor does "IV"
    reason_es = models.TextField(_("reason in Spanish"), max_length=1000, blank=True)
    reason_en = models.TextField(_("reason in English"), max_length=1000, blank=True)
    duty_es = models.TextField(_("duty in Spanish"), max_length=1000, blank=True)
    duty_en = models.TextField(_("duty in English"), max_length=1000, blank=True)

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "level"], name="level_once_per_consultation"),
            models.CheckConstraint(condition=Q(level__in=Level.values), name="level_is_one_of_six"),
        ]

    def __str__(self) -> str:
        return f"{self.consultation} {self.level}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the order of the six."""
        self.place = Level(self.level).number
        super().save(*args, **kwargs)


class Requirement(models.Model):
    """What the call asks of whoever applies. Admission and refusal rest on these alone (G8.II)."""

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="requirements")
    place = models.PositiveSmallIntegerField()
    text_es = models.CharField(_("requirement in Spanish"), max_length=500, blank=True)
    text_en = models.CharField(_("requirement in English"), max_length=500, blank=True)

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "place"], name="requirement_place_once"),
            models.CheckConstraint(condition=~Q(text_es="", text_en=""), name="requirement_has_text"),
        ]

    def __str__(self) -> str:
        return self.text_es or self.text_en


class CallCorrection(models.Model):
    """A change of a published call: which part, what it said, what it says, why, who. Public for ever."""

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="corrections")
    part = models.CharField(max_length=40)  # the field's name, or "levels"
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    reason = models.CharField(max_length=1000)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=300)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="correction_has_reason")]

    def __str__(self) -> str:
        return f"{self.consultation} {self.part} {self.at:%Y-%m-%d}"


# Django finds the tables of the rooms of this package here.
from consultations.activities.models import Activity, Extension  # noqa: E402
from consultations.bylaws import models as bylaws  # noqa: E402
from consultations.desk.models import Digest  # noqa: E402
from consultations.exchange.models import Lesson, Share  # noqa: E402
from consultations.groups import models as groups  # noqa: E402
from consultations.members.models import (  # noqa: E402
    Answer,
    Application,
    Decision,
    Invitation,
    Membership,
    Separation,
    SeparationNotice,
    TermChange,
)
from consultations.moderation.models import Hiding  # noqa: E402
from consultations.modes.comanagement import models as comanagement  # noqa: E402
from consultations.modes.deliberation.models import (  # noqa: E402
    ActivitySession,
    ItemProposal,
    Ratification,
    TakenUp,
)
from consultations.modes.dialogue import models as dialogue  # noqa: E402
from consultations.modes.information import models as information  # noqa: E402
from consultations.modes.opinion import models as opinion  # noqa: E402
from consultations.modes.surveillance import models as surveillance  # noqa: E402
from consultations.sessionrules import models as sessionrules  # noqa: E402
from consultations.spine.models import Contribution, Follower, TrailLink, TrailStep  # noqa: E402
from consultations.training import models as training  # noqa: E402

__all__ = [
    "Activity", "ActivitySession", "Answer", "Application", "CallCorrection", "Consultation",
    "ConsultationLevel", "Contribution", "Decision", "Digest", "Extension", "Follower", "Hiding", "Invitation",
    "ItemProposal", "Lesson", "Membership", "Ratification", "Requirement", "Separation", "SeparationNotice",
    "Share", "TakenUp", "TermChange", "TrailLink", "TrailStep", "bylaws", "comanagement", "dialogue", "groups",
    "information", "opinion", "sessionrules", "surveillance", "training",
]  # fmt: skip
