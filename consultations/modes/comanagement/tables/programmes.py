"""Programmes: objectives, their lines and weights, and the periodic reviews (G14)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from incidencia import clock
from incidencia.organizations.lengths import CAPACITY

PERSON = settings.AUTH_USER_MODEL
HEAVIEST = 1000


def weighs(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(weight__gte=1, weight__lte=HEAVIEST), name=name)


class ProgrammeKind(models.TextChoices):
    """Two things that are not mixed up (G14)."""

    DEVELOPMENT = "development", _("Development programme")
    WORK = "work", _("Work programme")


class Programme(models.Model):
    """A programme of a consultation for a period: drafted, put to the members, published (G14, G23)."""

    consultation = models.ForeignKey("consultations.Consultation", models.PROTECT, related_name="programmes")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(_("kind"), max_length=12, choices=ProgrammeKind)
    title_es = models.CharField(_("title in Spanish"), max_length=200, blank=True)
    title_en = models.CharField(_("title in English"), max_length=200, blank=True)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    copied_from = models.ForeignKey("self", models.PROTECT, related_name="copies", null=True)
    drafted_at = models.DateTimeField(default=clock.now)
    drafted_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    drafted_as = models.CharField(max_length=CAPACITY)
    put_at = models.DateTimeField(null=True)  # to the members, for their consideration
    put_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    put_as = models.CharField(max_length=CAPACITY, blank=True)
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    published_as = models.CharField(max_length=CAPACITY, blank=True)
    considered = models.CharField(max_length=2000, blank=True)  # what the members said of it

    class Meta:
        ordering = ["-starts_on", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "number"], name="programme_number_once"),
            models.CheckConstraint(condition=Q(kind__in=ProgrammeKind.values), name="programme_is_one_of_two"),
            models.CheckConstraint(condition=~Q(title_es="", title_en=""), name="programme_has_title"),
            models.CheckConstraint(condition=Q(starts_on__lt=F("ends_on")), name="programme_period_in_order"),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | (Q(put_at__isnull=False) & ~Q(considered="")),
                name="programme_published_was_considered",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.consultation} {self.kind} {self.number}"


class ProgrammeObjective(models.Model):
    """What a programme wants to reach, and its weight among the others."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="objectives")
    place = models.PositiveSmallIntegerField()
    text_es = models.CharField(_("in Spanish"), max_length=300, blank=True)
    text_en = models.CharField(_("in English"), max_length=300, blank=True)
    weight = models.PositiveSmallIntegerField(_("weight"), default=1)

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "place"], name="programme_objective_place_once"),
            models.CheckConstraint(condition=~Q(text_es="", text_en=""), name="programme_objective_has_text"),
            weighs("programme_objective_weighs_something"),
        ]

    def __str__(self) -> str:
        return self.text_es or self.text_en


class ProgrammeLine(models.Model):
    """A line of action of an objective, and its weight there. Tasks are born from it."""

    objective = models.ForeignKey(ProgrammeObjective, models.PROTECT, related_name="lines")
    place = models.PositiveSmallIntegerField()
    text_es = models.CharField(_("in Spanish"), max_length=300, blank=True)
    text_en = models.CharField(_("in English"), max_length=300, blank=True)
    weight = models.PositiveSmallIntegerField(_("weight"), default=1)

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["objective", "place"], name="programme_line_place_once"),
            models.CheckConstraint(condition=~Q(text_es="", text_en=""), name="programme_line_has_text"),
            weighs("programme_line_weighs_something"),
        ]

    def __str__(self) -> str:
        return self.text_es or self.text_en


class ProgrammeReview(models.Model):
    """A periodic analysis of a programme, published as it is written: dated and named (G14)."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="reviews")
    text = models.TextField()
    done = models.DecimalField(max_digits=5, decimal_places=4)  # the progress counted at that instant, from 0 to 1
    key = models.CharField(max_length=64)  # of the form it came by
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="programme_review_is_not_empty"),
            models.UniqueConstraint(fields=["programme", "key"], name="programme_review_key_once"),
            models.CheckConstraint(
                condition=Q(done__gte=0, done__lte=1), name="programme_review_progress_is_a_share"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme} {self.at:%Y-%m-%d}"
