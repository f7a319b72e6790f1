"""A group, and who belongs to it."""

from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from consultations.groups.kinds import Joining, Kind, Readers
from consultations.members.kinds import Side
from incidencia import clock, ids
from incidencia.organizations.lengths import CAPACITY
from incidencia.organizations.terms import in_force, today

PERSON = settings.AUTH_USER_MODEL
SIDES = [Side.CIVIL.value, Side.PUBLIC.value]


class Group(models.Model):
    """A group of members of one consultation. Without `side` both sides may join."""

    consultation = models.ForeignKey("consultations.Consultation", models.PROTECT, related_name="groups")
    place = models.PositiveSmallIntegerField(editable=False)  # its number in the consultation, and its address
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    side = models.CharField(_("side"), max_length=8, choices=Side, blank=True)
    readers = models.CharField(_("who reads it"), max_length=10, choices=Readers)
    joining = models.CharField(_("how one joins"), max_length=10, choices=Joining)
    name = models.CharField(_("name"), max_length=150)
    purpose = models.TextField(_("purpose"), max_length=2000)
    language = models.CharField(max_length=10)
    objection_days = models.PositiveSmallIntegerField(
        _("business days to object to a report"), default=2, validators=[MinValueValidator(1), MaxValueValidator(20)]
    )
    key = models.CharField(max_length=64, unique=True, default=ids.new_token, editable=False)  # `own_key`
    at = models.DateTimeField(default=clock.now, editable=False)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", editable=False)
    acted_as = models.CharField(max_length=CAPACITY, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)
    closed_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True, editable=False)
    closed_as = models.CharField(max_length=CAPACITY, blank=True, editable=False)
    closed_because = models.CharField(max_length=1000, blank=True, editable=False)

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "place"], name="group_place_once"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="group_kind_known"),
            models.CheckConstraint(condition=Q(readers__in=Readers.values), name="group_readers_known"),
            models.CheckConstraint(condition=Q(joining__in=Joining.values), name="group_joining_known"),
            models.CheckConstraint(condition=Q(side__in=["", *SIDES]), name="group_side_known"),
            models.CheckConstraint(condition=~Q(kind="caucus") | ~Q(side=""), name="group_caucus_has_one_side"),
            models.CheckConstraint(condition=~Q(kind="working") | Q(side=""), name="group_working_has_both_sides"),
            models.CheckConstraint(condition=~Q(name="") & ~Q(purpose=""), name="group_says_what_for"),
            models.CheckConstraint(condition=Q(objection_days__gte=1), name="group_has_days_to_object"),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_by__isnull=True, closed_because="")
                | (Q(closed_at__isnull=False, closed_by__isnull=False) & ~Q(closed_because="")),
                name="group_closed_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.consultation_id} · {self.place}"

    @property
    def is_open(self) -> bool:
        """Whether it works still."""
        return self.closed_at is None


class BelongingQuerySet(models.QuerySet[Any]):
    """Rows of who belongs to a group, or asked to, or was invited."""

    def standing(self) -> "BelongingQuerySet":
        """Promise those who belong today: joined, not gone, and still members of the consultation."""
        held = in_force(today(), "membership__")
        return self.filter(held, joined_at__isnull=False, ended_at__isnull=True)

    def pending(self) -> "BelongingQuerySet":
        """Promise those asked for or invited that wait for an answer, of people who are still members."""
        held = in_force(today(), "membership__")
        return self.filter(held, joined_at__isnull=True, ended_at__isnull=True)


class Belonging(models.Model):
    """That a member belongs to a group: how they came, since when, whether they coordinate, why it ended.

    It hangs on their membership of the consultation: with that it ends, and who comes back on the other side of the
    table does not come back to the group.
    """

    group = models.ForeignKey(Group, models.PROTECT, related_name="belongings")
    membership = models.ForeignKey("consultations.Membership", models.PROTECT, related_name="belongings")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="belongings")  # of the membership
    invited = models.BooleanField(default=False)  # by the coordination; else they came by themselves
    words = models.CharField(max_length=1000, blank=True)  # what they, or who invited them, said
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)
    joined_at = models.DateTimeField(null=True)
    admitted_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    admitted_as = models.CharField(max_length=CAPACITY, blank=True)
    coordinates = models.BooleanField(default=False)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    ended_as = models.CharField(max_length=CAPACITY, blank=True)
    ended_because = models.CharField(max_length=1000, blank=True)

    objects = BelongingQuerySet.as_manager()

    class Meta:
        ordering = ["joined_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "membership"], condition=Q(ended_at__isnull=True), name="belonging_open_once"
            ),
            models.CheckConstraint(
                condition=Q(joined_at__isnull=True, admitted_by__isnull=True)
                | Q(joined_at__isnull=False, admitted_by__isnull=False),
                name="belonging_joined_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(coordinates=False) | Q(joined_at__isnull=False), name="belonging_coordinator_has_joined"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by=F("person"))
                | (Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(ended_because="")),
                name="belonging_ended_by_another_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group_id} · {self.person_id}"
