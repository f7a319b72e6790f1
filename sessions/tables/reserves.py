"""The reserves on items of sessions, as the public index lists them: written in the same transaction as the log."""

from django.db import models

from sessions.core.terms import Circle
from sessions.tables.plan import Session, choices


class ItemReserve(models.Model):
    """A reserve as it stands in its session's log (A9): the act, which is public, never what it keeps."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="reserves")
    key = models.CharField(max_length=8)
    item = models.CharField(max_length=8)
    title_es = models.CharField(max_length=300, blank=True)
    title_en = models.CharField(max_length=300, blank=True)
    circle = models.CharField(max_length=8, choices=choices(Circle))
    ground = models.CharField(max_length=300)
    article = models.CharField(max_length=300)
    reasons = models.TextField()
    told = models.TextField(blank=True)
    language = models.CharField(max_length=8)
    decision = models.CharField(max_length=60, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    confirm_by = models.DateField(null=True, blank=True)
    since = models.DateTimeField()
    until = models.DateField()
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_because = models.TextField(blank=True)

    class Meta:
        ordering = ["-since", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["session", "key"], name="live_reserve_key"),
            models.CheckConstraint(
                condition=models.Q(decision="", decided_on__isnull=True)
                | (~models.Q(decision="") & models.Q(decided_on__isnull=False)),
                name="live_reserve_decision_has_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session.reference} {self.key}"
