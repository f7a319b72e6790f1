"""What members of a group write to each other, with papers."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from consultations.groups.tables.group import Group
from incidencia import clock, ids
from incidencia.organizations.lengths import CAPACITY


class GroupNote(models.Model):
    """One message within a group. Only its members ever read it, whoever reads the rest."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="notes")
    text = models.TextField()
    attachments = models.ManyToManyField("files.Attachment", related_name="+")
    key = models.CharField(max_length=64, unique=True, default=ids.new_token, editable=False)  # `own_key`
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["group", "at"], name="group_note_by_time")]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="group_note_has_text")]

    def __str__(self) -> str:
        return f"{self.group_id} · {self.at:%Y-%m-%d}"
