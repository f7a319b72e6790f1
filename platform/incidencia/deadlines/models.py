"""Days on which an authority is closed, beyond the statutory ones."""

from django.db import models


class ClosedDay(models.Model):
    """One day that does not count in business days, for one agency or for all, with the act that says so."""

    agency = models.CharField(max_length=40, blank=True)  # its acronym; empty: every agency
    date = models.DateField()
    ground = models.CharField(max_length=250)
    gazette = models.CharField(max_length=250)  # where it was published: gazette, date, address

    class Meta:
        ordering = ["date"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "date"], name="closed_day_once_per_agency"),
            models.CheckConstraint(condition=~models.Q(gazette=""), name="closed_day_names_its_publication"),
        ]

    def __str__(self) -> str:
        return f"{self.agency or '*'} {self.date}"
