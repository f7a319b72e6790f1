"""Training events, and who attended."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from consultations.training.topics import Audience, Direction, Topic
from incidencia import clock
from incidencia.organizations.lengths import CAPACITY

PERSON = settings.AUTH_USER_MODEL


class Training(models.Model):
    """One training: topic, day, who gives it to whom, its materials. Whether it was held is read from the clock."""

    consultation = models.ForeignKey("consultations.Consultation", models.PROTECT, related_name="trainings")
    place = models.PositiveSmallIntegerField(editable=False)  # 1, 2, 3 within the consultation
    topic = models.CharField(_("topic"), max_length=3, choices=Topic)
    title_es = models.CharField(_("title in Spanish"), max_length=200, blank=True)
    title_en = models.CharField(_("title in English"), max_length=200, blank=True)
    starts_at = models.DateTimeField(_("day and hour"))
    given_by = models.CharField(_("who gives it"), max_length=300)
    direction = models.CharField(_("direction"), max_length=10, choices=Direction)
    audience = models.CharField(_("open to"), max_length=10, choices=Audience)
    where = models.CharField(_("place or link"), max_length=500, blank=True)
    about_es = models.TextField(_("what it is about, in Spanish"), max_length=4000, blank=True)
    about_en = models.TextField(_("what it is about, in English"), max_length=4000, blank=True)
    links = models.TextField(_("links to materials"), max_length=2000, blank=True)  # one address a line
    attachments = models.ManyToManyField("files.Attachment", related_name="+")
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    cancelled_as = models.CharField(max_length=CAPACITY, blank=True)
    cancelled_because = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "place"], name="training_place_once"),
            models.CheckConstraint(condition=Q(topic__in=Topic.values), name="training_topic_is_one_of_seven"),
            models.CheckConstraint(condition=Q(direction__in=Direction.values), name="training_direction_known"),
            models.CheckConstraint(condition=Q(audience__in=Audience.values), name="training_audience_known"),
            models.CheckConstraint(condition=~Q(title_es="", title_en=""), name="training_has_title"),
            models.CheckConstraint(condition=~Q(given_by=""), name="training_is_given_by_somebody"),
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True, cancelled_because="")
                | (Q(cancelled_at__isnull=False, cancelled_by__isnull=False) & ~Q(cancelled_because="")),
                name="training_cancelled_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.consultation} · {self.topic} · {self.place}"

    @property
    def held(self) -> bool:
        """Whether its hour has come and it was not cancelled."""
        return self.cancelled_at is None and self.starts_at <= clock.now()


class Attendance(models.Model):
    """That somebody attended: confirmed by themselves, or recorded by who convenes. Counted in public, not named."""

    training = models.ForeignKey(Training, models.PROTECT, related_name="attendances")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    side = models.CharField(max_length=8, blank=True)  # of their membership then; empty for who takes no part
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["training", "person"], name="attendance_once")]

    def __str__(self) -> str:
        return f"{self.training} · {self.person}"
