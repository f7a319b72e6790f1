"""Readings of the log that pages search: written in the same transaction as the log."""

from collections.abc import Collection
from datetime import date
from typing import Any, Self

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from incidencia.clock import now
from incidencia.web import times
from sessions.core.terms import Effect
from sessions.tables.plan import Session, choices


class Agreement(models.Model):
    """An agreement, as it stands in its session's log. `due` is the earliest date of its parts.

    Of one that a reserve keeps (A9) the row holds, and whoever reads it gets, what the public may know: that it is
    there, its clock, and what can be told. `kept` are its words, which stand in their place from `opens_at` on.
    """

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
    search = models.TextField(blank=True)  # words and parts, folded, as the public may read them
    kept = models.JSONField(null=True, blank=True)
    opens_at = models.DateTimeField(null=True, blank=True)
    superseded = models.CharField(max_length=8, blank=True)  # the later agreement that took its place

    class Meta:
        ordering = ["session", "id"]
        constraints = [
            models.UniqueConstraint(fields=["session", "key"], name="live_agreement_key"),
            models.CheckConstraint(
                condition=models.Q(kept__isnull=True, opens_at__isnull=True)
                | models.Q(kept__isnull=False, opens_at__isnull=False),
                name="live_agreement_kept_until",
            ),
        ]

    @classmethod
    def from_db(
        cls, db: str | None, field_names: Collection[str], values: Collection[Any], **more: Any
    ) -> Self:
        """As the public may read it at this instant: a reserve that is over opens by the clock alone."""
        row = super().from_db(db, field_names, values, **more)
        kept, opens_at = row.__dict__.get("kept"), row.__dict__.get("opens_at")
        if kept is None or opens_at is None:
            return row
        if now() >= opens_at:
            row.text, row.parts, row.kept = kept["text"], kept["parts"], None
        elif not row.text:
            row.text, row.language = _told(kept), (get_language() or "es")[:2]
        return row


def _told(kept: dict[str, Any]) -> str:
    """What stands in the place of reserved words, in the reader's language."""
    until = times.short_day(date.fromisoformat(kept["until"]), None)
    said = _("Its words are reserved until %(until)s.") % {"until": until}
    return f"{said} {kept['told']}".strip()
