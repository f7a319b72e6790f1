"""The register of bilateral meetings: what was said outside the threads, in public."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from consultations.modes.dialogue.tables.threads import KNOWN, SIDES
from incidencia import clock
from incidencia.organizations.lengths import CAPACITY

PERSON = settings.AUTH_USER_MODEL


class Meeting(models.Model):
    """One meeting between officials and others; what stands is its last version."""

    consultation = models.ForeignKey("consultations.Consultation", models.PROTECT, related_name="meetings")
    number = models.PositiveIntegerField()
    side = models.CharField(max_length=8, choices=SIDES)  # of whoever recorded it
    current = models.PositiveSmallIntegerField(default=1)
    key = models.CharField(max_length=64)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "number"], name="meeting_number_once"),
            models.UniqueConstraint(fields=["key"], name="meeting_key_once"),
            models.CheckConstraint(condition=Q(side__in=KNOWN), name="meeting_side_known"),
        ]

    def __str__(self) -> str:
        return f"{self.consultation} · {self.number}"


class MeetingVersion(models.Model):
    """What the register says of a meeting from one instant on. A correction says why; none is ever changed."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    held_on = models.DateField(_("day"))
    place = models.CharField(_("place or medium"), max_length=200)
    officials = models.TextField(_("officials present"))
    others = models.TextField(_("other people present"))
    subject = models.CharField(_("subject"), max_length=300)
    said = models.TextField(_("what was said"))
    language = models.CharField(max_length=10)
    contribution = models.ForeignKey("consultations.Contribution", models.PROTECT, related_name="meetings", null=True)
    reason = models.CharField(max_length=1000, blank=True)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="meeting_version_once"),
            models.CheckConstraint(
                condition=~Q(place="") & ~Q(officials="") & ~Q(others="") & ~Q(subject="") & ~Q(said=""),
                name="meeting_is_told_whole",
            ),
            models.CheckConstraint(condition=Q(number=1) | ~Q(reason=""), name="meeting_corrected_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.meeting} v{self.number}"


class Remark(models.Model):
    """What the side that did not record a meeting has to add."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="remarks")
    side = models.CharField(max_length=8, choices=SIDES)
    text = models.TextField()
    language = models.CharField(max_length=10)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)
    key = models.CharField(max_length=64)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["by", "key"], name="remark_key_once"),
            models.CheckConstraint(condition=Q(side__in=KNOWN), name="remark_side_known"),
            models.CheckConstraint(condition=~Q(text=""), name="remark_has_text"),
        ]

    def __str__(self) -> str:
        return f"{self.meeting} · {self.by}"
