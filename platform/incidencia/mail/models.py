"""Letters on their way, and letters shown on a page instead of sent."""

from django.db import models

from incidencia.clock import now


class Outgoing(models.Model):
    """One letter, written in the transaction of the act it tells of. Once delivered, only its head stays."""

    key = models.CharField(max_length=200, null=True, blank=True)  # null: may be sent any number of times
    name = models.CharField(max_length=120)
    to = models.EmailField()
    language = models.CharField(max_length=10)
    subject = models.CharField(max_length=250)
    text = models.TextField()
    html = models.TextField()
    attachments = models.JSONField(default=list)  # [{name, type, content: base64}]
    headers = models.JSONField(default=dict)  # more than every letter has: {name: value}
    created = models.DateTimeField(default=now)
    taken_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=200, blank=True)  # the kind of failure, never an address or a text

    class Meta:
        ordering = ["-created", "-pk"]
        constraints = [models.UniqueConstraint(fields=["key", "to"], name="outgoing_once_per_key_and_address")]
        indexes = [models.Index(fields=["sent_at", "created"], name="outgoing_unsent")]

    def __str__(self) -> str:
        return f"{self.name} {self.pk}"


class Shown(models.Model):
    """A message that development shows on a page: the bytes that would have gone over the wire."""

    at = models.DateTimeField(default=now)
    source = models.BinaryField()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"shown {self.pk}"
