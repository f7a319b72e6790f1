"""The log of a room and what keeps it fast and whole: snapshots, act keys, leases, the outbox."""

from django.db import models
from django.db.models import Q

from sessions.core.terms import Via
from sessions.tables.plan import Seat, Session, choices


class Lines(models.QuerySet["LogEntry"]):
    """Lines are for ever, but for those of rehearsals."""

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete lines of rehearsals. Raises ProtectedError, deleting nothing, if others are among them."""
        if self.filter(session__rehearsal=False).exists():
            raise models.ProtectedError("a log is never deleted", set())
        return super().delete()


class LogEntry(models.Model):
    """One line of the log. `payload` and `salt` may be erased by law; `leaf` and `head` stay."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="entries")
    seq = models.PositiveIntegerField()
    at = models.DateTimeField()
    written = models.DateTimeField()
    act = models.CharField(max_length=64)
    by = models.CharField(max_length=8, blank=True)
    instructed_by = models.CharField(max_length=8, blank=True)
    on_behalf_of = models.CharField(max_length=8, blank=True)
    via = models.CharField(max_length=8, choices=choices(Via), default=Via.WEB)
    type = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    payload = models.JSONField(null=True)
    salt = models.CharField(max_length=32, blank=True)
    leaf = models.CharField(max_length=64)
    head = models.CharField(max_length=64)

    objects = Lines.as_manager()

    class Meta:
        ordering = ["session", "seq"]
        constraints = [
            models.UniqueConstraint(fields=["session", "seq"], name="live_log_gapless"),
            models.CheckConstraint(condition=Q(seq__gte=1), name="live_log_from_one"),
        ]

    def delete(self, using: str | None = None, keep_parents: bool = False) -> tuple[int, dict[str, int]]:
        """Raises ProtectedError: single lines stay, also in rehearsals."""
        raise models.ProtectedError("a line of a log is never deleted", {self})


class ActDone(models.Model):
    """A key that did its work: the same command twice does it once."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="+")
    key = models.CharField(max_length=80)
    command = models.CharField(max_length=40, default="")
    first = models.PositiveIntegerField()
    last = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "key"], name="live_act_once")]


class Snapshot(models.Model):
    """A folded room at `seq`; may be thrown away at any time."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="+")
    seq = models.PositiveIntegerField()
    state = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "seq"], name="live_snapshot_once")]


class Presence(models.Model):
    """A lease: the last sign of life of a seat's line. Informs the desk; decides only who was cut off, and when."""

    seat = models.OneToOneField(Seat, models.CASCADE, related_name="presence")
    session = models.ForeignKey(Session, models.CASCADE, related_name="+")
    seen_at = models.DateTimeField(db_index=True)
    lost_at = models.DateTimeField(null=True, blank=True)  # the last gap: from here
    back_at = models.DateTimeField(null=True, blank=True)  # until here


class Outbox(models.Model):
    """What must happen outside the room after a session; run at once and again at start, once by key."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="+")
    key = models.CharField(max_length=80, unique=True)
    kind = models.CharField(max_length=40)
    created_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
