"""A group's meeting, the officials invited to it by name, its minuta and who was present."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from consultations.groups.tables.group import Group
from incidencia import clock, ids
from incidencia.organizations.lengths import CAPACITY

PERSON = settings.AUTH_USER_MODEL


class GroupMeeting(models.Model):
    """A meeting that a member of a group called."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="meetings")
    number = models.PositiveSmallIntegerField(editable=False)
    title = models.CharField(_("title"), max_length=150)
    agenda = models.TextField(_("agenda"), max_length=4000)
    language = models.CharField(max_length=10)
    starts_at = models.DateTimeField(_("starts"))
    minutes = models.PositiveSmallIntegerField(_("minutes it lasts"), default=60)
    place = models.CharField(_("place"), max_length=300, blank=True)
    link = models.URLField(_("link of the conference"), max_length=500, blank=True)
    key = models.CharField(max_length=64, unique=True, default=ids.new_token, editable=False)  # `own_key`
    at = models.DateTimeField(default=clock.now, editable=False)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", editable=False)
    acted_as = models.CharField(max_length=CAPACITY, editable=False)
    cancelled_at = models.DateTimeField(null=True, editable=False)
    cancelled_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True, editable=False)
    cancelled_as = models.CharField(max_length=CAPACITY, blank=True, editable=False)
    cancelled_because = models.CharField(max_length=1000, blank=True, editable=False)

    class Meta:
        ordering = ["-starts_at", "-pk"]
        indexes = [models.Index(fields=["group", "starts_at"], name="group_meeting_by_time")]
        constraints = [
            models.UniqueConstraint(fields=["group", "number"], name="group_meeting_number_once"),
            models.CheckConstraint(condition=~Q(title="") & ~Q(agenda=""), name="group_meeting_says_what"),
            models.CheckConstraint(condition=~Q(place="") | ~Q(link=""), name="group_meeting_says_where"),
            models.CheckConstraint(condition=Q(minutes__gte=1, minutes__lte=1440), name="group_meeting_lasts"),
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True, cancelled_because="")
                | (Q(cancelled_at__isnull=False, cancelled_by__isnull=False) & ~Q(cancelled_because="")),
                name="group_meeting_cancelled_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group_id} · {self.number}"


class MeetingInvited(models.Model):
    """An official who is invited to one meeting by name, and reads that meeting and nothing else of the group."""

    meeting = models.ForeignKey(GroupMeeting, models.PROTECT, related_name="invited")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=CAPACITY)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["meeting", "person"], name="group_meeting_invited_once")]

    def __str__(self) -> str:
        return f"{self.meeting_id} · {self.person_id}"


class Minuta(models.Model):
    """What a meeting's record says. A later one stands instead of the earlier ones, which stay readable."""

    meeting = models.ForeignKey(GroupMeeting, models.PROTECT, related_name="minutas")
    number = models.PositiveSmallIntegerField()
    text = models.TextField(_("what was discussed and settled"))
    language = models.CharField(max_length=10)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="minuta_number_once"),
            models.CheckConstraint(condition=~Q(text=""), name="minuta_has_text"),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} v{self.number}"


class MinutaPresence(models.Model):
    """That somebody was present, as a minuta says, and when they confirmed that minuta."""

    minuta = models.ForeignKey(Minuta, models.PROTECT, related_name="present")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=CAPACITY)
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["minuta", "person"], name="minuta_present_once")]

    def __str__(self) -> str:
        return f"{self.minuta_id} · {self.person_id}"
