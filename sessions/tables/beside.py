"""What stands beside the log and is never part of it."""

from django.db import models

from sessions.tables.plan import Seat, Session


class NoSound(models.Model):
    """The last time somebody said that they can't hear: one row for each seat, forgotten after a minute."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="+")
    seat = models.OneToOneField(Seat, models.CASCADE, related_name="no_sound")
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.seat} {self.at:%H:%M:%S}"
