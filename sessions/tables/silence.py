"""Texts put under silence after a session, beside its sealed log."""

from django.db import models
from django.db.models import F, Q

from sessions.core.silence import Facts
from sessions.core.terms import Effect
from sessions.tables.plan import Seat, Session, choices
from sessions.tables.projections import Agreement


class Silence(models.Model):
    """A text that is agreed unless somebody entitled breaks the silence before `until`.

    How it stands is read from the clock (`facts`); `agreement` is the row that was written once it was found held.
    The row itself says that it ended at most once, in time, and by whom. `key` is the form's: sent twice, it starts
    one.
    """

    session = models.ForeignKey(Session, models.PROTECT, related_name="silences")
    number = models.PositiveIntegerField()
    key = models.CharField(max_length=64)
    item = models.CharField(max_length=8)
    words = models.TextField()
    language = models.CharField(max_length=8)
    effect = models.CharField(max_length=12, choices=choices(Effect))
    sha256 = models.CharField(max_length=64)  # of the words, as they were announced
    entitled = models.ManyToManyField(Seat, related_name="silences")
    ad_referendum = models.BooleanField()
    started_by = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    instructed_by = models.ForeignKey(Seat, models.PROTECT, related_name="+", null=True)
    started_at = models.DateTimeField()
    until = models.DateTimeField(db_index=True)
    broken_at = models.DateTimeField(null=True)
    broken_by = models.ForeignKey(Seat, models.PROTECT, related_name="broken_silences", null=True)
    entered_by = models.ForeignKey(Seat, models.PROTECT, related_name="+", null=True)  # for who has no account
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(Seat, models.PROTECT, related_name="+", null=True)
    reason = models.TextField(blank=True)  # of breaking or withdrawing it
    agreement = models.OneToOneField(Agreement, models.PROTECT, related_name="silence", null=True)

    class Meta:
        ordering = ["session", "number"]
        constraints = [
            models.UniqueConstraint(fields=["session", "number"], name="live_silence_number"),
            models.UniqueConstraint(fields=["session", "key"], name="live_silence_once"),
            models.CheckConstraint(condition=Q(until__gt=F("started_at")) & ~Q(words=""), name="live_silence_whole"),
            models.CheckConstraint(
                condition=Q(
                    broken_at=None, broken_by=None, entered_by=None, withdrawn_at=None, withdrawn_by=None, reason=""
                )
                | Q(
                    ~Q(reason=""), broken_at__lt=F("until"), broken_by__isnull=False, withdrawn_at=None,
                    withdrawn_by=None, agreement=None,
                )
                | Q(
                    ~Q(reason=""), withdrawn_at__lt=F("until"), withdrawn_by__isnull=False, broken_at=None,
                    broken_by=None, entered_by=None, agreement=None,
                ),
                name="live_silence_ends_once",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.session.reference} {self.number}"

    @property
    def facts(self) -> Facts:
        """What decides how it stands."""
        return Facts(self.until, self.broken_at, self.withdrawn_at)
