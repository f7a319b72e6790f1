"""Threads, who takes part in them, and each turn with when it was met."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from consultations.modes.dialogue.turn import Side
from incidencia import clock
from incidencia.organizations.lengths import CAPACITY

if TYPE_CHECKING:
    from consultations.activities.models import Activity

PERSON = settings.AUTH_USER_MODEL
SIDES = [(Side.CIVIL.value, _("Civil society")), (Side.PUBLIC.value, _("The authority"))]
KNOWN = [side.value for side in Side]


class End(models.TextChoices):
    """How a thread was settled. Silence is only ever that of the side that owed the turn."""

    CONCLUDED = "concluded", _("Concluded, with the assent of both sides")
    UNASSENTED = "unassented", _("Concluded without the assent of the other side, which let its term pass")
    NO_ANSWER = "no_answer", _("Closed without answer from the authority")
    NO_REPLY = "no_reply", _("Closed without reply from civil society")


class Thread(models.Model):
    """A two-way thread: opened with a statement and numbered questions, settled by a conclusion or by silence."""

    contribution = models.OneToOneField(
        "consultations.Contribution", models.PROTECT, primary_key=True, related_name="thread"
    )
    last = models.PositiveIntegerField(default=0)  # the number of its latest post; posts have no gaps
    questions_asked = models.PositiveIntegerField(default=0)
    # Who answers for the authority, by name
    responsible = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    responsible_as = models.CharField(max_length=CAPACITY, blank=True)
    named_at = models.DateTimeField(null=True)
    named_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    named_as = models.CharField(max_length=CAPACITY, blank=True)
    # How it was settled
    end = models.CharField(max_length=12, choices=End, blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    ended_as = models.CharField(max_length=CAPACITY, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(end__in=["", *End.values]), name="thread_end_known"),
            models.CheckConstraint(
                condition=Q(end="", ended_at__isnull=True, ended_by__isnull=True)
                | (~Q(end="") & Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(ended_as="")),
                name="thread_ended_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(responsible__isnull=True) | Q(named_at__isnull=False, named_by__isnull=False),
                name="thread_responsible_is_named_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return str(self.contribution)

    @property
    def activity(self) -> "Activity":
        """The activity it was opened in: every thread has one."""
        if self.contribution.activity is None:
            raise AssertionError("a thread is opened in an activity")
        return self.contribution.activity


class Turn(models.Model):
    """One turn: which side owes the next word, since when, and when it gave it.

    Without `ended_at` it is the turn that runs; ended without being `met`, its term was never kept and never will be.
    """

    thread = models.ForeignKey(Thread, models.PROTECT, related_name="turns")
    number = models.PositiveIntegerField()
    side = models.CharField(max_length=8, choices=SIDES)
    days = models.PositiveSmallIntegerField(validators=[MinValueValidator(1)])
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    met = models.BooleanField(default=False)

    class Meta:
        ordering = ["number"]
        indexes = [models.Index(fields=["side", "ended_at"], name="turn_that_runs")]
        constraints = [
            models.UniqueConstraint(fields=["thread", "number"], name="turn_once"),
            models.UniqueConstraint(fields=["thread"], condition=Q(ended_at__isnull=True), name="turn_runs_once"),
            models.CheckConstraint(condition=Q(side__in=KNOWN), name="turn_side_known"),
            models.CheckConstraint(condition=Q(days__gt=0), name="turn_has_days"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, met=False) | Q(ended_at__gte=F("since")), name="turn_ends_later"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.thread} {self.number} {self.side}"


class Party(models.Model):
    """Who takes part on the side of civil society: whoever opened it, and those who joined."""

    thread = models.ForeignKey(Thread, models.PROTECT, related_name="parties")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    organization = models.ForeignKey("organizations.Organization", models.PROTECT, related_name="+", null=True)
    capacity = models.CharField(max_length=CAPACITY)
    joined_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["joined_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["thread", "organization"], condition=Q(organization__isnull=False),
                name="party_once_per_organization",
            ),
            models.UniqueConstraint(
                fields=["thread", "person"], condition=Q(organization__isnull=True), name="party_once_per_person"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.organization or self.person} · {self.thread}"
