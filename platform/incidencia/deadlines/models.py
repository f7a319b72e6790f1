"""Days on which an authority is closed, beyond the statutory ones."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from incidencia import clock

PERSON = settings.AUTH_USER_MODEL


class ClosedDay(models.Model):
    """One day that does not count in business days, for one agency or for all, with the act that says so.

    It is published before it comes. One that is taken back stays, with who did it and why.
    """

    agency = models.CharField(max_length=40, blank=True)  # its acronym; empty: every agency
    date = models.DateField()
    ground = models.CharField(max_length=250)
    gazette = models.CharField(max_length=250)  # where it was published: gazette, date, address
    added_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    added_at = models.DateTimeField(default=clock.now)
    withdrawn_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.CharField(max_length=250, blank=True)

    class Meta:
        ordering = ["date", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "date"], condition=Q(withdrawn_at__isnull=True), name="closed_day_once_per_agency"
            ),
            models.CheckConstraint(condition=~Q(gazette=""), name="closed_day_names_its_publication"),
            models.CheckConstraint(condition=~Q(ground=""), name="closed_day_has_ground"),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_because=""),
                name="closed_day_is_withdrawn_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency or '*'} {self.date}"
