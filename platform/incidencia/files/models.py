"""Files that people attach to what they write."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from incidencia import clock
from incidencia.files.kinds import CODES, Kind
from incidencia.files.names import LONGEST
from incidencia.ids import new_token

FOLDER = "attachments"


def place(_attachment: "Attachment", _name: str) -> str:
    """Promise where the bytes are kept: by chance, without suffix, never a name that somebody chose."""
    token = new_token(18)
    return f"{FOLDER}/{token[:2]}/{token}"


class Attachment(models.Model):
    """One file as it is kept: checked, cleaned, hashed. Whoever uses it has a foreign key of their own to it."""

    file = models.FileField(upload_to=place, max_length=80)
    name = models.CharField(max_length=LONGEST)
    kind = models.CharField(max_length=10)
    size = models.PositiveIntegerField()  # bytes, as kept
    sha256 = models.CharField(max_length=64)  # of the bytes as kept
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="attachments")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="attachment_has_name"),
            models.CheckConstraint(condition=Q(size__gt=0), name="attachment_not_empty"),
            models.UniqueConstraint(fields=["file"], name="attachment_file_once"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def kept_as(self) -> Kind:
        """The kind with its name and media type."""
        return CODES[self.kind]
