"""Which activity a session belongs to."""

from django.db import models


class ActivitySession(models.Model):
    """A session held within an activity of level IV. The session itself knows only the reference of its series."""

    activity = models.ForeignKey("consultations.Activity", models.PROTECT, related_name="session_links")
    session = models.OneToOneField("live.Session", models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return f"{self.activity} · {self.session}"
