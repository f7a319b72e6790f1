"""Requests for the opinion of officials or experts (G28)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from consultations.modes.dialogue.tables.threads import Thread
from incidencia import clock
from incidencia.organizations.lengths import CAPACITY

PERSON = settings.AUTH_USER_MODEL


class ExpertOpinion(models.Model):
    """An opinion asked of an official or an expert: forwarded or declined with reason, then recorded."""

    thread = models.ForeignKey(Thread, models.PROTECT, related_name="opinions")
    of_whom = models.CharField(_("of whom"), max_length=300)
    question = models.TextField(_("what is asked"))
    days = models.PositiveSmallIntegerField(_("business days"))
    asked_at = models.DateTimeField(default=clock.now)
    asked_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    asked_as = models.CharField(max_length=CAPACITY)
    language = models.CharField(max_length=10)
    key = models.CharField(max_length=64)
    # The coordinator forwards it, to somebody with an account or outside; or declines it with a reason
    forwarded_at = models.DateTimeField(null=True)
    invited = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    declined_at = models.DateTimeField(null=True)
    declined_because = models.CharField(max_length=1000, blank=True)
    decided_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    decided_as = models.CharField(max_length=CAPACITY, blank=True)
    # The opinion itself
    text = models.TextField(blank=True)
    given_by = models.CharField(_("whose opinion it is"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(null=True)
    recorded_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", null=True)
    recorded_as = models.CharField(max_length=CAPACITY, blank=True)
    attachments = models.ManyToManyField("files.Attachment", related_name="+")

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["asked_by", "key"], name="expert_opinion_key_once"),
            models.CheckConstraint(
                condition=~Q(of_whom="") & ~Q(question=""), name="expert_opinion_says_of_whom_and_what"
            ),
            models.CheckConstraint(condition=Q(days__gt=0), name="expert_opinion_has_days"),
            models.CheckConstraint(
                condition=Q(forwarded_at__isnull=True) | Q(declined_at__isnull=True),
                name="expert_opinion_forwarded_or_declined",
            ),
            models.CheckConstraint(
                condition=Q(declined_at__isnull=True) | ~Q(declined_because=""),
                name="expert_opinion_declined_says_why",
            ),
            models.CheckConstraint(
                condition=Q(forwarded_at__isnull=True, declined_at__isnull=True) | Q(decided_by__isnull=False),
                name="expert_opinion_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(recorded_at__isnull=True)
                | (Q(forwarded_at__isnull=False, recorded_by__isnull=False) & ~Q(text="") & ~Q(given_by="")),
                name="expert_opinion_recorded_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.thread} · {self.of_whom}"
