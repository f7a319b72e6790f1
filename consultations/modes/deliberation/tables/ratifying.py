"""What an empowered official decided on an agreement taken ad referendum (G22)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from incidencia import clock
from incidencia.organizations.lengths import CAPACITY


class Ratification(models.Model):
    """Ratified or not, with reasons, by whom, with which power; public, once for each agreement."""

    agreement = models.OneToOneField("live.Agreement", models.PROTECT, related_name="ratification")
    granted = models.BooleanField()
    reasons = models.TextField(max_length=4000)
    powers = models.CharField(max_length=500)  # as the membership said them at that moment
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="ratifications")
    acted_as = models.CharField(max_length=CAPACITY)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reasons=""), name="ratification_has_reasons"),
            models.CheckConstraint(condition=~Q(powers=""), name="ratification_rests_on_powers"),
        ]

    def __str__(self) -> str:
        return f"{self.agreement_id} {self.granted}"
