"""Published versions of the rules of a consultation's sessions. A version is never changed."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from incidencia import clock
from incidencia.organizations.lengths import CAPACITY

PERSON = settings.AUTH_USER_MODEL


class SessionRules(models.Model):
    """One version: its values as they go into the log of a session, since when, by whom and why it was published."""

    consultation = models.ForeignKey("consultations.Consultation", models.PROTECT, related_name="session_rules")
    number = models.PositiveSmallIntegerField()
    values = models.JSONField()
    sha256 = models.CharField(max_length=64)
    in_force_from = models.DateTimeField()
    published_at = models.DateTimeField(default=clock.now)
    published_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    published_as = models.CharField(max_length=CAPACITY)
    reason = models.TextField(max_length=1000, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "number"], name="sessionrules_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="sessionrules_number_from_one"),
            models.CheckConstraint(condition=Q(number=1) | ~Q(reason=""), name="sessionrules_change_says_why"),
            models.CheckConstraint(
                condition=Q(in_force_from__gte=models.F("published_at")), name="sessionrules_never_backwards"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.consultation} v{self.number}"
