"""What stands beside the log and is never part of it."""

from django.db import models
from django.db.models import Q

from sessions.tables.plan import Seat, Session


class NoSound(models.Model):
    """The last time somebody said that they can't hear: one row for each seat, forgotten after a minute."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="+")
    seat = models.OneToOneField(Seat, models.CASCADE, related_name="no_sound")
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.seat} {self.at:%H:%M:%S}"


class ChatMessage(models.Model):
    """A message of the chat: in no log, no minutes, no export; gone some days after the session.

    Hidden by the secretariat, its words are emptied at once and the reason stands in their place.
    """

    session = models.ForeignKey(Session, models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="chat_messages")
    at = models.DateTimeField()
    text = models.CharField(max_length=1000, blank=True)
    hidden_at = models.DateTimeField(null=True)
    hidden_by = models.ForeignKey(Seat, models.CASCADE, null=True, related_name="+")
    hidden_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["session", "id"], name="live_chat_of_session")]
        constraints = [
            models.CheckConstraint(
                condition=(Q(hidden_at=None, hidden_by=None, hidden_because="") & ~Q(text=""))
                | (Q(hidden_at__isnull=False, hidden_by__isnull=False, text="") & ~Q(hidden_because="")),
                name="live_chat_said_or_hidden",
            )
        ]

    def __str__(self) -> str:
        return f"{self.session} {self.pk}"
