"""Responses: one text for one or many submissions, what its authors say of it, and what came of it abroad."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidencia import clock
from incidencia.organizations.lengths import CAPACITY

PERSON = settings.AUTH_USER_MODEL
SUBMISSION = "consultations.Submission"


class Disposition(models.TextChoices):
    """What the authority does with a proposal. Before a negotiation it means: in our position."""

    ADOPTED = "adopted", _("Adopted")
    IN_PART = "in_part", _("Adopted in part")
    COVERED = "covered", _("Already covered")
    OUT_OF_COMPETENCE = "incompetent", _("Out of competence")
    REJECTED = "rejected", _("Rejected")
    DEFERRED = "deferred", _("Deferred")


class Response(models.Model):
    """A disposition and its reasons, never empty; drafted, read by a second person, signed, published (G8.I)."""

    reference = models.CharField(max_length=40, unique=True, editable=False)  # MEC-2026-014-R12
    consultation = models.ForeignKey("consultations.Consultation", models.PROTECT, related_name="responses")
    disposition = models.CharField(_("disposition"), max_length=12, choices=Disposition, blank=True)
    reasons = models.TextField(_("reasons"), max_length=20_000, blank=True)
    changed = models.CharField(_("what changed because of it"), max_length=1000, blank=True)
    language = models.CharField(max_length=10, default="es")
    drafted_at = models.DateTimeField(default=clock.now)
    drafted_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    # Everybody who ever wrote in it: none of them reads it second.
    writers: "models.ManyToManyField[Any, Any]" = models.ManyToManyField(PERSON, related_name="+")
    base = models.PositiveIntegerField(default=0)  # counts the edits: two people at once don't overwrite
    agency = models.ForeignKey("organizations.Agency", models.PROTECT, related_name="+")  # which one answers
    reader = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)  # who is asked to read it
    read_at = models.DateTimeField(null=True)
    read_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    remark = models.CharField(max_length=2000, blank=True)  # of the second reader, to the drafter
    signed_at = models.DateTimeField(null=True)
    signed_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    signed_as = models.CharField(max_length=CAPACITY, blank=True)
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)

    class Meta:
        ordering = ["drafted_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True) | (Q(disposition__in=Disposition.values) & ~Q(reasons="")),
                name="response_signed_has_disposition_and_reasons",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | Q(signed_at__isnull=False),
                name="response_published_is_signed",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class ResponseTo(models.Model):
    """That a response answers a submission, with its own paragraph. A "no" opens a second round, once."""

    response = models.ForeignKey(Response, models.PROTECT, related_name="to")
    submission = models.ForeignKey(SUBMISSION, models.PROTECT, related_name="responses")
    round = models.PositiveSmallIntegerField(default=1)
    paragraph = models.TextField(_("own paragraph"), max_length=4000, blank=True)

    class Meta:
        ordering = ["round", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["submission", "round"], name="response_once_per_round"),
            models.CheckConstraint(condition=Q(round__in=[1, 2]), name="response_has_two_rounds_at_most"),
        ]

    def __str__(self) -> str:
        return f"{self.response} → {self.submission}"


class Verdict(models.Model):
    """The author says, once, whether the response answers the point."""

    response_to = models.OneToOneField(ResponseTo, models.PROTECT, related_name="verdict")
    answers = models.BooleanField()
    reason = models.CharField(max_length=2000, blank=True)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(answers=True) | ~Q(reason=""), name="verdict_no_has_reason")
        ]

    def __str__(self) -> str:
        return f"{self.response_to} {self.answers}"


class Outcome(models.Model):
    """What came of a proposal once the international meeting was over: asked, defended, obtained."""

    class Result(models.TextChoices):
        OBTAINED = "obtained", _("Obtained")
        IN_PART = "in_part", _("Obtained in part")
        DEFENDED = "defended", _("Defended without success")
        NOT_RAISED = "not_raised", _("Not raised")

    submission = models.OneToOneField(SUBMISSION, models.PROTECT, related_name="outcome")
    asked = models.TextField(_("what was asked"), max_length=4000)
    defended = models.TextField(_("what was defended"), max_length=4000, blank=True)
    obtained = models.TextField(_("what was obtained"), max_length=4000, blank=True)
    result = models.CharField(_("result"), max_length=12, choices=Result)
    meeting = models.CharField(_("at which meeting"), max_length=300)
    language = models.CharField(max_length=10, default="es")
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    acted_as = models.CharField(max_length=CAPACITY)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(asked="") & ~Q(meeting=""), name="outcome_says_what_and_where"),
            models.CheckConstraint(
                condition=Q(result="not_raised") | ~Q(defended=""), name="outcome_says_what_was_defended"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.submission} {self.result}"
