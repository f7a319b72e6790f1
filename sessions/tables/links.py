"""Personal links and codes: a seat of one session, opened without a password."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from sessions.tables.plan import Seat, Session

PERSON = settings.AUTH_USER_MODEL


class SeatLink(models.Model):
    """A link and a code for one seat. Both are stored as keyed hashes: they are shown once, when they are made.

    `turn` grows each time it is opened: the device that opened it last holds the seat, earlier ones are told.
    """

    session = models.ForeignKey(Session, models.CASCADE, related_name="links")
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(null=True, blank=True)
    turn = models.PositiveIntegerField(default=0)
    opened_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(PERSON, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["seat"], condition=Q(ended_at=None), name="live_link_one_stands"),
            models.UniqueConstraint(
                fields=["session", "code_hash"], condition=Q(ended_at=None), name="live_link_code_names_one"
            ),
        ]

    def __str__(self) -> str:
        return f"link {self.pk}"
