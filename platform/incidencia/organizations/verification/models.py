"""Asking for a verification and deciding it, and the vouchers that prove one (A8, G4)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from incidencia import clock
from incidencia.files.models import Attachment
from incidencia.organizations.lengths import CAPACITY
from incidencia.organizations.models import Agency, Organization
from incidencia.organizations.verification.matters import Matter, Proof, Result

PERSON = settings.AUTH_USER_MODEL


class Verification(models.Model):
    """One question put to the desk of an agency, its proof, and the decision. An appeal is another row.

    `name_then` and `category_then` are what was verified: who changes them asks again.
    """

    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="verifications")
    matter = models.CharField(max_length=20, choices=Matter)
    which = models.CharField(max_length=200, blank=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="verifications")
    proof = models.CharField(max_length=20, choices=Proof)
    text = models.TextField(max_length=4000, blank=True)
    name_then = models.CharField(max_length=400, editable=False)
    category_then = models.CharField(max_length=20, editable=False)
    appeal_of = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="appeal", editable=False
    )
    asked_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+", editable=False)
    asked_as = models.CharField(max_length=CAPACITY, editable=False)
    asked_at = models.DateTimeField(default=clock.now, editable=False)
    ready_at = models.DateTimeField(null=True, editable=False)  # the proof is complete: the clock runs
    result = models.CharField(max_length=20, choices=Result, blank=True, editable=False)
    decided_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+", null=True, editable=False)
    decided_as = models.CharField(max_length=CAPACITY, blank=True, editable=False)
    decided_at = models.DateTimeField(null=True, editable=False)
    rule = models.CharField(max_length=20, blank=True)
    reason = models.TextField(max_length=4000, blank=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "matter", "which"], condition=Q(result=""), name="verification_waits_once"
            ),
            models.CheckConstraint(
                condition=Q(result="", decided_at__isnull=True, decided_by__isnull=True, decided_as="")
                | ~Q(result="") & ~Q(decided_as="") & Q(decided_at__isnull=False, decided_by__isnull=False),
                name="verification_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(result=Result.REFUSED) | ~Q(reason="") & ~Q(rule=""),
                name="verification_refused_with_rule_and_reason",
            ),
            models.CheckConstraint(
                condition=~Q(result__in=[Result.VERIFIED, Result.REFUSED]) | Q(ready_at__isnull=False),
                name="verification_decided_when_ready",
            ),
            models.CheckConstraint(
                condition=~Q(matter=Matter.OTHER, which=""), name="verification_other_says_which"
            ),
            # An indigenous community recognizes its own authorities: no deed is asked for (G4).
            models.CheckConstraint(
                condition=~Q(category_then="indigenous", proof__in=[Proof.DEED, Proof.REGISTER]),
                name="verification_no_deed_of_a_community",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organization} · {self.matter}"


class ProofFile(models.Model):
    """A file sent as proof. Only those who may see the verification may have it."""

    verification = models.ForeignKey(Verification, on_delete=models.CASCADE, related_name="files")
    attachment = models.OneToOneField(Attachment, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.attachment)


class Voucher(models.Model):
    """That a verified organization is asked to vouch for another, and what it answered through whom."""

    verification = models.ForeignKey(Verification, on_delete=models.CASCADE, related_name="vouchers")
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="vouchers_asked")
    asked_at = models.DateTimeField(default=clock.now, editable=False)
    given = models.BooleanField(null=True, editable=False)  # None: not answered yet
    sentence = models.CharField(max_length=500, blank=True)
    person = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+", null=True, editable=False)
    answered_as = models.CharField(max_length=CAPACITY, blank=True, editable=False)
    answered_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["verification", "organization"], name="voucher_once_per_organization"),
            models.UniqueConstraint(
                fields=["verification", "person"], condition=Q(given=True), name="voucher_once_per_person"
            ),
            models.CheckConstraint(condition=~Q(given=True) | ~Q(sentence=""), name="voucher_given_with_a_sentence"),
            models.CheckConstraint(
                condition=Q(given__isnull=True, answered_at__isnull=True)
                | Q(given__isnull=False, answered_at__isnull=False, person__isnull=False) & ~Q(answered_as=""),
                name="voucher_answered_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organization} > {self.verification.organization}"


# What is verified still is what it was then.
UNCHANGED = Q(name_then=F("organization__folded_name"), category_then=F("organization__category"))
