"""What happens before a session opens: who says they come, who comes instead, who objects to a late paper."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from sessions.core.forecast import Answer
from sessions.tables.plan import Paper, Seat, Session, choices

PERSON = settings.AUTH_USER_MODEL


class Attendance(models.Model):
    """The last answer of a seat: whether it comes, and how. Changes until the session opens; decides nothing."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="attendances")
    seat = models.OneToOneField(Seat, models.CASCADE, related_name="attendance")
    answer = models.CharField(max_length=8, choices=choices(Answer))
    at = models.DateTimeField()
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answer__in=[a.value for a in Answer]), name="live_attendance_answer_known"
            )
        ]

    def __str__(self) -> str:
        return f"{self.seat} {self.answer}"


class Alternate(models.Model):
    """Who comes instead of somebody: named by the seat, accepted or declined by the secretariat.

    Accepted, it has a seat of its own (`made`). `vote_passed`: the vote of the seat went to it.
    """

    session = models.ForeignKey(Session, models.CASCADE, related_name="alternates")
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="alternates")
    person = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200)
    capacity = models.CharField(max_length=200)
    named_at = models.DateTimeField()
    named_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    declined_because = models.CharField(max_length=1000, blank=True)
    made = models.OneToOneField(Seat, models.SET_NULL, null=True, related_name="stands_in")
    vote_passed = models.BooleanField(default=False)

    class Meta:
        ordering = ["named_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["seat"], condition=Q(withdrawn_at__isnull=True, declined_because=""),
                name="live_alternate_one_stands",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="live_alternate_has_a_name"),
            models.CheckConstraint(condition=~Q(capacity=""), name="live_alternate_has_a_capacity"),
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True, decided_by__isnull=True)
                | Q(decided_at__isnull=False, decided_by__isnull=False),
                name="live_alternate_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(declined_because="") | Q(decided_at__isnull=False, made__isnull=True),
                name="live_alternate_declined_says_why",
            ),
            models.CheckConstraint(
                condition=Q(made__isnull=True) | Q(decided_at__isnull=False), name="live_alternate_seated_after_all"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.name} · {self.seat}"

    @property
    def waits(self) -> bool:
        """Whether the secretariat still has to decide."""
        return self.withdrawn_at is None and self.decided_at is None


class PaperObjection(models.Model):
    """A member objects that a paper came late (G27.I): for the chair, before its item is opened."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="objections")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="paper_objections")
    reason = models.TextField(blank=True)
    short_by = models.PositiveSmallIntegerField()  # business days, when it was made
    at = models.DateTimeField()
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["paper", "seat"], condition=Q(withdrawn_at__isnull=True), name="live_paper_objected_once"
            ),
            models.CheckConstraint(condition=Q(short_by__gte=1), name="live_objection_to_what_came_late"),
        ]

    def __str__(self) -> str:
        return f"{self.paper_id} · {self.seat}"


class AttendanceReminder(models.Model):
    """The secretariat wrote to whoever had not answered: once a day at most."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="attendance_reminders")
    on = models.DateField()  # the day in the session's zone
    letters = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-at"]
        constraints = [models.UniqueConstraint(fields=["session", "on"], name="live_reminded_once_a_day")]

    def __str__(self) -> str:
        return f"{self.session} {self.on}"
