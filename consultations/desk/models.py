"""How often somebody wants the letter that gathers what waits."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Every(models.TextChoices):
    """How often."""

    DAY = "day", _("Every day")
    WEEK = "week", _("Every Monday")
    NEVER = "never", _("Never")


class Digest(models.Model):
    """The choice of one person, and when the last letter was written. No row: every Monday."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="digest")
    every = models.CharField(_("how often"), max_length=5, choices=Every, default=Every.WEEK)
    written_on = models.DateField(null=True, editable=False)  # the day, where the person is
    told_until = models.DateTimeField(null=True, editable=False)  # news up to then were told

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(every__in=Every.values), name="digest_rhythm_known")]

    def __str__(self) -> str:
        return f"{self.person} {self.every}"
