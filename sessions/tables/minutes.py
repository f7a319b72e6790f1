"""The minutes of a session and the second stream: the work on them after closing."""

from django.db import models

from sessions.tables.plan import Session


class Minutes(models.Model):
    """One row per session that closed or was not held. `document` is what the pure builder made of the log."""

    session = models.OneToOneField(Session, models.PROTECT, related_name="minutes")
    state = models.CharField(max_length=12, default="draft", db_index=True)
    document = models.JSONField()
    log_seq = models.PositiveIntegerField()
    log_head = models.CharField(max_length=64)
    seq = models.PositiveIntegerField(default=0)
    circulated_at = models.DateTimeField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True, db_index=True)
    search = models.TextField(blank=True)

    class Meta:
        ordering = ["-session__starts_at"]


class MinutesEntry(models.Model):
    """One act of the work on the minutes: wording, circulation, confirmation, approval, publication."""

    minutes = models.ForeignKey(Minutes, models.PROTECT, related_name="entries")
    seq = models.PositiveIntegerField()
    at = models.DateTimeField()
    act = models.CharField(max_length=64)
    by = models.CharField(max_length=8, blank=True)
    type = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    payload = models.JSONField()

    class Meta:
        ordering = ["minutes", "seq"]
        constraints = [
            models.UniqueConstraint(fields=["minutes", "seq"], name="live_minutes_gapless"),
            models.UniqueConstraint(fields=["minutes", "act"], name="live_minutes_act_once"),
        ]
