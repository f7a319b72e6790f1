"""The conclusion of a thread, mandatory to settle it, and the dissent attached to it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from consultations.modes.dialogue.tables.threads import KNOWN, SIDES, Thread
from incidencia import clock
from incidencia.organizations.lengths import CAPACITY

PERSON = settings.AUTH_USER_MODEL


class Conclusion(models.Model):
    """What was exchanged, agreed and left open. Proposed by one side; it falls with a reply, or is sealed."""

    thread = models.ForeignKey(Thread, models.PROTECT, related_name="conclusions")
    number = models.PositiveSmallIntegerField()
    exchanged = models.TextField(_("what was exchanged"))
    agreed = models.TextField(_("what was agreed"))
    pending = models.TextField(_("what stays open"))
    language = models.CharField(max_length=10)
    side = models.CharField(max_length=8, choices=SIDES)
    after = models.PositiveIntegerField()  # the latest post when it was proposed
    days = models.PositiveSmallIntegerField()  # business days the other side has to assent or reply
    proposed_at = models.DateTimeField(default=clock.now)
    proposed_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    proposed_as = models.CharField(max_length=CAPACITY)
    organization = models.ForeignKey("organizations.Organization", models.PROTECT, related_name="+", null=True)
    key = models.CharField(max_length=64)
    fell_at = models.DateTimeField(null=True)
    sealed_at = models.DateTimeField(null=True)
    sealed_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    sealed_as = models.CharField(max_length=CAPACITY, blank=True)
    assented = models.BooleanField(default=False)
    hash = models.CharField(max_length=64, blank=True)  # SHA-256 of posts and conclusion

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["thread", "number"], name="conclusion_number_once"),
            models.UniqueConstraint(fields=["proposed_by", "key"], name="conclusion_key_once"),
            models.UniqueConstraint(
                fields=["thread"], condition=Q(fell_at__isnull=True), name="conclusion_one_stands"
            ),
            models.CheckConstraint(condition=Q(side__in=KNOWN), name="conclusion_side_known"),
            models.CheckConstraint(
                condition=~Q(exchanged="") & ~Q(agreed="") & ~Q(pending=""), name="conclusion_has_three_parts"
            ),
            models.CheckConstraint(
                condition=Q(sealed_at__isnull=True, hash="", sealed_by__isnull=True, assented=False)
                | (Q(sealed_at__isnull=False, sealed_by__isnull=False, fell_at__isnull=True) & ~Q(hash="")),
                name="conclusion_sealed_has_hash",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.thread} · {self.number}"


class Dissent(models.Model):
    """What one party does not share, in at most two hundred words, attached after sealing."""

    conclusion = models.ForeignKey(Conclusion, models.PROTECT, related_name="dissents")
    side = models.CharField(max_length=8, choices=SIDES)
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    organization = models.ForeignKey("organizations.Organization", models.PROTECT, related_name="+", null=True)
    acted_as = models.CharField(max_length=CAPACITY)
    text = models.TextField()
    language = models.CharField(max_length=10)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(side__in=KNOWN), name="dissent_side_known"),
            models.CheckConstraint(condition=~Q(text=""), name="dissent_has_text"),
            models.UniqueConstraint(
                fields=["conclusion"], condition=Q(side="public"), name="dissent_of_the_authority_once"
            ),
            models.UniqueConstraint(
                fields=["conclusion", "organization"], condition=Q(organization__isnull=False),
                name="dissent_once_per_organization",
            ),
            models.UniqueConstraint(
                fields=["conclusion", "person"], condition=Q(organization__isnull=True, side="civil"),
                name="dissent_once_per_person",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.conclusion} · {self.person}"
