"""Who asked lately to speak slower: one row for each seat, worth some seconds, in no log."""

from django.db import models

from sessions.tables.plan import Seat, Session


class Slower(models.Model):
    seat = models.OneToOneField(Seat, models.CASCADE, related_name="slower")
    session = models.ForeignKey(Session, models.CASCADE, related_name="+")
    turn = models.CharField(max_length=8)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["session", "at"], name="live_slower_lately")]
