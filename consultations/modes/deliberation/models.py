"""Which activity a session belongs to, and which contributions its agenda takes up."""

from django.conf import settings
from django.db import models

from incidencia import clock
from incidencia.organizations.lengths import CAPACITY


class ActivitySession(models.Model):
    """A session held within an activity of level IV. The session itself knows only the reference of its series."""

    activity = models.ForeignKey("consultations.Activity", models.PROTECT, related_name="session_links")
    session = models.OneToOneField("live.Session", models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return f"{self.activity} · {self.session}"


class TakenUp(models.Model):
    """A contribution on an item of the agenda of a session: what is discussed there starts from it."""

    session = models.ForeignKey("live.Session", models.PROTECT, related_name="taken_up")
    item = models.CharField(max_length=8)  # its key in the log of the session
    contribution = models.ForeignKey("consultations.Contribution", models.PROTECT, related_name="taken_up")
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "item", "contribution"], name="taken_up_once_per_item")
        ]

    def __str__(self) -> str:
        return f"{self.session} {self.item} · {self.contribution}"


# Django finds the tables of this mode here.
from consultations.modes.deliberation.tables.proposing import Fate, ItemProposal, Purpose  # noqa: E402
from consultations.modes.deliberation.tables.ratifying import Ratification  # noqa: E402

__all__ = ["ActivitySession", "Fate", "ItemProposal", "Purpose", "Ratification", "TakenUp"]
