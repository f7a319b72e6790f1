"""A session as it is prepared: agenda, papers, accredited seats, how to reach it by voice."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sessions.core.terms import ItemKind, Phase, Purpose, Role, Side


def choices(words: Any) -> list[tuple[str, str]]:
    return [(w.value, w.value) for w in words]


class Held(models.Manager["Session"]):
    """Sessions that count. Rehearsals are found only by whoever asks for `Session.every`."""

    def get_queryset(self) -> models.QuerySet["Session"]:
        return super().get_queryset().filter(rehearsal=False)


class Session(models.Model):
    """A convened session. `phase`, `seq` and `head` follow the log and are written with it, never alone.

    This row is the room's lock: whoever appends to the log holds it.

    A `rehearsal` is a room of its own where nothing counts; its `series` is the session it practises.
    `objects` knows no rehearsal, so that what forgets about them tells nobody of them; `every` knows all.
    """

    reference = models.CharField(max_length=40, unique=True)
    series = models.CharField(max_length=32, db_index=True)
    number = models.PositiveIntegerField()
    title_es = models.CharField(max_length=300, blank=True)
    title_en = models.CharField(max_length=300, blank=True)
    host_es = models.CharField(max_length=300, blank=True)
    host_en = models.CharField(max_length=300, blank=True)
    summary_es = models.TextField(blank=True)
    summary_en = models.TextField(blank=True)
    starts_at = models.DateTimeField(db_index=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    zone = models.CharField(max_length=64, default="America/Mexico_City")
    place = models.CharField(max_length=300, blank=True)
    conference_url = models.URLField(max_length=500, blank=True)
    phone_number = models.CharField(max_length=40, blank=True)
    phone_pin = models.CharField(max_length=20, blank=True)
    public_live = models.BooleanField(default=False)
    rules = models.JSONField(default=dict)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    announced_at = models.DateTimeField(null=True, blank=True)  # its date, to those accredited, before convening
    announced_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    convened_at = models.DateTimeField(null=True, blank=True)
    phase = models.CharField(max_length=12, choices=choices(Phase), default=Phase.PLANNED)
    seq = models.PositiveIntegerField(default=0)
    head = models.CharField(max_length=64, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    resumes_at = models.DateTimeField(null=True, blank=True)  # the last day a recess was announced to
    closed_at = models.DateTimeField(null=True, blank=True)
    calendar_sequence = models.PositiveIntegerField(default=0)
    search = models.TextField(blank=True)
    rehearsal = models.BooleanField(default=False)

    objects = Held()
    every: "models.Manager[Session]" = models.Manager()

    class Meta:
        ordering = ["-starts_at"]
        constraints = [
            models.UniqueConstraint(fields=["series", "number"], name="live_session_number"),
            models.CheckConstraint(
                condition=~Q(title_es="") | ~Q(title_en=""), name="live_session_has_a_title"
            ),
            models.CheckConstraint(
                condition=Q(rehearsal=False) | Q(public_live=False, announced_at=None, search=""),
                name="live_rehearsal_is_not_public",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")), name="live_session_ends_later"
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def root(self) -> str:
        """The reference of the process it belongs to."""
        return self.series.rpartition("-S")[0] if self.rehearsal else self.series

    @property
    def home(self) -> str:
        """The reference of its page: a rehearsal stands on that of the session it practises."""
        return self.series if self.rehearsal else self.reference


class DraftItem(models.Model):
    """An agenda item before convening; afterwards the agenda lives in the log."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="draft_items")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=choices(ItemKind), default=ItemKind.SUBJECT)
    title_es = models.CharField(max_length=300, blank=True)
    title_en = models.CharField(max_length=300, blank=True)
    minutes = models.PositiveIntegerField()
    decides = models.CharField(max_length=12, choices=choices(Purpose), default=Purpose.UNSAID, blank=True)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(title_es="") | ~Q(title_en=""), name="live_item_has_a_title"),
            models.CheckConstraint(condition=Q(minutes__gte=1, minutes__lte=600), name="live_item_minutes"),
        ]


class Paper(models.Model):
    """A document before the members. `circulated_at` is set when it reached them (G27.I), never by hand."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="papers")
    item_position = models.PositiveIntegerField(null=True, blank=True)
    item = models.CharField(max_length=8, blank=True)
    title = models.CharField(max_length=300)
    language = models.CharField(max_length=8, default="es")
    file = models.FileField(upload_to="papers/%Y/", blank=True)
    text = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField(default=0)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    circulated_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["item_position", "id"]


class Seat(models.Model):
    """An accredited place in one session: who, in what capacity, with what powers (G22)."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="seats")
    key = models.CharField(max_length=8)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="seats"
    )
    name = models.CharField(max_length=200)
    capacity = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=12, choices=choices(Role))
    side = models.CharField(max_length=8, choices=choices(Side))
    organization = models.CharField(max_length=300, blank=True)
    votes = models.BooleanField(default=False)
    empowered = models.BooleanField(default=False)
    powers = models.CharField(max_length=500, blank=True)
    accredited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    accredited_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["session", "key"], name="live_seat_key"),
            models.UniqueConstraint(fields=["session", "person"], name="live_seat_person"),
            models.CheckConstraint(
                condition=Q(empowered=False) | Q(side=Side.PUBLIC.value), name="live_powers_are_public"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.name}"
