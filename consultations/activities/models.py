"""An activity and every extension of its window."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from consultations.activities.window import State, Window
from consultations.levels import Level
from incidencia import clock
from incidencia.organizations.lengths import CAPACITY

PERSON = settings.AUTH_USER_MODEL


class Visibility(models.TextChoices):
    """Who reads what people send here. Who takes part knows it before writing."""

    PUBLIC = "public", _("Everybody")
    MEMBERS = "members", _("The members and the officials")


class Activity(models.Model):
    """One thing to take part in: of one level, open from one instant to another, with its own promise (G27.III)."""

    consultation = models.ForeignKey("consultations.Consultation", models.PROTECT, related_name="activities")
    place = models.PositiveSmallIntegerField(editable=False)  # 1, 2, … within the consultation, for ever
    level = models.CharField(_("level"), max_length=3, choices=Level)
    title_es = models.CharField(_("title in Spanish"), max_length=200, blank=True)
    title_en = models.CharField(_("title in English"), max_length=200, blank=True)
    about_es = models.TextField(_("what it is about, in Spanish"), max_length=2000, blank=True)
    about_en = models.TextField(_("what it is about, in English"), max_length=2000, blank=True)
    promise_es = models.TextField(_("what will be done with what you send, in Spanish"), max_length=1000, blank=True)
    promise_en = models.TextField(_("what will be done with what you send, in English"), max_length=1000, blank=True)
    promised_by = models.CharField(_("by whom: office and person"), max_length=200, blank=True)
    answer_days = models.PositiveSmallIntegerField(
        _("business days to answer"), default=20, validators=[MinValueValidator(1), MaxValueValidator(250)]
    )
    opens_at = models.DateTimeField(_("opens"))
    closes_at = models.DateTimeField(_("closes"), null=True, blank=True)
    visibility = models.CharField(_("who reads what is sent"), max_length=8, choices=Visibility, default="public")
    created_at = models.DateTimeField(default=clock.now, editable=False)
    created_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", editable=False)
    created_as = models.CharField(max_length=CAPACITY, editable=False)
    published_at = models.DateTimeField(null=True, editable=False)
    published_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True, editable=False)
    published_as = models.CharField(max_length=CAPACITY, blank=True, editable=False)
    cancelled_at = models.DateTimeField(null=True, editable=False)
    cancelled_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True, editable=False)
    cancelled_as = models.CharField(max_length=CAPACITY, blank=True, editable=False)
    cancelled_because = models.CharField(max_length=1000, blank=True, editable=False)

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "place"], name="activity_place_once"),
            models.CheckConstraint(condition=Q(level__in=Level.values), name="activity_level_is_one_of_six"),
            models.CheckConstraint(condition=~Q(title_es="", title_en=""), name="activity_has_title"),
            models.CheckConstraint(
                condition=Q(closes_at__isnull=True) | Q(opens_at__lt=F("closes_at")), name="activity_opens_first"
            ),
            models.CheckConstraint(condition=Q(answer_days__gt=0), name="activity_answers_in_days"),
            models.CheckConstraint(condition=Q(visibility__in=Visibility.values), name="activity_visibility_known"),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | (~Q(promise_es="", promise_en="") & ~Q(promised_by="")),
                name="activity_published_says_what_follows",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True) | ~Q(cancelled_because=""), name="activity_cancelled_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.consultation} {self.level} {self.place}"

    @property
    def window(self) -> Window:
        """The instants that decide the state."""
        return Window(self.published_at, self.opens_at, self.closes_at, self.cancelled_at)

    @property
    def state(self) -> State:
        """The state at this instant, read from the clock."""
        return self.window.state(clock.now())


class Extension(models.Model):
    """A later closing (*prórroga motivada*): it applies to everybody alike and says why."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="extensions")
    before = models.DateTimeField()
    after = models.DateTimeField()
    reason = models.CharField(max_length=1000)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="extension_has_reason"),
            models.CheckConstraint(condition=Q(before__lt=F("after")), name="extension_is_later"),
        ]

    def __str__(self) -> str:
        return f"{self.activity} {self.after:%Y-%m-%d}"
