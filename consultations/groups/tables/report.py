"""What a group tells outside: its words, the objections of its members, its publication."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from consultations.groups.kinds import Audience
from consultations.groups.tables.group import Group
from consultations.groups.tables.meeting import GroupMeeting
from incidencia import clock, ids
from incidencia.organizations.lengths import CAPACITY

PERSON = settings.AUTH_USER_MODEL


class GroupReport(models.Model):
    """One report of a group. Until it is published only the group reads it."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="reports")
    number = models.PositiveSmallIntegerField(editable=False)
    meeting = models.ForeignKey(
        GroupMeeting, models.PROTECT, related_name="reports", null=True, blank=True, verbose_name=_("meeting")
    )
    audience = models.CharField(_("who will read it"), max_length=10, choices=Audience)
    language = models.CharField(max_length=10)
    current = models.PositiveSmallIntegerField(default=1, editable=False)  # the number of the wording that stands
    key = models.CharField(max_length=64, unique=True, default=ids.new_token, editable=False)  # `own_key`
    published_at = models.DateTimeField(null=True, editable=False)
    published_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True, editable=False)
    published_as = models.CharField(max_length=CAPACITY, blank=True, editable=False)
    left_at = models.DateTimeField(null=True, editable=False)
    left_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True, editable=False)
    left_as = models.CharField(max_length=CAPACITY, blank=True, editable=False)
    left_because = models.CharField(max_length=1000, blank=True, editable=False)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["group", "number"], name="group_report_number_once"),
            models.CheckConstraint(condition=Q(audience__in=Audience.values), name="group_report_audience_known"),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True, published_by__isnull=True)
                | Q(published_at__isnull=False, published_by__isnull=False),
                name="group_report_published_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(left_at__isnull=True, left_because="")
                | (Q(left_at__isnull=False, left_by__isnull=False, published_at__isnull=True) & ~Q(left_because="")),
                name="group_report_left_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group_id} · {self.number}"


class ReportWording(models.Model):
    """The words of a report, as they were put to the group. Written anew, the term to object begins again."""

    report = models.ForeignKey(GroupReport, models.PROTECT, related_name="wordings")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("text"))
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="group_wording_once"),
            models.CheckConstraint(condition=~Q(title="") & ~Q(text=""), name="group_wording_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.report_id} v{self.number}"


class ReportObjection(models.Model):
    """That a member of the group objects to these words, and why; until they lift it."""

    wording = models.ForeignKey(ReportWording, models.PROTECT, related_name="objections")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)
    text = models.TextField(max_length=2000)
    at = models.DateTimeField(default=clock.now)
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["wording", "person"], condition=Q(lifted_at__isnull=True), name="group_objection_once"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="group_objection_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.wording_id} · {self.person_id}"
