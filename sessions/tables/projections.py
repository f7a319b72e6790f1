"""Readings of the log that pages search: written in the same transaction as the log."""

from django.db import models

from sessions.core.terms import Effect
from sessions.tables.plan import Session, choices


class Agreement(models.Model):
    """An agreement, as it stands in its session's log. `due` is the earliest date of its parts."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="agreements")
    reference = models.CharField(max_length=48, unique=True)
    key = models.CharField(max_length=8)
    item = models.CharField(max_length=8)
    text = models.TextField()
    language = models.CharField(max_length=8)
    effect = models.CharField(max_length=12, choices=choices(Effect))
    parts = models.JSONField(default=list)
    ad_referendum = models.BooleanField(default=False)
    adopted_at = models.DateTimeField()
    due = models.DateField(null=True, blank=True)
    search = models.TextField(blank=True)  # words and parts, folded
    superseded = models.CharField(max_length=8, blank=True)  # the later agreement that took its place

    class Meta:
        ordering = ["session", "id"]
        constraints = [models.UniqueConstraint(fields=["session", "key"], name="live_agreement_key")]
